"""Workbooks as departments send them back: filled in every way of writing, and handled in every way of handling."""

import random
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.exchange import ID_TITLE
from models.indicator import Indicator, Kind
from models.quantity import Quantity
from models.report import Report


@dataclass(frozen=True)
class Writing:
    """What is put into a cell, and the amount it means. `format`: the cell's number format, where it is changed."""

    content: Any
    means: str
    format: str = ""


def writings(indicator: Indicator, last: Quantity | None, chance: random.Random) -> Iterator[Writing]:
    """Ways to write a random amount of an indicator."""
    if indicator.unit == "%":
        hundredths = chance.randint(1101, 9999)
        percent = f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")
        yield Writing(hundredths / 10000, f"{percent}%")
        yield Writing(f"{percent}%", f"{percent}%")
        yield Writing(f"{percent}％以上", f"{percent}%以上")
        yield Writing(hundredths / 100, f"{percent}%")
        yield Writing(percent, f"{percent}%")
        if last is None or last.value > hundredths / 200:  # a lower rate could also be meant in per cent
            yield Writing(hundredths / 10000, f"{percent}%", "General")
        return
    number = chance.randint(1000, 999_999)
    unit = indicator.unit
    yield Writing(number, str(number))
    yield Writing(str(number), str(number))
    yield Writing("".join(chr(ord(digit) + 0xFEE0) for digit in str(number)), str(number))
    yield Writing(f"{number}余", f"{number}余")
    yield Writing(f"{number}{unit}", str(number))
    yield Writing(f" {number:,} {unit} ", str(number))
    yield Writing(f"约{number}（{unit}）", f"约{number}")
    yield Writing(f"约{number}万{unit}", f"约{number}万")
    yield Writing(f"{number}余{unit}", f"{number}余")
    yield Writing(number, f"{number}余", '#,##0"余"')
    yield Writing(number, f"约{number}", '"约"0')
    yield Writing(f"{number}.0", str(number))
    if indicator.kind is Kind.AMOUNT:
        yield Writing(number + 0.25, f"{number}.25")
        yield Writing(f"¥{number:,}.5", f"{number}.5")


def table(book: Workbook) -> Worksheet:
    """The sheet with the table, whatever it is called now."""
    holds = (sheet for sheet in book.worksheets if any(ID_TITLE in row for row in sheet.values))
    return next(holds, book.worksheets[0])


def columns(sheet: Worksheet) -> tuple[int, dict[str, int]]:
    """The head's row, and its columns by title."""
    for row in sheet.iter_rows():
        if any(cell.value == ID_TITLE for cell in row):
            return int(row[0].row or 0), {str(cell.value): cell.column for cell in row if cell.value}
    raise AssertionError("no head")


def rows(sheet: Worksheet) -> dict[str, int]:
    """The rows by indicator."""
    head, at = columns(sheet)
    found = ((sheet.cell(row, at[ID_TITLE]).value, row) for row in range(head + 1, sheet.max_row + 1))
    return {str(indicator): row for indicator, row in found if indicator}


def fill(path: Path, report: Report, chance: random.Random) -> dict[str, Quantity]:
    """Fill every row of a blank workbook in; the amounts meant, by indicator."""
    book = load_workbook(path)
    sheet = table(book)
    _, at = columns(sheet)
    meant = {}
    for indicator_id, row in rows(sheet).items():
        indicator = report.indicator(indicator_id)
        assert indicator is not None
        writing = chance.choice(list(writings(indicator, report.figure(indicator_id).last, chance)))
        cell = sheet.cell(row, at["本年"], writing.content)
        if writing.format:
            cell.number_format = writing.format
        meant[indicator_id] = Quantity.parse(writing.means)
    book.save(path)
    return meant


def _change(path: Path, change: Callable[[Workbook, Worksheet], None]) -> None:
    book = load_workbook(path)
    sheet = table(book)
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))  # openpyxl moves cells without them
    change(book, sheet)
    book.save(path)


def rename_and_move_sheets(path: Path) -> None:
    """The table gets another name and stands behind the marks and an empty sheet."""

    def change(book: Workbook, sheet: Worksheet) -> None:
        sheet.title = "我局填报"
        book.create_sheet("说明", 0)
        book.move_sheet(sheet, 2)

    _change(path, change)


def shuffle_rows(path: Path, chance: random.Random) -> None:
    """The rows of the table stand in another order, with their formats."""

    def change(_book: Workbook, sheet: Worksheet) -> None:
        places = list(rows(sheet).values())
        width = sheet.max_column
        taken = {
            row: [(cell.value, copy(cell.number_format)) for cell in sheet[row][:width]] for row in places
        }
        for target, source in zip(places, chance.sample(places, len(places)), strict=True):
            for column, (value, number_format) in enumerate(taken[source], start=1):
                cell = sheet.cell(target, column)
                cell.value, cell.number_format = value, number_format

    _change(path, change)


def hide_and_insert_rows(path: Path) -> None:
    """Every third row is hidden; blank rows and a remark stand between."""

    def change(_book: Workbook, sheet: Worksheet) -> None:
        head, _ = columns(sheet)
        sheet.insert_rows(head + 2, 2)
        sheet.cell(head + 2, 3, "以下为二季度后数据")
        sheet.insert_rows(1)
        for row in list(rows(sheet).values())[::3]:
            sheet.row_dimensions[row].hidden = True

    _change(path, change)


def delete_columns(path: Path, *titles: str) -> None:
    """Whole columns are gone."""

    def change(_book: Workbook, sheet: Worksheet) -> None:
        for title in titles:
            sheet.delete_cols(columns(sheet)[1][title])

    _change(path, change)


def insert_column(path: Path) -> None:
    """A column of somebody's own stands first."""
    _change(path, lambda _book, sheet: sheet.insert_cols(1))


def set_cell(path: Path, indicator: str, title: str, content: Any, number_format: str = "") -> int:
    """Write into one cell; its row."""
    book = load_workbook(path)
    sheet = table(book)
    row = rows(sheet)[indicator]
    cell = sheet.cell(row, columns(sheet)[1][title])
    cell.value = content
    if number_format:
        cell.number_format = number_format
    book.save(path)
    return row
