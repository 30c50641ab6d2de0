"""The fonts that travel with the program: one for each face, and one for rare characters."""

import resources
from exporters.fonts.choice import Choice
from exporters.fonts.face import Face
from exporters.fonts.font import Font
from exporters.fonts.font_set import FontSet

_NOT_FROM_RARE = frozenset("“”‘’")
"""Its quotation marks are a third of a character wide and would leave the grid."""


def _bundled(name: str, not_from: frozenset[str] = frozenset()) -> Font:
    return Font(name, resources.path(f"fonts/{name}.ttf"), 0, not_from)


BUNDLED = {
    Face.FANGSONG: _bundled("FangSong"),
    Face.HEI: _bundled("Hei"),
    Face.KAI: _bundled("Kai"),
    Face.BIAOSONG: _bundled("BiaoSong"),
    Face.SONG: _bundled("Song"),
}
"""The bundled font that is drawn for each face."""

RARE = _bundled("RareLight", _NOT_FROM_RARE)
"""The bundled font of the rare characters that 仿宋 and 楷体 lack."""

BUNDLED_FONTS = (*BUNDLED.values(), RARE)
"""Every bundled font, in the order in which they are asked for a character that a face lacks."""

BUNDLED_SET = FontSet(
    {face: tuple(dict.fromkeys((own, RARE, *BUNDLED_FONTS))) for face, own in BUNDLED.items()},
    tuple(Choice(face, own, True, "没有在本机查找字体，由自带字体代替") for face, own in BUNDLED.items()),
)
"""The bundled fonts as a set, the same on every PC: a face's own, then the rare characters', then any."""
