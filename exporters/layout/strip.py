"""A strip is the smallest piece of a paper that no page break divides: a line of text, a blank one, a table row."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from exporters.layout.paragraph import BLACK, Line
from exporters.profile import Profile
from models.report import Place

_MIDDLE_EM = 0.38
"""The middle of a Chinese character above its baseline (the em box reaches from −0.12 to 0.88)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a line that print words of a report: `length` of them, from the line's `at`-th character on.

    They are those from the `start`-th on of what the place prints; all places are 0-based.
    """

    place: Place
    at: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line and where it stands: the left edge of its room and its baseline, in points, measured downwards.

    `origin` says which words of the report it prints, as far as that is known. It makes no line another one.
    """

    x_pt: float
    baseline_pt: float
    line: Line
    origin: tuple[Stretch, ...] = field(default=(), compare=False)

    def moved(self, right_pt: float, down_pt: float) -> "PlacedLine":
        """The same line elsewhere."""
        return PlacedLine(self.x_pt + right_pt, self.baseline_pt + down_pt, self.line, self.origin)


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line from one point to another, in points, measured downwards."""

    x1_pt: float
    y1_pt: float
    x2_pt: float
    y2_pt: float
    width_pt: float
    colour: str = BLACK

    def moved(self, right_pt: float, down_pt: float) -> "Rule":
        """The same rule elsewhere."""
        left, top, right, bottom = self.x1_pt, self.y1_pt, self.x2_pt, self.y2_pt
        return Rule(
            left + right_pt, top + down_pt, right + right_pt, bottom + down_pt, self.width_pt, self.colour
        )


@dataclass(frozen=True, slots=True)
class Strip:
    """Lines and rules measured from the strip's own top left corner, and what a page break must know of them.

    `head` is repeated above it where it begins a page. `keeps_next` ties it to the strip below. `room_below_pt` is
    kept free under it on its page, for a seal that reaches further down.
    """

    height_pt: float
    lines: tuple[PlacedLine, ...] = ()
    rules: tuple[Rule, ...] = ()
    on_grid: bool = True
    starts_page: bool = False
    keeps_next: bool = False
    head: "Strip | None" = None
    room_below_pt: float = 0.0

    @property
    def is_blank(self) -> bool:
        """Whether it only keeps a distance."""
        return not self.lines and not self.rules


def middle_baseline(top_pt: float, height_pt: float, size_pt: float) -> float:
    """The baseline of type that stands in the middle of a band."""
    return top_pt + height_pt / 2 + _MIDDLE_EM * size_pt


def grid_strips(lines: Iterable[Line], profile: Profile, grid_lines: int = 1) -> tuple[Strip, ...]:
    """A strip of so many grid lines for every line of text."""
    height = grid_lines * profile.line_pitch_pt
    return tuple(
        Strip(height, (PlacedLine(0.0, middle_baseline(0.0, height, line.size_pt), line),)) for line in lines
    )


def side_by_side(lines: Iterable[Line], profile: Profile) -> Strip:
    """One grid line that holds several lines of text beside each other."""
    height = profile.line_pitch_pt
    return Strip(
        height,
        tuple(PlacedLine(0.0, middle_baseline(0.0, height, line.size_pt), line) for line in lines),
    )


def blank_strips(count: int, profile: Profile) -> tuple[Strip, ...]:
    """So many blank grid lines."""
    return (Strip(profile.line_pitch_pt),) * count


def tie(strips: list[Strip], count: int) -> None:
    """Tie the last `count` strips that hold text, and the blank ones among them, to what comes next."""
    for index in reversed(range(len(strips))):
        if count == 0:
            return
        strips[index] = replace(strips[index], keeps_next=True)
        count -= not strips[index].is_blank
        if strips[index].starts_page:
            return
