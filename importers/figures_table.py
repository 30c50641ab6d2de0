"""The table of figures in a workbook: on which sheet, under which head, which row is which indicator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from models.exchange import ID_TITLE, MARKS_SHEET
from models.indicator import Indicator, Kind
from models.submission import indicator_of, key_of

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_NAME, _UNIT, _THIS, _LAST = "指标", "单位", "本年", "上年"
_LIKELY = "统计"
"""What the sheet with the table of figures is called unless somebody renamed it."""
_HEAD_WITHIN = 30
"""Rows above which the head of the table stands."""

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its number on the sheet, from 0, the indicator, whose id is its key, and both cells."""

    number: int
    indicator: Indicator
    this: object
    last: object


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """Where the table stands. Columns count within `rows`, which begin at `start` (row and column of the sheet)."""

    sheet: str
    start: tuple[int, int]
    rows: Rows
    head: int
    ids: int | None
    """None where the hidden column was deleted."""
    name: int
    unit: int
    this: int
    last: int

    def __iter__(self) -> Iterator[Row]:
        """The rows that name an indicator; headings between them have no unit and no id."""
        for number, row in enumerate(self.rows[self.head + 1 :], start=self.start[0] + self.head + 1):
            indicator_id = "" if self.ids is None else str(row[self.ids])
            if known := _indicator(indicator_id, str(row[self.name]), str(row[self.unit])):
                yield Row(number, known, row[self.this], row[self.last])

    @property
    def columns(self) -> frozenset[int]:
        """The sheet's columns with amounts."""
        return frozenset((self.start[1] + self.this, self.start[1] + self.last))


def figures_table(workbook: "CalamineWorkbook") -> FiguresTable | None:
    """The first table with ids; one whose ids are gone only where no other is; None where there is none."""
    without_ids: FiguresTable | None = None
    for name in sorted(workbook.sheet_names, key=lambda name: (_LIKELY not in name, name == MARKS_SHEET)):
        if table := _on_sheet(workbook, name):
            if table.ids is not None:
                return table
            without_ids = without_ids or table
    return without_ids


def rows_of(workbook: "CalamineWorkbook", name: str) -> tuple[Rows, tuple[int, int]]:
    """What is on a sheet, and where it begins; nothing on a chart."""
    from python_calamine import CalamineError

    try:
        sheet = workbook.get_sheet_by_name(name)
    except CalamineError:
        return [], (0, 0)
    return sheet.to_python(), sheet.start or (0, 0)


def _on_sheet(workbook: "CalamineWorkbook", name: str) -> FiguresTable | None:
    rows, start = rows_of(workbook, name)
    for number, row in enumerate(rows[:_HEAD_WITHIN]):
        places = {"".join(cell.split()): place for place, cell in enumerate(row) if isinstance(cell, str)}
        if all(title in places for title in (_NAME, _UNIT, _THIS, _LAST)):
            titles = (places[_NAME], places[_UNIT], places[_THIS], places[_LAST])
            return FiguresTable(name, start, rows, number, places.get(ID_TITLE), *titles)
    return None


@lru_cache(maxsize=4096)
def _indicator(indicator_id: str, name: str, unit: str) -> Indicator | None:
    """The indicator of a row; None for headings, repeated heads and days. The same rows stand in all workbooks."""
    indicator_id, name, unit = indicator_id.strip(), name.strip(), unit.strip()
    if indicator_id == ID_TITLE or not (indicator_id or (name and unit)):
        return None
    found = indicator_of(key_of(indicator_id, name, unit))
    return None if found.kind is Kind.DATE else found
