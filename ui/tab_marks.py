"""What the tabs say at a glance: ✓ complete, ● being written, ! wrong, ○ empty, ◇ texts that still wait and how many;
how many figures are known."""

from collections.abc import Iterator

from models.carrying import carried_places, waiting
from models.quotations import used_indicators
from models.report import ATTACHMENTS, Item, Report, Section
from ui.carried_mark import SIGN
from ui.section_names import FIGURES, LETTERHEAD

COMPLETE, WRITING, WRONG, EMPTY = "✓", "●", "!", "○"
_NEEDED = ("organs", "addressees", "doc_number", "date")


def marked_names(report: Report, names: dict[str, str], wrong: set[str]) -> Iterator[str]:
    """The tabs' names with their marks; `wrong` are the keys of the parts with errors."""
    for key, name in names.items():
        if key == LETTERHEAD:
            mark = _letterhead_mark(report, key in wrong)
        elif key == FIGURES:
            mark = _figures_count(report)
        elif key == ATTACHMENTS:
            mark = str(len(report.attachments) or "")
        else:
            count = sum(1 for _ in carried_places(report, key))
            mark = _section_mark(report.section(key), key in wrong)
            mark = f"{mark if mark == WRONG else ''}{SIGN}{count}" if count else mark
        yield f"{name} {mark}".strip()


def waiting_words(report: Report) -> str:
    """What still waits, in words: 待更新 107（文字 20，数据 87）; empty when nothing does."""
    found = waiting(report)
    both = found.texts + found.figures
    return f"待更新 {both}（文字 {found.texts}，数据 {found.figures}）" if both else ""


def _letterhead_mark(report: Report, is_wrong: bool) -> str:
    if is_wrong:
        return WRONG
    return COMPLETE if all(report.letterhead.text(key) for key in _NEEDED) else WRITING


def _section_mark(section: Section | None, is_wrong: bool) -> str:
    if section is None or not _has_text(section):
        return EMPTY
    if is_wrong:
        return WRONG
    unfinished = any(not _has_text(item) for item in section.items)
    return WRITING if unfinished else COMPLETE


def _has_text(part: Section | Item) -> bool:
    return any(text.strip() for text in part.paragraphs) or any(map(_has_text, part.items))


def _figures_count(report: Report) -> str:
    used = used_indicators(report)
    known = sum(report.figure(key).value is not None for key in used)
    return f"{known}/{len(used)}" if used else ""
