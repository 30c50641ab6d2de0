"""The part of a font that a paper needs, as a font file of its own."""

from collections.abc import Iterable
from io import BytesIO

from exporters.fonts import Font

_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "\u3000，。、；：？！“”‘’（）《》〈〉〔〕—…·％～年月日"
"""What a clerk is likely to type next: Latin letters, digits, marks, the words of a date."""
_FAMILY = 1
_NOT_ALLOWED = 0x0002 | 0x0004 | 0x0100 | 0x0200
"""fsType: not at all, for reading only, not in part, as bitmaps only."""


def family_name(font: Font) -> str:
    """What the font calls itself (OpenType `name` table, name 1)."""
    from fontTools.ttLib import TTFont

    with TTFont(font.path, lazy=True, fontNumber=font.number) as file:
        return str(file["name"].getDebugName(_FAMILY) or font.name)


def may_be_embedded(font: Font) -> bool:
    """Whether its maker allows a part of it to travel in a document that is edited (OpenType `OS/2` fsType)."""
    from fontTools.ttLib import TTFont

    with TTFont(font.path, lazy=True, fontNumber=font.number) as file:
        return not int(file["OS/2"].fsType) & _NOT_ALLOWED


def subset(font: Font, characters: Iterable[str]) -> bytes:
    """A TrueType file with some of the font's characters and those that are always needed; the same for the same."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(
        layout_features=[],
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        glyph_names=False,
        hinting=False,
    )
    with TTFont(font.path, fontNumber=font.number, recalcTimestamp=False) as file:
        subsetter = Subsetter(options)
        subsetter.populate(text="".join(sorted({*characters, *_ALWAYS})))
        subsetter.subset(file)
        content = BytesIO()
        file.save(content)
    return content.getvalue()
