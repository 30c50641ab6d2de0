"""Document → workbook (openpyxl): the statistics first, then a sheet for every table of the paper.

Numbers stay numbers with their printed form in the number format; a text is never a formula.
"""

import re
from collections.abc import Iterable
from io import BytesIO
from math import ceil
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exporters.characters import in_one_line
from exporters.fonts import OFFICIAL_NAMES, Face
from exporters.package import finished
from exporters.profile import Profile
from models.document import Cell, Column, Document, Group, Table

_SONG = OFFICIAL_NAMES[Face.SONG]
_HEI = OFFICIAL_NAMES[Face.HEI]
_CHINESE = 134
"""The character set of GB2312 in a font record."""
_PRINTED_WIDTH = 140
"""Characters at 11 pt that an A4 page holds across; wider sheets are shrunk to it when printed."""
_LINE_HEIGHT = 14.5
_ROW_PADDING = 4.5
"""Points, for 11 pt type."""
_HEADER_ROW = 3
_ORIGIN = f"A{_HEADER_ROW + 1}"
_A4 = 9
_LINE = Side("thin", "FF808080")
_GRID = Border(_LINE, _LINE, _LINE, _LINE)
_HEAD_FILL = PatternFill("solid", "FFD9D9D9")
_GROUP_FILL = PatternFill("solid", "FFF2F2F2")
_LIKE_FORMULA = ("=", "+", "-", "@", "＝")
_LONGEST_NAME = 31


def write(document: Document, stream: BinaryIO, _rules: Profile | None = None) -> None:
    """The workbook of the paper's statistics and tables."""
    workbook = Workbook()
    _set_base_font(workbook)
    tables = (document.statistics, *(block for block in document.blocks if isinstance(block, Table)))
    names = sheet_names(table.title for table in tables)
    for number, (table, name) in enumerate(zip(tables, names, strict=True)):
        _fill(workbook.create_sheet(name, number), table, document)
    workbook.remove(workbook.worksheets[-1])
    packed = BytesIO()
    workbook.save(packed)
    stream.write(finished(packed.getvalue(), document))


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Titles as sheet names: no forbidden characters, at most 31, different from each other."""
    names: list[str] = []
    for title in titles:
        plain = re.sub(r"[\[\]:*?/\\]", " ", in_one_line(title)).strip(" '") or "表"
        name, count = plain[:_LONGEST_NAME], 1
        while name.casefold() in {taken.casefold() for taken in names}:
            count += 1
            ending = f"（{count}）"
            name = f"{plain[: _LONGEST_NAME - len(ending)]}{ending}"
        names.append(name)
    return names


def _set_base_font(workbook: Workbook) -> None:
    """宋体 in place of openpyxl's Calibri for cells still empty; there is no public way to say so."""
    font = Font(_SONG, 11, charset=_CHINESE)
    workbook._fonts = IndexedList([font])  # type: ignore[attr-defined]
    workbook._named_styles["Normal"].font = font  # type: ignore[attr-defined]


def _fill(sheet: Worksheet, table: Table, document: Document) -> None:
    _write_heading(sheet, table, document)
    for number, column in enumerate(table.columns, start=1):
        _write_text(_cell(sheet, _HEADER_ROW, number), column.title)
        _dress(_cell(sheet, _HEADER_ROW, number), Font(_HEI, 11, charset=_CHINESE), "center", _HEAD_FILL)
    for number, row in enumerate(table.rows, start=_HEADER_ROW + 1):
        if isinstance(row, Group):
            _write_group(sheet, number, row, len(table.columns))
        else:
            _write_row(sheet, number, row, table.columns)
    _set_sizes(sheet, table)
    _set_page(sheet)


def _write_heading(sheet: Worksheet, table: Table, document: Document) -> None:
    """The table's title over its whole width, below it who reports and for which year."""
    last = len(table.columns)
    year_from = max(1, last - last // 3 + 1)
    _write_text(_cell(sheet, 1, 1), table.title)
    _cell(sheet, 1, 1).font = Font(_HEI, 18, charset=_CHINESE)
    _cell(sheet, 1, 1).alignment = Alignment("center", "center", wrap_text=True)
    _merge(sheet, 1, 1, last)
    sheet.row_dimensions[1].height = 36
    for first, until, text, align in (
        (1, year_from - 1, f"填报单位：{document.organ}", "left"),
        (year_from, last, f"{document.year}年度", "right"),
    ):
        if until < first:
            continue
        _write_text(_cell(sheet, 2, first), text)
        _cell(sheet, 2, first).font = Font(_SONG, 11, charset=_CHINESE)
        _cell(sheet, 2, first).alignment = Alignment(align, "center")
        _merge(sheet, 2, first, until)
    sheet.row_dimensions[2].height = 20
    sheet.row_dimensions[_HEADER_ROW].height = 24


def _write_group(sheet: Worksheet, row: int, group: Group, columns: int) -> None:
    for number in range(1, columns + 1):
        _dress(_cell(sheet, row, number), Font(_HEI, 11, charset=_CHINESE), "left", _GROUP_FILL)
    _write_text(_cell(sheet, row, 1), group.title)
    _merge(sheet, row, 1, columns)


def _write_row(sheet: Worksheet, row: int, cells: tuple[Cell, ...], columns: tuple[Column, ...]) -> None:
    for number, (cell, column) in enumerate(zip(cells, columns, strict=True), start=1):
        target = _cell(sheet, row, number)
        _dress(target, Font(_SONG, 11, charset=_CHINESE), column.align, None)
        if cell.number is None:
            _write_text(target, cell.text)
        else:
            target.value = cell.number
            target.number_format = cell.number_format


def _write_text(cell: ExcelCell, text: str) -> None:
    """A text as a text: openpyxl would make a formula of what begins with an equals sign."""
    plain = in_one_line(text)
    if plain:
        cell.value = plain
        cell.data_type = "s"
        cell.quotePrefix = plain.startswith(_LIKE_FORMULA)


def _dress(cell: ExcelCell, font: Font, align: str, fill: PatternFill | None) -> None:
    cell.font = font
    cell.border = _GRID
    cell.alignment = Alignment(align, "center", wrap_text=True)
    if fill:
        cell.fill = fill


def _cell(sheet: Worksheet, row: int, column: int) -> ExcelCell:
    cell = sheet.cell(row, column)
    assert not isinstance(cell, MergedCell)
    return cell


def _merge(sheet: Worksheet, row: int, first: int, last: int) -> None:
    if last > first:
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)


def _set_sizes(sheet: Worksheet, table: Table) -> None:
    """Column widths by their shares, and row heights for the lines their texts take: WPS fits none by itself."""
    scale = _PRINTED_WIDTH / (sum(column.width for column in table.columns) or 1)
    widths = [round(column.width * scale, 2) for column in table.columns]
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for number, row in enumerate(table.rows, start=_HEADER_ROW + 1):
        cells = () if isinstance(row, Group) else zip(row, widths, strict=True)
        lines = max((ceil(_digits(cell.text) / width) for cell, width in cells), default=1)
        sheet.row_dimensions[number].height = _LINE_HEIGHT * max(lines, 1) + _ROW_PADDING


def _digits(text: str) -> int:
    """A text's width in Excel's unit, that of a digit: a Chinese character takes two."""
    return sum(1 if character.isascii() else 2 for character in text)


def _set_page(sheet: Worksheet) -> None:
    """A4 landscape, as wide as the paper, the head on every page and the page number below."""
    sheet.freeze_panes = _ORIGIN
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    sheet.print_area = sheet.dimensions
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.6
    sheet.page_margins.top = sheet.page_margins.bottom = 0.75
    footer = sheet.oddFooter
    assert footer is not None
    footer.center.text = "第 &P 页，共 &N 页"
    footer.center.font = f"{_SONG},Regular"
    footer.center.size = 10
