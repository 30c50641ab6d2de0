"""What a line may be broken between: marks that must not begin or end one, and pieces never broken inside.

Sources: GB/T 15834-2011 §5.1 (where marks stand) and the practice of keeping numbers whole.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from exporters.characters import printable
from exporters.fonts import STAND_IN, Font, is_drawn
from exporters.profile import Style
from models.marked_text import marked, stretches
from models.word_difference import Kind

NO_START = frozenset("，。、；：？！”’）》〉」』】〕〗］｝·．…—–～‐‑-/／%％‰℃°′″々,.;:?!)]}")
"""May not begin a line (避头): stops, closing halves, joining marks, unit signs."""

NO_END = frozenset("“‘（《〈「『【〔〖［｛￥$＄#＃№§/／([{")
"""May not end a line (避尾): opening halves and signs that belong to what follows."""

MAY_HANG = frozenset("，。、；：！？")
"""Stops that may hang outside the type area where the profile allows it; GB/T 9704 itself says 撑满版心."""

BREAK = "\n"
"""Ends a line wherever it stands."""

_WESTERN = "A-Za-z0-9０-９"
_UNIT = re.compile(
    rf"[+\-−±＋－]?[{_WESTERN}]+(?:[.,:/\\\-_@&+#?=~'．％%]+[{_WESTERN}]+)*[%％‰℃°]*|—+|…+|.",
    re.DOTALL,
)

_LONG_WORD = 16
_JOINT = re.compile(r"(?<=[.\-_?&=@])(?=[A-Za-z])")
"""Where a web address may be parted: behind a mark, never before a digit."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as drawn: its own width, and how far the next one begins behind it, in points."""

    character: str
    font: Font
    size_pt: float
    width_pt: float
    advance_pt: float
    kind: Kind = Kind.EQUAL


@dataclass(frozen=True, slots=True)
class Unit:
    """What is never broken inside: a character, a number with its sign, a word, a dash, an ellipsis.

    `advance_pt` reaches to the next unit; `ink_pt` is its width at a line's end, where nothing follows.
    """

    text: str
    glyphs: tuple[Glyph, ...]
    advance_pt: float
    ink_pt: float


def units(spans: tuple[Span, ...], squeeze: float, widest_pt: float) -> tuple[Unit, ...]:
    """The units of a text. One wider than `widest_pt` fits nowhere and comes as single characters.

    `squeeze` is the grid's cell in parts of the type size.
    """
    found: list[Unit] = []
    for span in _by_kind(spans):
        for text in _pieces(printable(span.text)):
            unit = _unit(text, span.style, squeeze)
            if unit.ink_pt > widest_pt and len(text) > 1:
                found += (_unit(character, span.style, squeeze) for character in text)
            elif unit.glyphs or text == BREAK:
                found.append(unit)
    return tuple(found)


def _by_kind(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, those whose style reads marks divided where the marks are."""
    for span in spans:
        if span.style.reads_marks:
            yield from (Span(text, replace(span.style, kind=kind)) for text, kind in stretches(span.text))
        else:
            yield span


def remarked(pieces: Iterable[Unit]) -> str:
    """The text of some units, to be set once more: what was deleted or inserted is marked again."""
    return "".join(
        marked(piece.text, piece.glyphs[0].kind if piece.glyphs else Kind.EQUAL) for piece in pieces
    )


def _pieces(text: str) -> Iterator[str]:
    """The texts of the units. A web address is too long to move to the next line whole."""
    for piece in _UNIT.findall(text):
        if len(piece) > _LONG_WORD and re.search("[A-Za-z]", piece):
            yield from _JOINT.split(piece)
        else:
            yield piece


def may_part(before: Unit, after: Unit) -> bool:
    """Whether a line may end behind one unit and the next begin with the other."""
    if BREAK in {before.text, after.text}:
        return True
    first, last = after.text[0], before.text[-1]
    return not (first in NO_START or first.isspace() or last in NO_END)


@lru_cache(maxsize=16384)
def _unit(text: str, style: Style, squeeze: float) -> Unit:
    glyphs = tuple(
        _glyph(character, style, squeeze)
        for character in text
        if is_drawn(character) or (character.isspace() and character != BREAK)
    )
    advance = sum(glyph.advance_pt for glyph in glyphs)
    overhang = glyphs[-1].width_pt - glyphs[-1].advance_pt if glyphs else 0.0
    return Unit(text, glyphs, advance, advance + overhang)


def _glyph(character: str, style: Style, squeeze: float) -> Glyph:
    if character.isspace() and character != "\u3000":
        character = " "
    font = style.fonts.font_for(style.face, character)
    if font is None:
        return _glyph(STAND_IN, style, squeeze)
    width = font.widths[character] * style.size_pt
    return Glyph(character, font, style.size_pt, width, width * squeeze, style.kind)
