"""The faces of an official paper: their names in Word, the bundled fonts that stand for them, their glyphs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import resources


class Face(StrEnum):
    """A role that type plays in a paper (GB/T 9704-2012 §5.2.2, §7.3)."""

    FANGSONG = "fangsong"
    HEI = "hei"
    KAI = "kai"
    BIAOSONG = "biaosong"
    SONG = "song"


OFFICIAL_NAMES = {
    Face.FANGSONG: "仿宋_GB2312",
    Face.HEI: "黑体",
    Face.KAI: "楷体_GB2312",
    Face.BIAOSONG: "方正小标宋简体",
    Face.SONG: "宋体",
}
"""What the offices' own computers call these faces, and what a Word file therefore asks for."""

BUNDLED = {
    Face.FANGSONG: "FangSong",
    Face.HEI: "Hei",
    Face.KAI: "Kai",
    Face.BIAOSONG: "BiaoSong",
    Face.SONG: "Song",
}
"""The bundled font that is drawn for each face."""

RARE = "RareLight"
"""The bundled font of the rare characters that 仿宋 and 楷体 lack."""

FONT_NAMES = (*BUNDLED.values(), RARE)
"""Every bundled font, in the order in which they are asked for a character that a face lacks."""

NEVER_FROM_RARE = frozenset("“”‘’")
"""Its quotation marks are a third of a character wide and would leave the grid."""

STAND_IN = "〓"
"""Drawn for a character that no bundled font holds: the printers' mark for a missing sort."""


@dataclass(frozen=True, eq=False, slots=True)
class Font:
    """One bundled font: its name and the width of every character it holds, in parts of its size."""

    name: str
    widths: dict[str, float]

    def holds(self, character: str) -> bool:
        """Whether the font can draw the character."""
        return character in self.widths and not (self.name == RARE and character in NEVER_FROM_RARE)


def font_path(name: str) -> Path:
    """Where a bundled font lies on disk."""
    return resources.path(f"fonts/{name}.ttf")


@cache
def font(name: str) -> Font:
    """A bundled font by its name, read on first use and kept."""
    from fontTools.ttLib import TTFont

    with TTFont(font_path(name), lazy=True) as file:
        # Glyph names are of no use here, and making them would take two thirds of the time.
        file.setGlyphOrder([str(glyph) for glyph in range(file["maxp"].numGlyphs)])
        metrics = file["hmtx"].metrics
        em = file["head"].unitsPerEm
        return Font(name, {chr(code): metrics[glyph][0] / em for code, glyph in file.getBestCmap().items()})


@cache
def font_for(face: Face, character: str) -> Font | None:
    """The font that draws a character of a face: its own, else the rare one, else any; or None."""
    order = dict.fromkeys((BUNDLED[face], RARE, *FONT_NAMES))
    return next((found for found in map(font, order) if found.holds(character)), None)


@cache
def ink_top(face: Face, character: str) -> float:
    """How far a character's ink rises above the baseline, in parts of its size."""
    from fontTools.ttLib import TTFont

    drawing = font_for(face, character)
    if drawing is None:
        return 0.0
    with TTFont(font_path(drawing.name), lazy=True) as file:
        glyph = file["glyf"][file.getBestCmap()[ord(character)]]
        return float(getattr(glyph, "yMax", 0) / file["head"].unitsPerEm)


def missing_characters(texts: Iterable[str]) -> frozenset[str]:
    """The characters of some texts that no bundled font can draw; blanks and invisible marks do not count."""
    seen: frozenset[str] = frozenset().union(*texts)
    return frozenset(
        character for character in seen if is_drawn(character) and font_for(Face.FANGSONG, character) is None
    )


def is_drawn(character: str) -> bool:
    """Whether a character leaves ink: blanks, controls, joiners and variation selectors leave none."""
    return character.isprintable() and not character.isspace() and not _is_variation_selector(character)


def _is_variation_selector(character: str) -> bool:
    return 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF
