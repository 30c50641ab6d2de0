"""Strips fill type areas one after the other: what fits on a page, what stays together."""

from collections.abc import Iterable, Iterator
from math import ceil

from exporters.layout.strip import Strip
from exporters.profile import Profile

_TOLERANCE_PT = 0.01

Column = list[tuple[float, Strip]]
"""The strips of one page, each with its distance from the top of the type area in points."""


def fill(strips: Iterable[Strip], profile: Profile) -> list[Column]:
    """The type areas the strips need, one at least."""
    areas = _TypeAreas(profile)
    for group in _groups(strips):
        areas.add(group)
    return areas.columns


class _TypeAreas:
    """Fills one type area after the other."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._y = 0.0
        self.columns: list[Column] = [[]]

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
        y = lowest = self._y
        for strip in group:
            y = self._top(y, strip) + strip.height_pt
            lowest = max(lowest, y + strip.room_below_pt)
        return lowest <= self._profile.text_height_pt + _TOLERANCE_PT

    def _top(self, y: float, strip: Strip) -> float:
        pitch = self._profile.line_pitch_pt
        return ceil((y - _TOLERANCE_PT) / pitch) * pitch if strip.on_grid else y


def _groups(strips: Iterable[Strip]) -> Iterator[tuple[Strip, ...]]:
    """Strips that stay together; what begins a page stays with nothing above it."""
    group: list[Strip] = []
    for strip in strips:
        if strip.starts_page and group:
            yield tuple(group)
            group = []
        group.append(strip)
        if not strip.keeps_next:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)
