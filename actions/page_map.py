"""Where on the printed pages a text of the report stands, and which text stands at a point of a page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.report import HEADING, Place

if TYPE_CHECKING:
    from exporters.layout import Layout, Page
    from exporters.layout.strip import PlacedLine, Stretch

_ABOVE_EM, _BELOW_EM = 1.1, 0.4
"""From the baseline to the edges of a line's band, in ems of its type."""
_NEAR_PT = 16.0
"""So far above or below a line, or beside the type area, a point still means the text."""
_BAR_PT, _BAR_GAP_PT = 3.0, 12.0
"""A bar in the margin: its width, and how far it is from the text."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page (from 1), in points from the sheet's top left corner, downwards."""

    page: int
    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float


class PageMap:
    """Leads from texts to pages and back; `offset` counts the characters that a place prints, from 0."""

    def __init__(self, layout: "Layout") -> None:
        self._height = layout.profile.paper_height_pt
        self._upright, self._turned = layout.profile, layout.profile.turned()
        self._pages = layout.pages
        self._lines: dict[Place, list[tuple[Page, PlacedLine, Stretch]]] = {}
        for page in layout.pages:
            for placed in page.lines:
                for stretch in placed.origin:
                    self._lines.setdefault(stretch.place, []).append((page, placed, stretch))

    def where(self, place: Place, offset: int = 0) -> Area | None:
        """The line in which a character stands; the last line of a place for one behind its end."""
        found = self._lines.get(place)
        if not found:
            return None
        behind = (one for one in found if offset < one[2].start + one[2].length)
        page, placed, _ = next(behind, found[-1])
        left, right = _edges(placed)
        return self._area(page, placed.x_pt + left, right - left, *_band(placed))

    def printed(self, place: Place) -> Place:
        """The place itself; for one that prints nothing, as an empty paragraph does, what stands before it."""
        return next((one for one in _before(place) if one in self._lines), place)

    def bars(self, place: Place) -> tuple[Area, ...]:
        """Bars in the margin beside all lines of a place, one for each page it stands on."""
        spans: dict[int, tuple[Page, float, float]] = {}
        for page, placed, _ in self._lines.get(place, ()):
            top, bottom = _band(placed)
            _, first, last = spans.get(page.number, (page, top, bottom))
            spans[page.number] = (page, min(first, top), max(last, bottom))
        return tuple(self._bar(page, top, bottom) for page, top, bottom in spans.values())

    def at(self, page: int, x_pt: float, y_pt: float) -> tuple[Place, int] | None:
        """The place whose words are printed at a point of a page (from 1), and at which of its characters."""
        if not 1 <= page <= len(self._pages):
            return None
        sheet = self._pages[page - 1]
        x, y = (self._height - y_pt, x_pt) if sheet.is_turned else (x_pt, y_pt)
        if not self._is_beside_text(sheet, x):
            return None
        known = [placed for placed in sheet.lines if placed.origin]
        nearest = min(known, key=lambda placed: _distance(placed, x, y), default=None)
        if nearest is None or _distance(nearest, x, y)[0] >= _NEAR_PT:
            return None
        return _character(nearest, x)

    def first_on(self, page: int) -> tuple[Place, int] | None:
        """The place whose words stand first on a page (from 1), and with which of its characters."""
        if not 1 <= page <= len(self._pages):
            return None
        origins = (stretch for placed in self._pages[page - 1].lines for stretch in placed.origin)
        first = next(origins, None)
        return (first.place, first.start) if first else None

    def _bar(self, page: "Page", top: float, bottom: float) -> Area:
        left = (self._turned if page.is_turned else self._upright).left_pt
        return self._area(page, left - _BAR_GAP_PT, _BAR_PT, top, bottom)

    def _is_beside_text(self, page: "Page", x: float) -> bool:
        rules = self._turned if page.is_turned else self._upright
        return rules.left_pt - _NEAR_PT <= x <= rules.left_pt + rules.text_width_pt + _NEAR_PT

    def _area(self, page: "Page", x: float, width: float, top: float, bottom: float) -> Area:
        if page.is_turned:
            return Area(page.number, top, self._height - x - width, bottom - top, width)
        return Area(page.number, x, top, width, bottom - top)


def _before(place: Place) -> Iterator[Place]:
    """A place, the paragraphs and the heading before it in its item, then the headings above."""
    for paragraph in range(place.paragraph, HEADING - 1, -1):
        yield replace(place, paragraph=paragraph)
    for depth in range(len(place.item) - 1, -1, -1):
        yield Place(place.section, place.item[:depth], HEADING)


def _band(placed: "PlacedLine") -> tuple[float, float]:
    size = placed.line.size_pt
    return placed.baseline_pt - _ABOVE_EM * size, placed.baseline_pt + _BELOW_EM * size


def _edges(placed: "PlacedLine") -> tuple[float, float]:
    return placed.line.left_pt, placed.line.right_pt


def _distance(placed: "PlacedLine", x: float, y: float) -> tuple[float, float]:
    """How far a point is above or below a line, and how far beside it."""
    top, bottom = _band(placed)
    left, right = (placed.x_pt + edge for edge in _edges(placed))
    return max(top - y, y - bottom, 0.0), max(left - x, x - right, 0.0)


def _character(placed: "PlacedLine", x: float) -> tuple[Place, int]:
    """The place and its character nearest to a point of a line; words of ours belong to what they stand beside."""
    at = _index(placed, x)
    covering = (one for one in placed.origin if one.at <= at <= one.at + one.length)
    stretch = next(covering, None) or min(placed.origin, key=lambda one: abs(one.at - at))
    return stretch.place, stretch.start + min(max(at - stretch.at, 0), stretch.length)


def _index(placed: "PlacedLine", x: float) -> int:
    """Between which characters of the line's text a point lies."""
    text = placed.line.text
    index = len(text) - len(text.lstrip())
    for left, right in _boxes(placed):
        if x < (left + right) / 2:
            break
        index += 1
    return min(index, len(text))


def _boxes(placed: "PlacedLine") -> Iterator[tuple[float, float]]:
    """From where to where each drawn character of a line reaches."""
    for run in placed.line.runs:
        x = placed.x_pt + run.x_pt
        for character in run.text:
            width = run.font.widths[character] * run.size_pt * run.narrowing
            yield x, x + width
            x += width + run.spacing_pt
