"""One font file: which characters it holds and how wide they are."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path


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


@cache
def _widths(path: Path, number: int) -> dict[str, float]:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True, fontNumber=number) as file:
        # Glyph names are of no use here, and making them would take two thirds of the time.
        file.setGlyphOrder([str(glyph) for glyph in range(file["maxp"].numGlyphs)])
        metrics = file["hmtx"].metrics
        em = file["head"].unitsPerEm
        return {chr(code): metrics[glyph][0] / em for code, glyph in file.getBestCmap().items()}


@cache
def _ink(path: Path, number: int, text: str) -> tuple[float, float]:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True, fontNumber=number) as file:
        names, em = file.getBestCmap(), file["head"].unitsPerEm
        glyphs = [file["glyf"][names[ord(character)]] for character in text if ord(character) in names]
        lowest = min((getattr(glyph, "yMin", 0) for glyph in glyphs), default=0)
        return lowest / em, max((getattr(glyph, "yMax", 0) for glyph in glyphs), default=0) / em
