"""Small fonts made on the fly, so that no test depends on what is installed. Every glyph is a square."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable

CHINESE_WINDOWS = 0x0804
COMMON = "的一是了国"
HALF_WIDE = "0123456789 "
FULL_WIDE = "，。、；：？！“”‘’（）《》—…"

_EM = 1000


def made_font(
    family: str,
    characters: str = "",
    *,
    chinese: str = "",
    widths: Mapping[str, int] | None = None,
    empty: str = "",
    embedding: int = 0,
    style: str = "Regular",
    is_cff: bool = False,
) -> TTFont:
    """A font with the common characters and some more. `chinese` is its name in Chinese, `empty` are characters it
    lists and does not draw, `embedding` is OS/2 fsType."""
    held = dict.fromkeys(COMMON + HALF_WIDE + FULL_WIDE + characters + empty)
    glyphs = [".notdef", *(f"u{ord(one):X}" for one in held)]
    builder = FontBuilder(_EM, isTTF=not is_cff)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({ord(one): f"u{ord(one):X}" for one in held})
    advances = {f"u{ord(one):X}": (widths or {}).get(one, 500 if one in HALF_WIDE else _EM) for one in held}
    advances[".notdef"] = _EM
    blank = {f"u{ord(one):X}" for one in (*empty, " ")}
    _draw(builder, glyphs, blank, advances, family)
    builder.setupHorizontalMetrics({glyph: (advances[glyph], 0) for glyph in glyphs})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupOS2(fsType=embedding, fsSelection=0x20 if style == "Bold" else 0x40)
    builder.setupPost()
    _name(builder.font, family, chinese, style)
    return builder.font


def save(font: TTFont, path: Path) -> Path:
    """The font as a file, in a folder that is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)
    return path


def save_collection(fonts: Iterable[TTFont], path: Path) -> Path:
    """Several fonts as one collection (TTC)."""
    collection = TTCollection()
    collection.fonts = list(fonts)
    path.parent.mkdir(parents=True, exist_ok=True)
    collection.save(path)
    return path


def _name(font: TTFont, family: str, chinese: str, style: str) -> None:
    names = font["name"] = newTable("name")
    postscript = f"{family}-{style}".replace(" ", "")
    for kind, text in ((1, family), (2, style), (4, f"{family} {style}"), (6, postscript)):
        names.setName(text, kind, 3, 1, 0x0409)
    if chinese:
        names.setName(chinese, 1, 3, 1, CHINESE_WINDOWS)
        names.setName(chinese, 4, 3, 1, CHINESE_WINDOWS)


def _draw(
    builder: FontBuilder, glyphs: list[str], blank: set[str], advances: Mapping[str, int], family: str
) -> None:
    if not builder.isTTF:
        strings = {}
        for glyph in glyphs:
            pen = T2CharStringPen(advances[glyph], None)
            _square(pen, glyph in blank)
            strings[glyph] = pen.getCharString()
        builder.setupCFF(family.replace(" ", ""), {}, strings, {})
        return
    outlines = {}
    for glyph in glyphs:
        pen = TTGlyphPen(None)
        _square(pen, glyph in blank)
        outlines[glyph] = pen.glyph()
    builder.setupGlyf(outlines)


def _square(pen: TTGlyphPen | T2CharStringPen, is_blank: bool) -> None:
    if is_blank:
        return
    pen.moveTo((60, 0))
    for corner in ((60, 700), (440, 700), (440, 0)):
        pen.lineTo(corner)
    pen.closePath()
