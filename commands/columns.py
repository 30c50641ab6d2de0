"""Rows for people on a terminal, column under column."""

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

_GAP = 2
_WIDE = frozenset("FW")


def aligned(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The head and the rows as lines; a Chinese character takes two columns of the terminal."""
    table = [head, *rows]
    widths = [max(map(_width, column)) for column in zip_longest(*table, fillvalue="")]
    return tuple(
        "".join(f"{text}{' ' * (width - _width(text) + _GAP)}" for text, width in zip(row, widths, strict=True))
        .rstrip()
        for row in table
    )  # fmt: skip


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in _WIDE else 1 for one in text)
