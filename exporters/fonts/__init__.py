"""Fonts: the faces a paper asks for, the files that draw them, and who draws which character."""

from exporters.fonts.bundled import BUNDLED, BUNDLED_FONTS, BUNDLED_SET, RARE
from exporters.fonts.choice import Choice, Refused
from exporters.fonts.face import OFFICIAL_NAMES, ROLES, WANTED, Face
from exporters.fonts.folders import search_folders
from exporters.fonts.font import Font
from exporters.fonts.font_set import STAND_IN, FontSet
from exporters.fonts.ink import is_drawn
from exporters.fonts.installed import installed_set

__all__ = [
    "BUNDLED",
    "BUNDLED_FONTS",
    "BUNDLED_SET",
    "OFFICIAL_NAMES",
    "RARE",
    "ROLES",
    "STAND_IN",
    "WANTED",
    "Choice",
    "Face",
    "Font",
    "FontSet",
    "Refused",
    "installed_set",
    "is_drawn",
    "search_folders",
]
