"""Whether a font goes by the name that stands in a PDF."""

from functools import cache

from exporters.fonts import Font
from exporters.fonts.sfnt import FileKey, facts, folded


@cache
def bears(font: Font, name: str) -> bool:
    """Whether a name read from a PDF is one of a font's own. Raises OSError where its file is gone."""
    return _plain(name) in _names(font)


@cache
def _names(font: Font) -> frozenset[str]:
    """All names, not only the PostScript name (which one a writer takes differs), as they are compared."""
    known = next(one for one in facts(FileKey.of(font.path)) if one.number == font.number)
    return frozenset(map(_plain, known.names))


def _plain(name: str) -> str:
    """Without blanks and what replaces them in a PDF, where names must not hold any."""
    return folded(name).replace("-", "")
