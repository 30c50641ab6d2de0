"""The name by which a font file calls itself, which is the name it has inside a PDF."""

from functools import cache

from exporters.fonts import Font

_POSTSCRIPT_NAME = 6


@cache
def postscript_name(font: Font) -> str:
    """The PostScript name of a font file (OpenType name table, name 6)."""
    from fontTools.ttLib import TTFont

    with TTFont(font.path, lazy=True, fontNumber=font.number) as file:
        return str(file["name"].getDebugName(_POSTSCRIPT_NAME) or font.name)
