"""What the tabs say at a glance: ✓ complete, ● being written, ! wrong, ○ empty, ◇ texts that still wait and how many;
how many figures are known."""

from collections.abc import Iterator

from models.carrying import waiting
from models.completeness import FIGURES, LETTERHEAD, Part, PartState, completeness, known_figures
from models.report import ATTACHMENTS, Report
from ui.carried_mark import SIGN

WRONG = "!"


def marked_names(report: Report, names: dict[str, str], wrong: set[str]) -> Iterator[str]:
    """The tabs' names with their marks; `wrong` are the keys of the parts with errors."""
    found = completeness(report)
    for key, name in names.items():
        if key == FIGURES:
            known, used = known_figures(report)
            mark = f"{known}/{used}" if used else ""
        elif key == ATTACHMENTS:
            mark = str(len(report.attachments) or "")
        else:
            mark = _mark(found.part(key) or Part(key, PartState.EMPTY), key in wrong)
        yield f"{name} {mark}".strip()


def waiting_words(report: Report) -> str:
    """What still waits, in words: 待更新 107（文字 20，数据 87）; empty when nothing does."""
    found = waiting(report)
    both = found.texts + found.figures
    return f"待更新 {both}（文字 {found.texts}，数据 {found.figures}）" if both else ""


def _mark(part: Part, is_wrong: bool) -> str:
    """An empty section is no mistake of what stands there; the letterhead's empty fields are."""
    is_shown_wrong = is_wrong and (part.state is not PartState.EMPTY or part.key == LETTERHEAD)
    if part.waiting and part.key != LETTERHEAD:
        return f"{WRONG if is_shown_wrong else ''}{SIGN}{part.waiting}"
    return WRONG if is_shown_wrong else part.state
