"""What is painted of charts, as plain values: texts, bars and axes with their places, in pixels."""

from dataclasses import dataclass
from enum import StrEnum

from models.target import Year


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom


class Role(StrEnum):
    """What a text is: it decides how it is written."""

    TITLE = "title"
    NAME = "name"
    AMOUNT = "amount"
    CHANGE = "change"
    LEGEND = "legend"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Words:
    """A text in lines, from the top left of its box."""

    box: Box
    lines: tuple[str, ...]
    role: Role


@dataclass(frozen=True, slots=True)
class Stroke:
    """A bar of a year, or the sample of its colour in a legend."""

    box: Box
    year: Year


@dataclass(frozen=True, slots=True)
class Axis:
    """The line of nought."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """Where a row of a chart lies; which chart (from 0), which indicator, what it says."""

    box: Box
    chart: int
    indicator: str
    description: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Charts below each other. `charts` are their places in the order they came in."""

    width: float
    height: float
    words: tuple[Words, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    axes: tuple[Axis, ...] = ()
    rows: tuple[DrawnRow, ...] = ()
    charts: tuple[Box, ...] = ()

    def row_at(self, x: float, y: float) -> int:
        """The number of the row at a point, -1 where there is none."""
        return next((at for at, row in enumerate(self.rows) if row.box.holds(x, y)), -1)

    def chart_at(self, x: float, y: float) -> int:
        """The number of the chart at a point, -1 where there is none."""
        return next((at for at, box in enumerate(self.charts) if box.holds(x, y)), -1)
