"""A ruled form of cells on exactly one page: the sign-off sheet (发文稿纸).

Rows grow with what stands in them, and where that is too much, values become smaller until all of them find room:
nothing is cut off, nothing goes to a second page. Room that is left over goes to the boxes that are signed by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from exporters.layout.page import Layout, Page
from exporters.layout.paragraph import Line, Setting, Shape, set_paragraph
from exporters.layout.strip import PlacedLine, Rule, middle_baseline
from exporters.layout.title import set_title
from exporters.layout.units import Span
from exporters.profile import POINTS_PER_MM, Profile, Style
from models.errors import UserError
from models.signoff_sheet import Cell, Row, Sheet

_SMALLER = 0.94
"""From one size that is tried to the next."""
_DENSEST = 0.3
"""No text is set closer than this many square ems a character: sizes that cannot fit need not be tried."""
_SMALLEST_PT = 0.01
_LEAST_ROOM_PT = 10.0
_TOLERANCE_PT = 0.01
_LABEL_ENDS = "："


def lay_out_form(sheet: Sheet, rules: Profile) -> Layout:
    """The sheet as a paper of one page. Raises UserError for a profile whose page cannot hold it even when empty."""
    form = _Form(rules)
    form.judge(sheet.rows)
    heights = form.heights(sheet.rows)
    tops = list(accumulate(heights, initial=form.top_pt))
    lines = [*form.title(sheet.title)]
    pens: list[Rule] = []
    for row, top, height in zip(sheet.rows, tops, heights, strict=False):
        for cell in form.row(row, height):
            lines += form.cell_lines(cell, top, height)
            pens += form.cell_rules(cell, top, height)
    pens += form.frame(tops)
    lines += form.trace(sheet.trace)
    return Layout(rules, (Page(number=1, lines=tuple(lines), rules=tuple(pens), number_line=None),))


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell and its edges, in points from the paper's left edge."""

    cell: Cell
    left_pt: float
    right_pt: float

    @property
    def width_pt(self) -> float:
        return self.right_pt - self.left_pt


@dataclass(frozen=True, slots=True)
class _Set:
    """A cell's label, in a column of `label_pt`, and its value in lines of `pitch_pt`."""

    place: _Place
    label_pt: float
    label: tuple[Line, ...]
    value: tuple[Line, ...]
    pitch_pt: float


class _Form:
    """The measures of a form on one kind of paper, and what is set into it."""

    def __init__(self, rules: Profile) -> None:
        self._rules = rules
        self._label = rules.styles.form_label
        self._padding_pt = rules.signoff.padding_mm * POINTS_PER_MM
        self.top_pt = (rules.signoff.top_mm + rules.signoff.title_mm) * POINTS_PER_MM
        self._height_pt = rules.paper_height_pt - self.top_pt - rules.signoff.bottom_mm * POINTS_PER_MM

    def judge(self, rows: tuple[Row, ...]) -> None:
        """Raise UserError where the title or the narrowest cell finds no room."""
        band = self._rules.signoff.title_mm * POINTS_PER_MM - 2 * self._padding_pt
        places = (place for row in rows for place in self._places(row))
        rooms = (place.width_pt - self._label_width(place) - 2 * self._padding_pt for place in places)
        if min(band, *rooms) < _LEAST_ROOM_PT:
            raise self._too_small()

    def heights(self, rows: tuple[Row, ...]) -> list[float]:
        """The heights of the rows, which together fill the form, with values in one type as large as can be."""
        width, characters = self._rules.text_width_pt, sum(map(_characters, rows))
        for style in self._styles(characters, width * self._height_pt):
            needed = [self._needed_pt(row, style) for row in rows]
            spare, shares = self._height_pt - sum(needed), sum(row.share for row in rows)
            if spare >= 0:
                return [height + spare * row.share / shares for row, height in zip(rows, needed, strict=True)]
        raise self._too_small()

    def row(self, row: Row, height_pt: float) -> Iterator[_Set]:
        """A row's cells, each with its value in the largest type that finds room."""
        for place in self._places(row):
            room = place.width_pt * height_pt
            tried = (self._set(place, style) for style in self._styles(_cell_characters(place.cell), room))
            fits = (one for one in tried if self._cell_height_pt(one) <= height_pt + _TOLERANCE_PT)
            if (found := next(fits, None)) is None:
                raise self._too_small()
            yield found

    def title(self, text: str) -> Iterator[PlacedLine]:
        """The title in the middle of its band, in one line or several."""
        band = self._rules.signoff.title_mm * POINTS_PER_MM - 2 * self._padding_pt
        style, leading = self._rules.styles.form_title, self._rules.signoff.leading
        lines = set_title(text, style, self._rules.text_width_pt)
        while len(lines) * style.size_pt * leading > band:
            style = replace(style, size_pt=style.size_pt * _SMALLER)
            lines = set_title(text, style, self._rules.text_width_pt)
        top = self._rules.signoff.top_mm * POINTS_PER_MM
        yield from self._placed(self._in_red(lines), self._rules.left_pt, top, band, style.size_pt * leading)

    def cell_lines(self, found: _Set, top: float, height: float) -> Iterator[PlacedLine]:
        """A cell's label and value; the label of a box for signatures stands in its upper left corner."""
        pitch = self._label.size_pt * self._rules.signoff.leading
        label = self._in_red(found.label)
        if found.place.cell.is_signed:
            above = len(label) * pitch
            yield from self._placed(
                label, found.place.left_pt + self._padding_pt, top + self._padding_pt, above, pitch
            )
            return
        yield from self._placed(label, found.place.left_pt, top, height, pitch)
        left = found.place.left_pt + found.label_pt + self._padding_pt
        yield from self._placed(found.value, left, top, height, found.pitch_pt)

    def cell_rules(self, found: _Set, top: float, height: float) -> Iterator[Rule]:
        """What divides a cell from its neighbours and its label from its value."""
        if found.place.left_pt > self._rules.left_pt:
            yield self._rule(found.place.left_pt, top, found.place.left_pt, top + height)
        if not found.place.cell.is_signed:
            edge = found.place.left_pt + found.label_pt
            yield self._rule(edge, top, edge, top + height)

    def frame(self, tops: list[float]) -> Iterator[Rule]:
        """The lines between the rows, and the thick ones around them all."""
        left, right = self._rules.left_pt, self._rules.left_pt + self._rules.text_width_pt
        for y in tops[1:-1]:
            yield self._rule(left, y, right, y)
        top, bottom, pen = tops[0], tops[-1], self._rules.signoff.outer_rule_mm
        # The horizontal ones reach over the corners, which would be notched otherwise.
        over = pen * POINTS_PER_MM / 2
        for y in (top, bottom):
            yield self._rule(left - over, y, right + over, y, pen)
        for x in (left, right):
            yield self._rule(x, top, x, bottom, pen)

    def trace(self, text: str) -> Iterator[PlacedLine]:
        """Which version lies under the sheet, where its pages say it too."""
        style = self._rules.styles.trace
        from_bottom = self._rules.trace.from_bottom_mm * POINTS_PER_MM
        shape = Shape(self._rules.text_width_pt, setting=Setting.LEFT)
        for line in set_paragraph((Span(text, style),), shape)[:1]:
            yield PlacedLine(self._rules.left_pt, self._rules.paper_height_pt - from_bottom, line)

    def _styles(self, characters: int, room: float) -> Iterator[Style]:
        """The value's style in smaller and smaller sizes, without those in which so many characters cannot fit."""
        style = self._rules.styles.form_value
        while style.size_pt > _SMALLEST_PT:
            if characters * _DENSEST * style.size_pt**2 < room:
                yield style
            style = replace(style, size_pt=style.size_pt * _SMALLER)

    def _places(self, row: Row) -> Iterator[_Place]:
        whole = sum(cell.width for cell in row.cells)
        left = self._rules.left_pt
        for cell in row.cells:
            right = left + self._rules.text_width_pt * cell.width / whole
            yield _Place(cell, left, right)
            left = right

    def _set(self, place: _Place, style: Style) -> _Set:
        cell, inside = place.cell, place.width_pt - 2 * self._padding_pt
        pitch = style.size_pt * self._rules.signoff.leading
        if cell.is_signed:
            shape = Shape(inside, setting=Setting.LEFT)
            label = set_paragraph((Span(cell.label + _LABEL_ENDS, self._label),), shape)
            return _Set(place, 0.0, label, (), pitch)
        width = self._label_width(place)
        label = set_paragraph((Span(cell.label, self._label),), Shape(width, setting=Setting.CENTER))
        room = Shape(inside - width, setting=Setting.RIGHT if cell.is_right else Setting.LEFT)
        value = tuple(line for text in cell.texts for line in set_paragraph((Span(text, style),), room))
        return _Set(place, width, label, value, pitch)

    def _label_width(self, place: _Place) -> float:
        """The first labels of all rows make a column, the others take the room they need."""
        if place.left_pt == self._rules.left_pt:
            return self._rules.signoff.label_mm * POINTS_PER_MM
        return max(map(len, place.cell.label.split("\n"))) * self._label.size_pt + 2 * self._padding_pt

    def _needed_pt(self, row: Row, style: Style) -> float:
        cells = (self._set(place, style) for place in self._places(row))
        return max(row.least_mm * POINTS_PER_MM, *map(self._cell_height_pt, cells))

    def _cell_height_pt(self, found: _Set) -> float:
        label = len(found.label) * self._label.size_pt * self._rules.signoff.leading
        return max(label, len(found.value) * found.pitch_pt) + 2 * self._padding_pt

    def _placed(
        self, lines: tuple[Line, ...], left: float, top: float, height: float, pitch: float
    ) -> Iterator[PlacedLine]:
        """Lines one below the other in the middle of a band."""
        first = top + (height - len(lines) * pitch) / 2
        for number, line in enumerate(lines):
            yield PlacedLine(left, middle_baseline(first + number * pitch, pitch, line.size_pt), line)

    def _too_small(self) -> UserError:
        name = self._rules.id
        return UserError(
            f"版式“{name}”的纸上放不下发文稿纸，什么也没有写入；请改大纸张，或改小 signoff 一节的尺寸。"
        )

    def _rule(self, x1: float, y1: float, x2: float, y2: float, pen_mm: float | None = None) -> Rule:
        pen = self._rules.signoff.inner_rule_mm if pen_mm is None else pen_mm
        return Rule(x1, y1, x2, y2, pen * POINTS_PER_MM, self._rules.signoff.colour)

    def _in_red(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """What belongs to the form itself; what is filled in stays black."""
        colour = self._rules.signoff.colour
        return tuple(
            replace(line, runs=tuple(replace(run, colour=colour) for run in line.runs)) for line in lines
        )


def _characters(row: Row) -> int:
    return sum(map(_cell_characters, row.cells))


def _cell_characters(cell: Cell) -> int:
    return sum(map(len, cell.texts))
