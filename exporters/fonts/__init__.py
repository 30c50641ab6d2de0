"""Fonts: the faces a paper asks for, the files that draw them, and who draws which character."""

from exporters.fonts.bundled import BUNDLED, BUNDLED_FONTS, BUNDLED_SET, RARE
from exporters.fonts.face import OFFICIAL_NAMES, Face
from exporters.fonts.font import Font
from exporters.fonts.font_set import STAND_IN, FontSet, is_drawn

__all__ = [
    "BUNDLED",
    "BUNDLED_FONTS",
    "BUNDLED_SET",
    "OFFICIAL_NAMES",
    "RARE",
    "STAND_IN",
    "Face",
    "Font",
    "FontSet",
    "is_drawn",
]
