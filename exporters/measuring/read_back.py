"""The text read back from the file against the text that was composed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from exporters.characters import printable
from exporters.fonts import STAND_IN, is_drawn
from exporters.measuring.evidence import Evidence
from exporters.measuring.rule import Measured, absent, rule
from models.document import (
    Addressees,
    AttachmentList,
    AttachmentStart,
    Block,
    Document,
    Ending,
    Group,
    Heading,
    Imprint,
    Mark,
    Masthead,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Table,
    Title,
)

_LONGEST_QUOTE = 12


@dataclass(frozen=True, slots=True)
class _Part:
    """A text that comes next in the file; `head` may be repeated in it, where a table goes on on another page."""

    text: str
    head: str = ""


@rule("text", "文字", "惯例", "从PDF读出的文字与报告一致")
def text(evidence: Evidence) -> Measured:
    """Block after block, blanks aside; a character that no font has may be the sign for a missing one.

    What the masthead and the imprint say is looked for, in whatever order and with whatever labels.
    """
    if evidence.document is None or len(evidence.pages) < evidence.file.page_count:
        return absent("没有可对照的全文")
    found, pages = _read(evidence)
    parts = [part for block in evidence.document.blocks for part in _parts(block) if part.text]
    begin = max(_find(found, parts[0].text, 0), 0) if parts else 0
    place = begin
    for part in parts:
        after = _after(found, place, part)
        if after is None:
            quote = _differing(found, place, part.text)
            return Measured(
                f"从“{quote}”起不一致", False, pages[min(place, len(pages) - 1)] if pages else None
            )
        place = after
    missing = [one for one in _outside(evidence.document) if one not in found[:begin] + found[place:]]
    if missing:
        return Measured(f"版头或版记里没有读到“{missing[0]}”", False, 1)
    has_imprint = evidence.document.imprint != Imprint()
    if place < len(found) and not has_imprint:
        return Measured(f"多出“{found[place : place + _LONGEST_QUOTE]}”", False, pages[place])
    return Measured(f"{len(found)}个字一字不差", True)


def _read(evidence: Evidence) -> tuple[str, list[int]]:
    """All that was drawn in the type areas, without blanks, and the page of every character."""
    texts = [
        (page.number, _drawn(line.text))
        for page in evidence.pages
        for line in evidence.in_drawing_order(page)
    ]
    pages = [number for number, one in texts for _ in one]
    return "".join(one for _, one in texts), pages


def _drawn(one: str) -> str:
    return "".join(character for character in printable(one) if is_drawn(character))


def _find(found: str, wanted: str, start: int) -> int:
    """Where a text begins in what was read, -1 where it does not."""
    plain = found.find(wanted, start)
    if plain >= 0 or STAND_IN not in found:
        return plain
    places = range(start, len(found) - len(wanted) + 1)
    return next((place for place in places if _equal(found, place, wanted)), -1)


def _equal(found: str, place: int, wanted: str) -> bool:
    """Whether a text stands at a place, its missing characters as stand-ins."""
    there = found[place : place + len(wanted)]
    if there == wanted:
        return True
    return len(there) == len(wanted) and all(
        one in {other, STAND_IN} for one, other in zip(there, wanted, strict=True)
    )


def _after(found: str, place: int, part: _Part) -> int | None:
    """The place behind a part, None where something else stands there."""
    if _equal(found, place, part.text):
        return place + len(part.text)
    if not part.head:
        return None
    if _equal(found, place, part.head):
        return _after(found, place + len(part.head), part)
    return _after_divided(found, place, part)


def _after_divided(found: str, place: int, part: _Part) -> int | None:
    """The place behind a table row that goes on on other pages, each beginning with the head.

    Its cells are drawn in pieces then; the characters must all be there, in whatever order.
    """
    wanted, head = Counter(part.text), Counter(part.head)
    for repeated in range(1, len(part.text) + 1):
        end = place + len(part.text) + repeated * len(part.head)
        if end > len(found):
            return None
        wanted += head
        if Counter(found[place:end]) == wanted:
            return end
    return None


def _differing(found: str, place: int, wanted: str) -> str:
    """The words around the first difference, as they were composed."""
    there = found[place : place + len(wanted)]
    same = next(
        (index for index, (one, other) in enumerate(zip(there, wanted, strict=False)) if one != other),
        len(there),
    )
    return wanted[max(0, same - 3) : same + _LONGEST_QUOTE]


def _parts(block: Block) -> Iterator[_Part]:
    match block:
        case Title(words) | StageMark(words) | Addressees(words) | Paragraph(words):
            yield _Part(_drawn(words))
        case Heading(_, number, title, words):
            yield _Part(_drawn(number + title + words))
        case AttachmentList(titles):
            yield from _attachment_list(titles)
        case Signature(organs, date, ending, position):
            attesting = tuple(position.split("、")) if ending is Ending.STAMPED else organs
            yield from (_Part(_drawn(words)) for words in (*attesting, date))
        case Note(words):
            yield _Part(_drawn(f"（{words}）") if _drawn(words) else "")
        case AttachmentStart(number, title):
            yield _Part(_drawn(f"附件{number or ''}{title}"))
        case Table():
            yield from _table(block)
        case _:
            assert_never(block)


def _attachment_list(titles: tuple[str, ...]) -> Iterator[_Part]:
    for number, title in enumerate(titles, start=1):
        mark = f"{number}." if len(titles) > 1 else ""
        yield _Part(_drawn(f"{'附件：' if number == 1 else ''}{mark}{title}"))


def _table(table: Table) -> Iterator[_Part]:
    head = _drawn("".join(column.title for column in table.columns))
    yield _Part(_drawn(table.title))
    yield _Part(head)
    for row in table.rows:
        cells = (row.title,) if isinstance(row, Group) else (cell.text for cell in row[: len(table.columns)])
        yield _Part(_drawn("".join(cells)), head)


def _outside(document: Document) -> list[str]:
    """What must be read above the title and below the last block."""
    head, foot = document.masthead, document.imprint
    texts = (*_head_texts(head), *foot.copies, foot.printed_by, foot.printed_on)
    return [drawn for one in texts if (drawn := _drawn(one))]


def _head_texts(head: Masthead) -> Iterator[str]:
    if head.mark is Mark.NONE:
        return
    yield from (head.copy_number, head.secrecy, head.urgency, head.doc_number)
    if head.mark is Mark.PRINTED:
        yield from head.organs
    if head.is_upward:
        yield from head.signatories
