"""The places of pages that lie below each other: where each begins, which one is at a height. Whole pixels only."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSizeF

from ui import look

GAP = 3 * look.SPACE
"""Between two pages and around all."""


@dataclass(frozen=True, slots=True)
class PageStack:
    """Pages with their places in pixels, from the top left corner of them all; pages count from 1."""

    places: tuple[QRect, ...]
    width: int
    height: int

    def at(self, y: int) -> int:
        """The page at a height, or the one above where there is a gap; 0 where there are no pages."""
        tops = [place.top() for place in self.places]
        return max(bisect_right(tops, y), 1) if tops else 0

    def between(self, top: int, bottom: int) -> range:
        """The pages of which something stands between two heights."""
        if not self.places:
            return range(0)
        first = self.at(top)
        first += self.places[first - 1].bottom() < top
        return range(first, self.at(bottom) + 1)


def stacked(sizes: Sequence[QSizeF], scale: float, room: int) -> PageStack:
    """Pages of sizes in points at so many pixels a point, in the middle of a room so many pixels wide."""
    widths = [round(size.width() * scale) for size in sizes]
    width = max([room, *(one + 2 * GAP for one in widths)])
    places, top = [], GAP
    for size, own in zip(sizes, widths, strict=True):
        places.append(QRect((width - own) // 2, top, own, round(size.height() * scale)))
        top += places[-1].height() + GAP
    return PageStack(tuple(places), width, top)
