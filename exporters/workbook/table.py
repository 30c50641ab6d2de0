"""A sheet with one table of typed cells: the statistics, and every table of the paper."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from exporters.workbook.book import Book, Look, set_page
from exporters.workbook.formulas import cell_formula
from exporters.workbook.heading import GROUP, HEAD, merged, protect, write_heading
from exporters.workbook.named_cells import Places
from exporters.workbook.sizes import PRINTED_WIDTH, height
from models.document import Cell, Column, Group, Shown, Table

HEAD_ROW = 2
FIRST_ROW = HEAD_ROW + 1


def write_table(
    book: Book,
    sheet: Worksheet,
    table: Table,
    organ: str,
    year: int,
    places: Places,
    *,
    is_form: bool = False,
) -> None:
    """Fill the sheet of a table. `is_form`: its formulas are protected and its rows can be filtered."""
    last, end = len(table.columns) - 1, HEAD_ROW + len(table.rows)
    write_heading(book, sheet, table.title, organ, f"{year}年度", last)
    for number, column in enumerate(table.columns):
        book.text(sheet, HEAD_ROW, number, column.title, HEAD)
    sheet.set_row(HEAD_ROW, 24)
    widths = _set_widths(book, sheet, table.columns)
    _name_cells(str(sheet.name), table, places)
    for number, row in enumerate(table.rows, start=FIRST_ROW):
        if isinstance(row, Group):
            merged(book, sheet, number, 0, last, row.title, GROUP)
            sheet.set_row(number, height([(row.title, sum(widths))]))
        else:
            _write_row(book, sheet, number, row, table.columns, places)
            sheet.set_row(number, height((cell.text, width) for cell, width in zip(row, widths, strict=True)))
    sheet.freeze_panes(FIRST_ROW, 0)
    set_page(sheet, (HEAD_ROW, HEAD_ROW))
    sheet.print_area(0, 0, end, last)
    if is_form and table.rows:
        sheet.autofilter(HEAD_ROW, 0, end, last)
        protect(sheet)


def _set_widths(book: Book, sheet: Worksheet, columns: tuple[Column, ...]) -> list[float]:
    """Column widths by their shares of the printed page; hidden columns have none."""
    shown = [column for column in columns if column.shown is not Shown.HIDDEN]
    scale = PRINTED_WIDTH / (sum(column.width for column in shown) or 1)
    widths = [round(column.width * scale, 2) for column in columns]
    for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
        is_hidden = column.shown is Shown.HIDDEN
        sheet.set_column(number, number, width, None, {"hidden": True} if is_hidden else {})
    hidden = 10_000.0  # what cannot be seen makes no row higher
    return [
        hidden if column.shown is Shown.HIDDEN else width
        for column, width in zip(columns, widths, strict=True)
    ]


def _name_cells(name: str, table: Table, places: Places) -> None:
    """Every amount has a name before the first formula asks for one."""
    for number, row in enumerate(table.rows, start=FIRST_ROW):
        for column, cell in enumerate(() if isinstance(row, Group) else row):
            places.put(cell.target, name, number, column)


def _write_row(
    book: Book,
    sheet: Worksheet,
    row: int,
    cells: tuple[Cell, ...],
    columns: tuple[Column, ...],
    places: Places,
) -> None:
    beside = {cell.target: xl_rowcol_to_cell(row, at) for at, cell in enumerate(cells) if cell.target}
    for number, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        look = Look(align=column.align, is_open=column.is_open and not cell.formula)
        write_cell(book, sheet, row, number, cell, look, beside, places)


def write_cell(
    book: Book,
    sheet: Worksheet,
    row: int,
    column: int,
    cell: Cell,
    look: Look,
    beside: Mapping[str, str],
    places: Places,
) -> None:
    """A typed cell: a formula with its value beside it, a number in its format, or a text.

    A formula asks for amounts in `beside` (target to cell of this sheet) first, then by their names.
    """
    is_number = bool(cell.formula or cell.number is not None or cell.target)
    look = numbered(look, cell.number_format) if is_number else look
    if cell.formula:
        formula = cell_formula(cell.formula, lambda target: beside.get(target) or places.name(target))
        sheet.write_formula(row, column, formula, book.format(look), cached(cell.number))
    elif cell.number is not None:
        sheet.write_number(row, column, float(cell.number), book.format(look))
    else:
        book.text(sheet, row, column, cell.text, look)


def numbered(look: Look, number_format: str) -> Look:
    """The look with a number format."""
    return replace(look, number="" if number_format == "General" else number_format)


def cached(number: Decimal | None) -> float | str:
    """What stands beside a formula; nothing where it gives an empty text."""
    return "" if number is None else float(number)
