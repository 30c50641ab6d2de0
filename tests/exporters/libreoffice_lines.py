"""Where LibreOffice breaks the lines of our Word file: our own units and rules, told what LibreOffice does otherwise.

It sets the characters of the grid 15.75 pt apart (15.785 in the PDF), but not the last before a change of script, has a
type area of whole twips, and puts a fifth of an em between Hanzi and Western letters or digits whatever the file says.
"""

import re
from collections.abc import Iterator

from exporters.characters import printable
from exporters.layout.title import set_title
from exporters.layout.units import BREAK, Span, Unit, may_part, units
from exporters.profile import Profile, profile
from exporters.word.measures import TWIPS, cell, character_spacing, text_width
from models.document import (
    Addressees,
    AttachmentList,
    AttachmentStart,
    Block,
    Document,
    Heading,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Title,
)

_GAP_EM = 0.2
_HANZI = re.compile("[\u3400-\u9fff\U00020000-\U0002ffff]")
_WESTERN = re.compile("[A-Za-z0-9]")
_ASCII = re.compile("[!-~]")


def libreoffice_lines(document: Document, rules: Profile | None = None) -> list[str]:
    """The lines of the paper itself, without blanks, down to the first attachment."""
    page = rules or profile()
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, AttachmentStart):
            break
        lines += ("".join(line.split()) for line in _lines(block, page))
    return [line for line in lines if line]


def _lines(block: Block, page: Profile) -> Iterator[str]:
    body, first = page.styles.body, page.body.indent_characters
    match block:
        case Title(text):
            yield from (line.text for line in set_title(text, page.styles.title, page.text_width_pt))
        case Heading(level, number, title, text):
            spans = (Span(number + title, page.styles.heading(level)), Span(text, body))
            yield from _broken(spans, first, page)
        case Paragraph(text):
            yield from _broken((Span(text, body),), first, page)
        case AttachmentList(titles):
            yield f"附件：{titles[0]}"
        case Addressees(text):
            yield from _broken((Span(text, body),), 0, page)
        case StageMark(text):
            yield text
        case Note(text):
            yield f"（{text}）"
        case Signature(organs, date):
            yield "".join(organs)
            yield date
        case _:
            pass


def _broken(spans: tuple[Span, ...], indent: float, page: Profile) -> Iterator[str]:
    pieces = units(tuple(Span(printable(span.text), span.style) for span in spans), 1.0, page.text_width_pt)
    start, room = 0, (text_width(page) - indent * cell(page)) / TWIPS
    while start < len(pieces):
        end = _line_end(pieces, start, room, page)
        yield "".join(piece.text for piece in pieces[start:end])
        start, room = end, text_width(page) / TWIPS


def _line_end(pieces: tuple[Unit, ...], start: int, room: float, page: Profile) -> int:
    """As many units as there is room for, and back to where a line may end (推出)."""
    x, end, allowed = 0.0, start, start
    while end < len(pieces):
        x += _gap(pieces, start, end, page) + _advance(pieces[end], page)
        if x > room:
            break
        end += 1
        if end == len(pieces) or may_part(pieces[end - 1], pieces[end]):
            allowed = end
        if pieces[end - 1].text == BREAK:
            break
    return allowed if allowed > start else max(end, start + 1)


def _advance(unit: Unit, page: Profile) -> float:
    return sum(glyph.width_pt + character_spacing(page) / TWIPS for glyph in unit.glyphs)


def _gap(pieces: tuple[Unit, ...], start: int, place: int, page: Profile) -> float:
    """What LibreOffice puts between two units of different scripts: nothing is drawn together there."""
    if place == start:
        return 0.0
    before, after = pieces[place - 1].text[-1], pieces[place].text[0]
    if bool(_ASCII.match(before)) == bool(_ASCII.match(after)):
        return 0.0
    apart = -character_spacing(page) / TWIPS
    are_letters = all(_HANZI.match(one) or _WESTERN.match(one) for one in (before, after))
    return apart + (_GAP_EM * page.styles.body.size_pt if are_letters else 0.0)
