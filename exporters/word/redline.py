"""花脸稿 in Word: the new paper in which every change of the text is tracked.

Whoever accepts all changes has the new paper's text, whoever rejects all the old one's; only the numbers that count a
table's rows stay the new one's. Both are made by the usual writer and laid over each other, paragraph by paragraph, so
that nothing is set by other rules than in the usual file. How a paragraph is set (indents, styles) is the new paper's
and not tracked.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.profile import Profile, profile
from exporters.word import WordSection, styles, word_sections, write_sections
from exporters.word.tracked import Tracker, text_of
from exporters.word.xml import local_name, paragraph
from models.alignment import in_order, likeness
from models.document import Document
from models.redline import COUNTED
from models.word_difference import Kind

_Parts = Sequence[BaseOxmlElement]


def write_tracked(
    old: Document,
    new: Document,
    stream: BinaryIO,
    rules: Profile | None = None,
    author: str = "",
    time: datetime | None = None,
) -> None:
    """The new paper as a Word file, what differs from the old one tracked as `author`'s changes at local `time`."""
    page = rules or profile()
    before = [part for one in word_sections(old, page) for part in one.parts]
    sections = word_sections(new, page)
    write_sections(_laid_over(before, sections, Tracker(author, time)), new, stream, page)


def _laid_over(before: _Parts, sections: list[WordSection], tracker: Tracker) -> list[WordSection]:
    """The new paper's sections with what was deleted in its place, before what follows it in the new one."""
    after = [(number, part) for number, one in enumerate(sections) for part in one.parts]
    made: list[list[BaseOxmlElement]] = [[] for _ in sections]
    waiting: list[BaseOxmlElement] = []
    at = 0
    for one, other in _pairs(before, [part for _, part in after]):
        if other is None and one is not None:
            waiting += _whole(before[one], Kind.DELETED, tracker)
        elif other is not None:
            at, part = after[other]
            made[at] += waiting
            waiting = []
            made[at] += (
                _both(before[one], part, tracker) if one is not None else _whole(part, Kind.INSERTED, tracker)
            )
    made[at] += waiting
    if made[-1] and made[-1][-1].xpath("w:pPr/w:rPr"):
        # The file's last paragraph stays, whatever is decided about its text: better a small empty one.
        made[-1].append(paragraph(styles.TABLE_END))
    return [replace(one, parts=parts) for one, parts in zip(sections, made, strict=True)]


def _pairs(old: _Parts, new: _Parts) -> list[tuple[int | None, int | None]]:
    return in_order(
        [f"{_kind(part)}\n{_text(part)}" for part in old],
        [f"{_kind(part)}\n{_text(part)}" for part in new],
        lambda one, other: _likeness(old[one], new[other]),
    )


def _kind(part: BaseOxmlElement) -> str:
    """The style of a paragraph; whether a heading runs on into text makes no other kind of it."""
    if local_name(part) != "p":
        return str(len(part.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")))
    return "".join(part.xpath("w:pPr/w:pStyle/@w:val")).removesuffix(styles.RUN_IN)


def _text(part: BaseOxmlElement) -> str:
    return "\n".join(text_of(one) for one in part.iter(qn("w:p")))


def _likeness(old: BaseOxmlElement, new: BaseOxmlElement) -> float:
    if _kind(old) != _kind(new):
        return 0.0
    return 1.0 if local_name(old) == "tbl" else likeness(_text(old), _text(new))


def _both(old: BaseOxmlElement, new: BaseOxmlElement, tracker: Tracker) -> _Parts:
    if _text(old) == _text(new):
        return [new]
    return [tracker.paragraph(old, new) if local_name(new) == "p" else _table(old, new, tracker)]


def _whole(part: BaseOxmlElement, kind: Kind, tracker: Tracker) -> _Parts:
    """A paragraph or table of one paper alone, and a paragraph behind the table: Word joins tables that touch."""
    if local_name(part) == "p":
        return [tracker.whole_paragraph(part, kind)]
    made = deepcopy(part)
    for row in made.findall(qn("w:tr")):
        made.replace(row, tracker.whole_row(row, kind))
    end = paragraph(styles.TABLE_END)
    return [made, tracker.whole_paragraph(end, kind)] if kind is Kind.DELETED else [made]


def _table(old: BaseOxmlElement, new: BaseOxmlElement, tracker: Tracker) -> BaseOxmlElement:
    """Row by row: rows put in and taken out are tracked, and what changed in the cells of the others."""
    made = deepcopy(new)
    before, after = old.findall(qn("w:tr")), new.findall(qn("w:tr"))
    counted = _counted_column(after)
    for row in made.findall(qn("w:tr")):
        made.remove(row)
    pairs = in_order(
        [_row_text(row, counted) for row in before],
        [_row_text(row, counted) for row in after],
        lambda one, other: _row_likeness(before[one], after[other]),
    )
    for one, other in pairs:
        if other is None and one is not None:
            made.append(tracker.whole_row(before[one], Kind.DELETED))
        elif one is None and other is not None:
            made.append(tracker.whole_row(after[other], Kind.INSERTED))
        elif one is not None and other is not None:
            made.append(_row(before[one], after[other], counted, tracker))
    return made


def _counted_column(rows: _Parts) -> int | None:
    """The column that only counts the rows: it is printed as it is now, for one row put in would change all below."""
    heads = [_text(cell) for cell in rows[0].findall(qn("w:tc"))] if rows else []
    return heads.index(COUNTED) if COUNTED in heads else None


def _row_text(row: BaseOxmlElement, counted: int | None) -> str:
    cells = row.findall(qn("w:tc"))
    return "\n".join(_text(cell) for at, cell in enumerate(cells) if at != counted or len(cells) == 1)


def _row_likeness(old: BaseOxmlElement, new: BaseOxmlElement) -> float:
    has_same_cells = len(old.findall(qn("w:tc"))) == len(new.findall(qn("w:tc")))
    return likeness(_text(old), _text(new)) if has_same_cells else 0.0


def _row(
    old: BaseOxmlElement, new: BaseOxmlElement, counted: int | None, tracker: Tracker
) -> BaseOxmlElement:
    made = deepcopy(new)
    pairs = list(zip(old.findall(qn("w:tc")), made.findall(qn("w:tc")), strict=True))
    for at, (before, cell) in enumerate(pairs):
        if at == counted and len(pairs) > 1:
            continue
        lines = cell.findall(qn("w:p"))
        merged = list(_lines(before.findall(qn("w:p")), lines, tracker))
        for line in lines:
            cell.remove(line)
        cell.extend(merged)
    return made


def _lines(old: _Parts, new: _Parts, tracker: Tracker) -> Iterator[BaseOxmlElement]:
    """The paragraphs of a cell; what stands alone in it is the same paragraph, however little it has in common."""
    pairs = [(0, 0)] if len(old) == len(new) == 1 else in_order(list(map(_text, old)), list(map(_text, new)))
    for one, other in pairs:
        if one is not None and other is not None:
            yield from _both(old[one], new[other], tracker)
        elif one is not None:
            yield tracker.whole_paragraph(old[one], Kind.DELETED)
        elif other is not None:
            yield tracker.whole_paragraph(new[other], Kind.INSERTED)
