"""Where everything of a chart stands: titles, names, bars and amounts, for any width and any font, without overlap.

Three columns: names on the left, bars with their amounts behind them, what the row says of the change on the right.
Every text may take as many lines as its column asks for, so that nothing is cut off.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Self

from models.chart import Bar, Chart, ChartKind, ChartRow
from models.target import Year
from ui.chart_drawing import Axis, Box, Drawing, DrawnRow, Role, Stroke, Words
from ui.chart_wrapping import Measure, widest, wrapped

_LEAST_WIDTH = 24
"""Characters that a drawing is wide at least."""
_NAMES, _CHANGES, _AMOUNTS = 0.34, 0.22, 0.5
"""The most that names and changes take of the width, and amounts of the bars' column."""
_BAR = 0.62
"""The height of a bar, in lines."""
_SHORTEST = 2.0
"""Pixels of a bar that is not nought."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """A font: the height of a line, the width of a text, the same in bold."""

    line: float
    measure: Measure
    measure_bold: Measure

    @property
    def em(self) -> float:
        """The width of a Chinese character."""
        return max(self.measure("国"), 1.0)


def least_width(metrics: Metrics) -> float:
    """How wide a drawing is at least."""
    return _LEAST_WIDTH * metrics.em


def lay_out(charts: Iterable[Chart], remarks: Iterable[str], width: float, metrics: Metrics) -> Drawing:
    """Charts below each other, then the remarks, `width` pixels wide or as wide as they need at least."""
    drawn = tuple(charts)
    sheet = _Sheet(max(width, least_width(metrics)), metrics, _Sides.of(drawn, metrics))
    for number, chart in enumerate(drawn):
        sheet.put_chart(number, chart)
    for remark in remarks:
        sheet.put_remark(remark)
    return sheet.drawing()


@dataclass(frozen=True, slots=True)
class _Sides:
    """How wide names and changes would like to be: the same in all charts of a drawing, so that their axes align."""

    names: float
    changes: float

    @classmethod
    def of(cls, charts: Iterable[Chart], metrics: Metrics) -> Self:
        """The widest of each."""
        rows = [row for chart in charts for row in chart.rows]
        names, changes = (row.name for row in rows), (row.words for row in rows)
        return cls(widest(names, metrics.measure), widest(changes, metrics.measure))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges and widths of a chart's columns; `unit` is the length of one on the axis."""

    names: float
    names_width: float
    zero: float
    unit: float
    amount_width: float
    changes: float
    changes_width: float


@dataclass(slots=True)
class _Sheet:
    """What has been put on the drawing so far, and how far down it goes."""

    width: float
    metrics: Metrics
    sides: _Sides
    y: float = 0.0
    words: list[Words] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    axes: list[Axis] = field(default_factory=list)
    rows: list[DrawnRow] = field(default_factory=list)
    charts: list[Box] = field(default_factory=list)

    def drawing(self) -> Drawing:
        """All of it."""
        return Drawing(
            self.width,
            self.y + self._margin / 2,
            tuple(self.words),
            tuple(self.strokes),
            tuple(self.axes),
            tuple(self.rows),
            tuple(self.charts),
        )

    def put_chart(self, number: int, chart: Chart) -> None:
        """A chart below what is there."""
        top = self.y
        self.y += self._margin
        self._put_head(chart)
        columns = self._columns(chart)
        first = self.y
        for row in chart.rows:
            self._put_row(number, row, columns)
        self.axes.append(Axis(columns.zero, first, self.y))
        self.y += self._margin / 2
        self.charts.append(Box(0, top, self.width, self.y - top))

    def put_remark(self, remark: str) -> None:
        """A sentence over the whole width."""
        self.y += self._margin / 2
        self.y += self._put(Role.REMARK, remark, self._margin, self.y, self._inner)

    @property
    def _margin(self) -> float:
        return self.metrics.em

    @property
    def _gap(self) -> float:
        return self.metrics.em / 2

    @property
    def _inner(self) -> float:
        return self.width - 2 * self._margin

    def _put(self, role: Role, text: str, x: float, y: float, width: float) -> float:
        """A text with its top left corner there; its height."""
        measure = self.metrics.measure_bold if role is Role.TITLE else self.metrics.measure
        lines = wrapped(text, width, measure)
        height = len(lines) * self.metrics.line
        if lines:
            self.words.append(Words(Box(x, y, widest(iter(lines), measure), height), lines, role))
        return height

    def _put_head(self, chart: Chart) -> None:
        """The title with the legend behind it."""
        years = () if chart.kind is ChartKind.PARTS else chart.years
        one = self.metrics.line * _BAR + self._gap
        widths = [one + self.metrics.measure(year) + self._gap for year in years]
        room = self._inner - sum(widths) - self._gap
        height = self._put(Role.TITLE, chart.title, self._margin, self.y, room)
        x = self._margin + self._inner - sum(widths) + self._gap
        for year, width in zip(years, widths, strict=True):
            self._put_legend(year, x)
            x += width
        self.y += max(height, self.metrics.line) + self._gap

    def _put_legend(self, year: Year, x: float) -> None:
        side = self.metrics.line * _BAR
        self.strokes.append(Stroke(Box(x, self.y + (self.metrics.line - side) / 2, side, side), year))
        self._put(Role.LEGEND, year, x + side + self._gap, self.y, self._inner)

    def _columns(self, chart: Chart) -> _Columns:
        measure, inner = self.metrics.measure, self._inner
        names, changes = min(self.sides.names, _NAMES * inner), min(self.sides.changes, _CHANGES * inner)
        left = self._margin + names + 2 * self._gap
        area = inner - names - changes - 4 * self._gap
        labels = (bar.label for bar in chain.from_iterable(row.bars for row in chart.rows))
        amounts = min(widest(labels, measure), _AMOUNTS * area)
        length = area - amounts - self._gap - _SHORTEST
        least, most = (float(one) for one in chart.span)
        unit = length / (most - least) if most > least else 0.0
        zero = left - least * unit
        end = self._margin + inner - changes
        return _Columns(self._margin, names, zero, unit, amounts, end, changes)

    def _put_row(self, number: int, row: ChartRow, columns: _Columns) -> None:
        """Name, bars and change, each in the middle of the row's height."""
        line, measure = self.metrics.line, self.metrics.measure
        texts = (
            (Role.NAME, row.name, columns.names, columns.names_width),
            (Role.CHANGE, row.words, columns.changes, columns.changes_width),
        )
        heights = [len(wrapped(text, width, measure)) * line for _, text, _, width in texts]
        slots = [self._slot(bar, columns) for bar in row.bars]
        height = max(*heights, sum(slots), line) + self._gap
        for (role, text, x, width), own in zip(texts, heights, strict=True):
            self._put(role, text, x, self.y + (height - own) / 2, width)
        y = self.y + (height - sum(slots)) / 2
        for bar, slot in zip(row.bars, slots, strict=True):
            self._put_bar(bar, y, slot, columns)
            y += slot
        place = Box(self._margin / 2, self.y, self.width - self._margin, height)
        self.rows.append(DrawnRow(place, number, row.indicator, row.description))
        self.y += height

    def _slot(self, bar: Bar, columns: _Columns) -> float:
        lines = wrapped(bar.label, columns.amount_width, self.metrics.measure)
        return max(len(lines), 1) * self.metrics.line

    def _put_bar(self, bar: Bar, y: float, slot: float, columns: _Columns) -> None:
        """A bar to the right of nought, below nought to its left; the amount always on the right."""
        length = float(bar.value) * columns.unit
        if bar.value and abs(length) < _SHORTEST:
            length = _SHORTEST if bar.value > 0 else -_SHORTEST
        thick = self.metrics.line * _BAR
        left = columns.zero + min(length, 0)
        box = Box(left, y + (slot - thick) / 2, abs(length), thick)
        self.strokes.append(Stroke(box, bar.year))
        x = columns.zero + max(length, 0) + self._gap
        self._put(Role.AMOUNT, bar.label, x, y, columns.amount_width)
