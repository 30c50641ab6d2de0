"""How high a row is in which texts break into lines: WPS fits none by itself."""

from collections.abc import Sequence
from math import ceil

_LINE = 14.5
_PADDING = 4.5
"""Points, for 11 pt type."""
_HIGHEST = 409.0
"""Excel's limit."""


def row_height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """The height in points for the longest of the texts in columns of these widths (in digits)."""
    lines = (ceil(text_width(text) / width) for text, width in zip(texts, widths, strict=True))
    return min(_HIGHEST, _LINE * max(1, *lines, 1) + _PADDING)


def text_width(text: str) -> int:
    """A text's width in Excel's unit, that of a digit: a Chinese character takes two."""
    return sum(1 if character.isascii() else 2 for character in text)
