"""Where the table stands in a workbook: rows with the cells that matter, whatever was moved, renamed or put between."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from importers.cells import Cell, squeezed
from importers.returned.opening import Row, Sheet
from models.exchange import ID_TITLE
from models.returning import FILLERS

NAME, UNIT, VALUE, LAST, STATE, EVIDENCE, NOTE = (
    "指标", "单位", "本年", "上年", "数据状态", "说明", "备注",
)  # fmt: skip
_TITLES = (ID_TITLE, NAME, UNIT, VALUE, LAST, STATE, EVIDENCE, NOTE)
"""How heads begin."""
_HEAD_END = r"(?:名称|度|数|值|数据|/.*|\(.*\))*"
_NOTHING = Cell()


@dataclass(frozen=True, slots=True)
class Line:
    """A row below the head of a table."""

    sheet: str
    number: int
    is_hidden: bool
    cells: Mapping[str, Cell]
    others: tuple[Cell, ...] = field(default=(), repr=False)
    """Every cell of the row, for ids whose column has lost its head."""

    def cell(self, title: str) -> Cell:
        """The cell under a head, blank where there is none."""
        return self.cells.get(title, _NOTHING)

    def text(self, title: str) -> str:
        """The text under a head."""
        return self.cell(title).text


def lines(sheet: Sheet, year: int) -> Iterator[Line]:
    """The rows below each head of a sheet, in order; none where no head is found."""
    columns: Mapping[int, str] = {}
    for row in sheet.rows:
        if head := _head(row, year):
            columns = head
        elif columns and not _is_fillers(row):
            cells = {title: row.cells[at] for at, title in columns.items() if at in row.cells}
            yield Line(sheet.name, row.number, row.is_hidden, cells, tuple(row.cells.values()))


def filled_by(sheet: Sheet) -> str:
    """Who filled the workbook in, as 填报人 张三，电话 123; empty where nothing is written."""
    found = []
    for row in filter(_is_fillers, sheet.rows):
        label = ""
        for _, cell in sorted(row.cells.items()):
            title = squeezed(cell.text).rstrip(":")
            if title in FILLERS:
                label = title
            elif label:
                found.append(f"{label}{cell.text}")
                label = ""
    return "，".join(found)


def _head(row: Row, year: int) -> Mapping[int, str] | None:
    """The columns of a head: it names this year's amounts and what they are of."""
    columns: dict[int, str] = {}
    for at, cell in row.cells.items():
        title = _title(squeezed(cell.text), year)
        if title and title not in columns.values():
            columns[at] = title
    named = set(columns.values())
    return columns if VALUE in named and named & {NAME, ID_TITLE} else None


def _title(text: str, year: int) -> str:
    """Which head a text is: 指标名称, 本年数 and 2025年 are heads too, 本年新增两项 is none."""
    years = {f"{year}年": VALUE, f"{year - 1}年": LAST}
    heads = {title: title for title in _TITLES} | years
    return next((title for words, title in heads.items() if re.fullmatch(words + _HEAD_END, text)), "")


def _is_fillers(row: Row) -> bool:
    return any(squeezed(cell.text).rstrip(":") in FILLERS[:2] for cell in row.cells.values())
