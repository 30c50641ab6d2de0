"""The place the clerk is in, and last year's place beside it."""

from dataclasses import dataclass

from models.compose import numbered
from models.editing import Path, paths
from models.last_year import paragraphs_in
from models.report import ATTACHMENTS, Report
from ui.section_names import FIGURES, LETTERHEAD

_WHOLE = {FIGURES: "数据", ATTACHMENTS: "附件", LETTERHEAD: "开头语"}


@dataclass(frozen=True, slots=True)
class Here:
    """The place the clerk is in, and last year's place beside it; None where there was none."""

    key: str
    path: Path = ()
    there: Path | None = ()


def text_key(here: Here) -> str:
    """The key of a place's texts: the opening words' is ""."""
    return "" if here.key == LETTERHEAD else here.key


def paragraphs_at(report: Report, here: Here) -> tuple[str, ...]:
    """This year's paragraphs; a blank item that is shown but not begun has none."""
    try:
        return paragraphs_in(report, text_key(here), here.path)
    except IndexError:
        return ()


def place_words(last: Report, here: Here) -> str:
    """What last year's place is called."""
    section = last.section(here.key)
    if here.key in _WHOLE:
        return _WHOLE[here.key]
    if section is None or here.there is None:
        return "没有这一条"
    if not here.there:
        return "本部分开头"
    numbers = zip(paths(section), numbered(section), strict=True)
    return next(
        (f"{number}{last.printed(item.title)}" for path, (item, _, number) in numbers if path == here.there),
        "",
    )
