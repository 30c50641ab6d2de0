"""What the tabs say at a glance: ✓ complete, ● being written, ! wrong, ○ empty; how many figures are known."""

from collections.abc import Iterator

from models.places import used_indicators
from models.report import Item, Report, Section
from ui.section_names import ATTACHMENTS, FIGURES, LETTERHEAD

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
            mark = _section_mark(report.section(key), key in wrong)
        yield f"{name} {mark}".strip()


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
