"""Strips become pages: what fits on one, what stays together, where the page number stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from exporters.layout.paragraph import Shape, set_paragraph
from exporters.layout.strip import PlacedLine, Rule, Strip
from exporters.layout.units import Span
from exporters.profile import POINTS_PER_MM, Profile

_TOLERANCE_PT = 0.01

_Column = list[tuple[float, Strip]]
"""The strips of one page, each with its distance from the top of the type area in points."""


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: everything in points from the paper's top left corner, downwards."""

    number: int
    lines: tuple[PlacedLine, ...]
    rules: tuple[Rule, ...]
    number_line: PlacedLine


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished paper."""

    profile: Profile
    pages: tuple[Page, ...]

    @property
    def line_count(self) -> int:
        """How many lines of text it has, page numbers not counted."""
        return sum(len(page.lines) for page in self.pages)

    @property
    def missing(self) -> frozenset[str]:
        """The characters that no bundled font holds and for which 〓 is drawn."""
        return self.profile.fonts.missing(placed.line.text for page in self.pages for placed in page.lines)


def paginate(strips: Iterable[Strip], profile: Profile) -> Layout:
    """The pages of a paper; one without a word has one page."""
    areas = _TypeAreas(profile)
    for group in _groups(strips):
        areas.add(group)
    pages = (_page(number, column, profile) for number, column in enumerate(areas.columns, start=1))
    return Layout(profile, tuple(pages))


class _TypeAreas:
    """Fills one type area after the other."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._y = 0.0
        self.columns: list[_Column] = [[]]

    def add(self, group: tuple[Strip, ...]) -> None:
        """Put strips that belong together on this page, or on the next where they do not fit."""
        if self.columns[-1] and (group[0].starts_page or not self._has_room(group)):
            self._turn(group[0])
        for strip in group:
            if self.columns[-1] and not self._has_room((strip,)):
                self._turn(strip)
            self._put(strip)

    def _turn(self, first: Strip) -> None:
        self.columns.append([])
        self._y = 0.0
        if first.head:
            self._put(first.head)

    def _put(self, strip: Strip) -> None:
        if strip.is_blank and not self.columns[-1]:
            return
        top = self._top(self._y, strip)
        self.columns[-1].append((top, strip))
        self._y = top + strip.height_pt

    def _has_room(self, group: tuple[Strip, ...]) -> bool:
        y = self._y
        for strip in group:
            y = self._top(y, strip) + strip.height_pt
        return y <= self._profile.text_height_pt + _TOLERANCE_PT

    def _top(self, y: float, strip: Strip) -> float:
        pitch = self._profile.line_pitch_pt
        return ceil((y - _TOLERANCE_PT) / pitch) * pitch if strip.on_grid else y


def _groups(strips: Iterable[Strip]) -> Iterator[tuple[Strip, ...]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keeps_next:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _page(number: int, column: _Column, profile: Profile) -> Page:
    left, top = profile.left_pt, profile.top_pt
    return Page(
        number,
        tuple(line.moved(left, top + y) for y, strip in column for line in strip.lines),
        tuple(rule.moved(left, top + y) for y, strip in column for rule in strip.rules),
        _number_line(number, profile),
    )


def _number_line(number: int, profile: Profile) -> PlacedLine:
    """— 1 —, the top of its dashes 7 mm below the type area; odd pages right, even pages left (§7.5)."""
    style = profile.styles.page_number
    (line,) = set_paragraph((Span(f"— {number} —", style),), Shape(profile.text_width_pt))
    indent = profile.page_number.indent_characters * style.size_pt
    below = profile.page_number.below_mm * POINTS_PER_MM
    return PlacedLine(
        profile.left_pt + (profile.text_width_pt - indent - line.right_pt if number % 2 else indent),
        profile.top_pt + profile.text_height_pt + below + line.runs[0].font.ink_top("—") * style.size_pt,
        line,
    )
