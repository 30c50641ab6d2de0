"""One font file: which characters it holds and how wide they are."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.fonts.ink import is_drawn

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont


@dataclass(frozen=True, slots=True)
class Font:
    """A TrueType font: its name, its file, its number in a collection (TTC).

    `not_from` are characters it holds and must not be asked for.
    """

    name: str
    path: Path
    number: int = 0
    not_from: frozenset[str] = frozenset()

    @property
    def widths(self) -> dict[str, float]:
        """The width of every character it holds, in parts of its size; read on first use and kept."""
        return _widths(self.path, self.number)

    def holds(self, character: str) -> bool:
        """Whether the font can draw the character."""
        return character in self.widths and character not in self.not_from

    def ink(self, text: str) -> tuple[float, float]:
        """Where the ink of some characters begins and ends above the baseline, in parts of the size."""
        return _ink(self.path, self.number, text)


def _opened(path: Path, number: int) -> "TTFont":
    from fontTools.ttLib import TTFont

    library = logging.getLogger("fontTools")
    if not library.handlers:
        # What it says of harmless faults in old fonts (a date of 1904) would come out on stderr, in English.
        library.addHandler(logging.NullHandler())
    return TTFont(path, lazy=True, fontNumber=number)


@cache
def _widths(path: Path, number: int) -> dict[str, float]:
    with _opened(path, number) as file:
        # Glyph names are of no use here, and making them would take two thirds of the time.
        file.setGlyphOrder([str(glyph) for glyph in range(file["maxp"].numGlyphs)])
        metrics = file["hmtx"].metrics
        em = file["head"].unitsPerEm
        starts = file["loca"].locations
        glyphs = {chr(code): int(glyph) for code, glyph in file.getBestCmap().items()}
        return {
            character: metrics[str(glyph)][0] / em
            for character, glyph in glyphs.items()
            if _is_there(character, glyph, starts)
        }


def _is_there(character: str, glyph: int, starts: Sequence[int]) -> bool:
    """Whether a character has a glyph, and one with an outline where it leaves ink.

    Fonts for GB 2312 often list more characters than they draw: to those belongs the glyph 0 or an empty one.
    """
    return glyph > 0 and (starts[glyph] < starts[glyph + 1] or not is_drawn(character))


@cache
def _ink(path: Path, number: int, text: str) -> tuple[float, float]:
    with _opened(path, number) as file:
        names, em = file.getBestCmap(), file["head"].unitsPerEm
        glyphs = [file["glyf"][names[ord(character)]] for character in text if ord(character) in names]
        lowest = min((getattr(glyph, "yMin", 0) for glyph in glyphs), default=0)
        return lowest / em, max((getattr(glyph, "yMax", 0) for glyph in glyphs), default=0) / em
