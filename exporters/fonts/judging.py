"""Whether a font of the PC can be used, and if not, why, in words for the clerk."""

import struct
from pathlib import Path

from exporters.fonts.font import Font
from exporters.fonts.sfnt import Facts

BROKEN = "文件损坏或不完整，读不出字形；请重新安装这个字体"

_USAGE, _RESTRICTED, _NO_SUBSET, _BITMAPS_ONLY = 0x000E, 0x0002, 0x0100, 0x0200
"""Bits of OS/2 fsType (ISO/IEC 14496-22 §5.2.8.6.8)."""
_COMMON = "的一是了国"
_TOLERANCE = 0.01

_GRID: dict[str, float] = dict.fromkeys("，。、；：？！“”‘’（）《》〈〉〔〕【】—…", 1.0) | dict.fromkeys(
    "0123456789", 0.5
)
"""How wide a character stands in the grid, in parts of the type size."""


def refusal(file: Path, facts: Facts) -> str:
    """Why a font cannot be used; empty where it can."""
    if facts.embedding & _USAGE == _RESTRICTED:
        return f"字体的许可不允许嵌入文件（OS/2 fsType=0x{facts.embedding:04X}）；请换用允许嵌入的版本"
    if facts.embedding & _NO_SUBSET:
        return f"字体的许可不允许只嵌入用到的字（OS/2 fsType=0x{facts.embedding:04X}）；请换用允许的版本"
    if facts.embedding & _BITMAPS_ONLY:
        return f"字体的许可只允许嵌入点阵（OS/2 fsType=0x{facts.embedding:04X}）；请换用允许嵌入轮廓的版本"
    if not facts.has_truetype_outlines:
        return "没有TrueType轮廓（是PostScript/CFF轮廓的OTF），不能嵌入PDF；请换用TrueType版本（.ttf、.ttc）"
    if not facts.is_whole:
        return BROKEN
    if not facts.is_unicode:
        return "没有统一码（Unicode）编码表；请换用较新的版本"
    return _trial(Font("", file, facts.number))


def off_grid(font: Font, bundled: Font) -> frozenset[str]:
    """The characters that leave the grid in a font and fit it in the bundled one, which is asked for them.

    Where neither fits (the digits of 黑体), a line is better in one font.
    """
    return frozenset(
        character
        for character, width in _GRID.items()
        if font.holds(character) and not _fits(font, character, width) and _fits(bundled, character, width)
    )


def _fits(font: Font, character: str, width: float) -> bool:
    return font.holds(character) and abs(font.widths[character] - width) < _TOLERANCE


def _trial(font: Font) -> str:
    """Open the font as the layout and the PDF will: what is wrong inside shows now, not in the middle of a paper."""
    from fontTools.ttLib import TTLibError
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

    try:
        TTFontFile(str(font.path), charInfo=0, subfontIndex=font.number)
        if not all(map(font.holds, _COMMON)):
            return "没有常用汉字；请换用中文字体"
        font.ink(_COMMON[0])
    # A broken table shows as whatever its reader stumbles on.
    except (
        TTFError,
        TTLibError,
        struct.error,
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        OSError,
        TypeError,
        ValueError,
    ):
        return BROKEN
    if not all(_fits(font, character, 1.0) for character in _COMMON):
        return "汉字不是一个字宽，排不进每行28字的版面；请换用等宽的中文字体"
    return ""
