"""Chinese labels broken into lines that fit a width."""

import re
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]
"""How wide a text is, in pixels."""

_PIECES = re.compile("[（“《〈【]*(?:[0-9A-Za-z.,%+-]+|.)[）”》〉】，。、：；！？%]*")
"""What is not broken: a number with what sticks to it, any other character, marks with their neighbour."""


def wrapped(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """The lines of a text, none wider than `width` unless a single character is."""
    plain = " ".join(text.split())
    if measure(plain) <= width:
        return (plain,) if plain else ()
    lines, line = [], ""
    for piece in _pieces(plain, width, measure):
        if line and measure(line + piece) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return tuple(one for one in (*lines, line.rstrip()) if one)


def widest(texts: Iterator[str], measure: Measure) -> float:
    """The width of the widest text, 0 of none."""
    return max(map(measure, texts), default=0.0)


def _pieces(text: str, width: float, measure: Measure) -> Iterator[str]:
    for piece in _PIECES.findall(text):
        if measure(piece) <= width:
            yield piece
        else:
            yield from piece
