"""Widths and heights: WPS fits none by itself, so they are reckoned from the texts."""

import re
from collections.abc import Iterable
from math import ceil

from exporters.characters import in_one_line

PRINTED_WIDTH = 140
"""Characters at 11 pt that an A4 page holds across; wider sheets are shrunk to it when printed."""
LINE_HEIGHT = 14.5
ROW_PADDING = 4.5
"""Points, for 11 pt type."""
_SPARE = 2
"""Characters that a line may lack because no mark begins the next."""
_HIGHEST = 409.0
"""Points; Excel's limit."""
_LONGEST_NAME = 31


def digits(text: str) -> int:
    """A text's width in Excel's unit, that of a digit: a Chinese character takes two."""
    return sum(1 if character.isascii() else 2 for character in text)


def height(texts: Iterable[tuple[str, float]]) -> float:
    """The height in points of a row of texts in cells of given widths; a text may have several lines itself."""
    lines = (sum(_lines(line, width) for line in text.split("\n")) for text, width in texts)
    return min(LINE_HEIGHT * max(lines, default=1) + ROW_PADDING, _HIGHEST)


def _lines(text: str, width: float) -> int:
    return max(ceil(digits(text) / max(width - _SPARE, 1)), 1)


def sheet_names(titles: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Titles as sheet names: no forbidden characters, at most 31, different from each other and from those taken."""
    used = {name.casefold() for name in taken}
    names: list[str] = []
    for title in titles:
        plain = re.sub(r"[\[\]:*?/\\]", " ", in_one_line(title)).strip(" '") or "表"
        name, count = plain[:_LONGEST_NAME], 1
        while name.casefold() in used:
            count += 1
            ending = f"（{count}）"
            name = f"{plain[: _LONGEST_NAME - len(ending)]}{ending}"
        used.add(name.casefold())
        names.append(name)
    return names
