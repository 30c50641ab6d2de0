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
_JOINING = "，、。"
_MOST_HEADS = 40
"""How often a table's head may be repeated within one row."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A text that comes next in the file; `head` may be repeated in it, where a table goes on on another page."""

    text: str
    head: str = ""


@rule("text", "文字", "惯例", "从PDF读出的文字与报告一致")
def text(evidence: Evidence) -> Measured:
    """Block after block, blanks aside; a character that no font has may be the sign for a missing one.

    The parts of masthead and imprint may stand in whatever order.
    """
    if evidence.document is None or len(evidence.pages) < evidence.file.page_count:
        return absent("没有可对照的全文")
    found, pages = _read(evidence)
    parts = [part for block in evidence.document.blocks for part in _parts(block) if part.text]
    begin = max(_find(found, parts[0].text, 0), 0) if parts else 0
    end, torn = _end(found, begin, parts)
    if torn:
        page = pages[min(end, len(pages) - 1)] if pages else None
        return Measured(f"从“{_differing(found, end, torn.text)}”起不一致", False, page)
    above = _compared(found[:begin], _head_texts(evidence.document.masthead), "标题以上")
    below = _compared(found[end:], _foot_texts(evidence.document.imprint), "末段以下")
    if above or below:
        return Measured(above or below, False, 1 if above or not pages else pages[-1])
    return Measured(f"{len(found)}个字一字不差", True)


def _end(found: str, begin: int, parts: list[_Part]) -> tuple[int, _Part | None]:
    """Where the last part ends; or where the first that is not there should begin, and that part."""
    place = begin
    for part in parts:
        after = _after(found, place, part)
        if after is None:
            return place, part
        place = after
    return place, None


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
    wanted, head, end = Counter(part.text), Counter(part.head), place + len(part.text)
    for _ in range(min(len(part.text), _MOST_HEADS)):
        end += len(part.head)
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


def _compared(found: str, wanted: Iterator[str], where: str) -> str:
    """What is missing or too much in head or imprint, whose parts may stand in whatever order; empty where nothing."""
    rest = found
    for one in sorted(filter(None, map(_drawn, wanted)), key=len, reverse=True):
        place = _find(rest, one, 0)
        if place < 0:
            return f"{where}没有读到“{one}”"
        rest = rest[:place] + rest[place + len(one) :]
    extra = rest.strip(_JOINING)
    return f"{where}多出“{extra[:_LONGEST_QUOTE]}”" if extra else ""


def _head_texts(head: Masthead) -> Iterator[str]:
    if head.mark is Mark.NONE:
        return
    yield from (head.copy_number, head.secrecy, head.urgency, head.doc_number)
    if head.mark is Mark.PRINTED and head.organs:
        yield from (*head.organs, head.suffix)
    if head.is_upward and any(map(_drawn, head.signatories)):
        yield from ("签发人：", *head.signatories)


def _foot_texts(imprint: Imprint) -> Iterator[str]:
    if imprint.copies:
        yield from ("抄送：", *imprint.copies)
    yield imprint.printed_by
    if imprint.printed_on:
        yield from (imprint.printed_on, "印发")
