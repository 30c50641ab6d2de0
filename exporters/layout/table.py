"""Tables: ruled, the head row repeated on every page, texts wrapped in their cells."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, zip_longest

from exporters.layout.columns import column_widths
from exporters.layout.paragraph import Line, Setting, Shape, set_paragraph
from exporters.layout.strip import PlacedLine, Rule, Stretch, Strip, grid_strips, middle_baseline
from exporters.layout.units import Span
from exporters.profile import Profile, Style
from models.document import Align, Cell, Group, Table
from models.printed_places import figure_place
from models.report import Place

_SETTINGS = {Align.LEFT: Setting.LEFT, Align.CENTER: Setting.CENTER, Align.RIGHT: Setting.RIGHT}


def table_strips(table: Table, profile: Profile) -> tuple[Strip, ...]:
    """The table's title, its head and its rows; a group's row stays with the one below it."""
    styles = profile.styles
    title = set_paragraph(
        (Span(table.title, styles.table_title),), Shape(profile.text_width_pt, setting=Setting.CENTER)
    )
    strips = [replace(strip, keeps_next=True) for strip in grid_strips(title, profile)]
    if not table.columns:
        return tuple(strips)
    grid = _Grid(table, profile)
    head = replace(grid.head(), keeps_next=bool(table.rows))
    strips.append(head)
    repeated = replace(head, on_grid=False, keeps_next=False)
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        heads_next = isinstance(row, Group) and number < last
        strips += (
            replace(part, head=repeated, keeps_next=heads_next) for part in grid.row(row, head.height_pt)
        )
    return tuple(strips)


class _Grid:
    """The columns of a table, and rows set into them."""

    def __init__(self, table: Table, profile: Profile) -> None:
        self._columns = table.columns
        self._place = table.place
        self._profile = profile
        self._edges = list(accumulate(column_widths(table, profile), initial=0.0))

    def head(self) -> Strip:
        """The row of column titles, which begins on the grid."""
        style = self._profile.styles.table_head
        cells = [
            self._cell(column.title, style, Setting.CENTER, index)
            for index, column in enumerate(self._columns)
        ]
        return replace(self._strip(cells, style, self._edges, self._place), on_grid=True)

    def row(self, row: tuple[Cell, ...] | Group, head_pt: float) -> Iterator[Strip]:
        """The row as one strip, or as several where it is higher than a page."""
        if isinstance(row, Group):
            style, edges = self._profile.styles.table_head, [self._edges[0], self._edges[-1]]
            width = self._profile.text_width_pt - 2 * self._profile.table.padding_pt
            cells = [set_paragraph((Span(row.title, style),), Shape(width, setting=Setting.LEFT))]
        else:
            style, edges = self._profile.styles.table_body, self._edges
            cells = [
                self._cell(cell.text, style, _SETTINGS[column.align], index) if cell else ()
                for index, (column, cell) in enumerate(zip_longest(self._columns, row[: len(self._columns)]))
            ]
        most = self._most_lines(style, head_pt)
        for start in range(0, max(map(len, cells), default=0) or 1, most):
            parts = [cell[start : start + most] for cell in cells]
            yield self._strip(parts, style, edges, self._row_place(row))

    def _most_lines(self, style: Style, head_pt: float) -> int:
        profile = self._profile
        room = profile.text_height_pt - head_pt - 2 * profile.table.padding_pt
        return max(1, int(room / (style.size_pt * profile.table.leading)))

    def _cell(self, text: str, style: Style, setting: Setting, index: int) -> tuple[Line, ...]:
        width = self._edges[index + 1] - self._edges[index] - 2 * self._profile.table.padding_pt
        return set_paragraph((Span(text, style),), Shape(max(width, style.size_pt), setting=setting))

    def _row_place(self, row: tuple[Cell, ...] | Group) -> Place | None:
        """The figure a row shows, in a report's table; else the table's own place."""
        targets = () if isinstance(row, Group) else (cell.target for cell in row if cell.target)
        target = next(iter(targets), "")
        return figure_place(target) if target and self._place else self._place

    def _strip(
        self, cells: list[tuple[Line, ...]], style: Style, edges: list[float], place: Place | None
    ) -> Strip:
        padding, pitch = self._profile.table.padding_pt, style.size_pt * self._profile.table.leading
        height = max(1, *map(len, cells)) * pitch + 2 * padding if cells else pitch + 2 * padding
        lines = (
            PlacedLine(left + padding, middle_baseline(top, pitch, line.size_pt), line, _whole(line, place))
            for left, cell in zip(edges, cells, strict=False)
            for top, line in _stacked(cell, height, pitch)
        )
        return Strip(height, tuple(lines), tuple(self._rules(edges, height)), on_grid=False)

    def _rules(self, edges: list[float], height: float) -> Iterator[Rule]:
        pen = self._profile.table.rule_pt
        for y in (0.0, height):
            yield Rule(edges[0], y, edges[-1], y, pen)
        for x in edges:
            yield Rule(x, 0.0, x, height, pen)


def _stacked(cell: tuple[Line, ...], height: float, pitch: float) -> Iterator[tuple[float, Line]]:
    """A cell's lines one below the other in the middle of its row, each with the top of its band."""
    first = (height - len(cell) * pitch) / 2
    return ((first + index * pitch, line) for index, line in enumerate(cell))


def _whole(line: Line, place: Place | None) -> tuple[Stretch, ...]:
    return (Stretch(place, 0, 0, len(line.text)),) if place else ()
