"""Sheets of a summary with the offices' figures: a row for each office, a column for each indicator, totals above."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.worksheet import Worksheet

from exporters.workbook.book import Book, Look, set_page
from exporters.workbook.heading import BELOW_TITLE, GROUP_FILL, HEAD, LEFT_TITLE, LEFT_TITLE_HEIGHT
from exporters.workbook.many_rows import ManyRows
from exporters.workbook.sizes import height
from models.exchange import ID_TITLE
from models.submission import is_given, is_in_catalogue, share_of
from models.summary import IndicatorColumn, Middle, Summary

THIS, LAST = "汇总表", "上年"
"""Names of the two sheets."""
TOTAL_ROW, MEDIAN_ROW, COUNT_ROW = 5, 6, 7
FIRST_OFFICE, FIRST_COLUMN = 8, 2
"""Rows and columns count from 0."""
_IDS_ROW, _NAMES_ROW, _UNITS_ROW = 2, 3, 4
_OFFICE_WIDTH, _AMOUNT_WIDTH, _NUMBER_WIDTH = 28, 13, 6
_MOST_DECIMALS = 4
_A3 = 8
_LABELS = {TOTAL_ROW: "合计", MEDIAN_ROW: "中位数", COUNT_ROW: "填报单位数"}
_NO_TOTAL = "不合计"
_FIXED = Look(align="right", fill=GROUP_FILL, is_bold=True)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two tables: the sheet's name, its title, and which amounts of a column stand there."""

    name: str
    title: str
    amounts: Callable[[IndicatorColumn], Sequence[float]]
    middle: Callable[[IndicatorColumn], Middle]


def sides(year: int) -> tuple[Side, Side]:
    """This year's table and last year's."""
    this, last = f"{year}年法治政府建设统计汇总表", f"{year - 1}年数（各单位在{year}年统计表中填写的上年数）"
    return (
        Side(THIS, this, lambda column: column.values, lambda column: column.this),
        Side(LAST, last, lambda column: column.lasts, lambda column: column.last),
    )


def write_table(book: Book, side: Side, summary: Summary) -> ManyRows:
    """A sheet with everything but the offices; what is given puts them in once the book is packed."""
    sheet = book.sheet(side.name)
    _set_up(sheet)
    sheet.set_row(0, LEFT_TITLE_HEIGHT)
    book.text(sheet, 0, 0, side.title, LEFT_TITLE)
    words = f"共{len(summary.submissions)}个单位。空格是没有填报；比率、增幅不合计，看中位数。"
    book.text(sheet, 1, 0, words, BELOW_TITLE)
    _write_head(book, sheet, summary)
    columns = [side.amounts(column) for column in summary.columns]
    _write_totals(book, sheet, summary, [side.middle(column) for column in summary.columns])
    _write_pattern(book, sheet, summary.columns)
    number = book.workbook.worksheets().index(sheet) + 1
    return ManyRows(number, FIRST_OFFICE + 1, summary.offices, columns)


def number_format(column: IndicatorColumn) -> str:
    """The Excel format of a column's amounts, with as many decimals as they have."""
    decimals = min(column.decimals, _MOST_DECIMALS)
    point = f".{'0' * decimals}" if decimals else ""
    return f"0{point}%" if share_of(column.indicator) > 1 else f"#,##0{point}"


def cells_of(number: int, offices: int) -> str:
    """The range of the offices' amounts in the column of that number, from 0: C9:C40."""
    column = FIRST_COLUMN + number
    return xl_range(FIRST_OFFICE, column, FIRST_OFFICE + offices - 1, column)


def cell_of(row: int, number: int) -> str:
    """A cell above the offices in the column of that number."""
    return f"{xl_col_to_name(FIRST_COLUMN + number)}{row + 1}"


def _set_up(sheet: Worksheet) -> None:
    """A3, at full size: so many columns on one page nobody could read. Head and offices stand on every page."""
    sheet.set_column(0, 0, _NUMBER_WIDTH)
    sheet.set_column(1, 1, _OFFICE_WIDTH)
    sheet.freeze_panes(FIRST_OFFICE, FIRST_COLUMN)
    set_page(sheet, (_NAMES_ROW, _UNITS_ROW))
    sheet.set_print_scale(100)
    sheet.set_paper(_A3)
    sheet.repeat_columns(0, 1)
    sheet.hide_gridlines(0)  # printed too: lines of 800,000 empty cells would make the file twice as large


def _write_head(book: Book, sheet: Worksheet, summary: Summary) -> None:
    names = [column.indicator.name for column in summary.columns]
    sheet.set_column(FIRST_COLUMN, FIRST_COLUMN + max(len(names) - 1, 0), _AMOUNT_WIDTH)
    sheet.set_row(_IDS_ROW, None, None, {"hidden": True})
    ids = [column.key if is_in_catalogue(column.key) else "" for column in summary.columns]
    for place, text in enumerate((ID_TITLE, "", *ids)):
        book.text(sheet, _IDS_ROW, place, text, Look())
    sheet.set_row(_NAMES_ROW, height((name, _AMOUNT_WIDTH) for name in names))
    for place, text in enumerate(("序号", "填报单位", *names)):
        book.text(sheet, _NAMES_ROW, place, text, HEAD)
    units = (column.indicator.unit for column in summary.columns)
    for place, text in enumerate(("", "单位", *units)):
        book.text(sheet, _UNITS_ROW, place, text, HEAD)


def _write_totals(book: Book, sheet: Worksheet, summary: Summary, middles: Sequence[Middle]) -> None:
    """Sum, median and count of each column as formulas, with their values beside them."""
    for row, label in _LABELS.items():
        book.text(sheet, row, 0, "", HEAD)
        book.text(sheet, row, 1, label, HEAD)
        for number, column in enumerate(summary.columns):
            place = FIRST_COLUMN + number
            if row == TOTAL_ROW and not column.is_summed:
                book.text(sheet, row, place, _NO_TOTAL, _FIXED)
                continue
            formula, value = _formula(row, cells_of(number, len(summary.submissions)), middles[number])
            pattern = _pattern(row, column, middles[number])
            sheet.write_formula(row, place, formula, book.format(replace(_FIXED, number=pattern)), value)


def _pattern(row: int, column: IndicatorColumn, middle: Middle) -> str:
    """The number format in one of the rows above the offices; a median may have a half that no amount has."""
    if row == COUNT_ROW:
        return "0"
    if row == MEDIAN_ROW and middle.median is not None and middle.median % 1 and not column.decimals:
        return number_format(column).replace("0%", "0.00%").replace("##0", "##0.0")
    return number_format(column)


def _formula(row: int, cells: str, middle: Middle) -> tuple[str, float | str]:
    """What stands in one of the rows above the offices, and what it comes to."""
    if row == TOTAL_ROW:
        if not middle.count:  # a nought would say that every office reported none
            return f'=IF(COUNT({cells})=0,"",SUM({cells}))', ""
        return f"=SUM({cells})", float(middle.total)
    if row == MEDIAN_ROW:
        return f'=IFERROR(MEDIAN({cells}),"")', "" if middle.median is None else float(middle.median)
    return f"=COUNT({cells})", middle.count


def _write_pattern(book: Book, sheet: Worksheet, columns: Sequence[IndicatorColumn]) -> None:
    """The first office's row, empty: every other looks like it."""
    looks = [Look(align="center", has_grid=False), Look(has_grid=False, is_wrapped=False)]
    looks += [Look(align="right", number=number_format(column), has_grid=False) for column in columns]
    for place, look in enumerate(looks):
        sheet.write_blank(FIRST_OFFICE, place, None, book.format(look))


def comparable(column: IndicatorColumn) -> tuple[list[float], list[float]]:
    """The amounts of the offices that give both years."""
    pairs = [
        pair
        for pair in zip(column.values, column.lasts, strict=True)
        if is_given(pair[0]) and is_given(pair[1])
    ]
    return [this for this, _ in pairs], [last for _, last in pairs]
