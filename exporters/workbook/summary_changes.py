"""Sheet 同比 of a summary: this year and last year, and the change among the offices that give both."""

from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from exporters.workbook.book import Book, Look, set_page
from exporters.workbook.heading import BELOW_TITLE, HEAD, LEFT_TITLE, LEFT_TITLE_HEIGHT
from exporters.workbook.summary_table import (
    LAST,
    MEDIAN_ROW,
    THIS,
    TOTAL_ROW,
    cell_of,
    cells_of,
    comparable,
    number_format,
)
from models.submission import share_of
from models.summary import IndicatorColumn, Summary, median, total

NAME = "同比"
_HEADS = (
    ("序号", 6), ("指标", 38), ("单位", 9), ("口径", 9), ("本年", 15), ("上年", 15), ("两年都报的单位数", 12),
    ("可比本年", 15), ("可比上年", 15), ("增减", 16), ("增减幅度", 12),
)  # fmt: skip
_HEAD_ROW = 2
_THIS, _LAST, _BOTH, _OUR_THIS, _OUR_LAST, _DIFFERENCE, _PERCENT = range(4, 11)


@dataclass(frozen=True, slots=True)
class _Values:
    """What the formulas of a row come to; None where nothing is given."""

    this: Decimal | None
    last: Decimal | None
    offices: int
    our_this: Decimal | None
    our_last: Decimal | None

    @classmethod
    def of(cls, column: IndicatorColumn) -> "_Values":
        this, last = comparable(column)
        all_amounts = (column.this, column.last)
        if column.is_summed:
            sums: list[Decimal | None] = [middle.total if middle.count else None for middle in all_amounts]
            ours = [total(given) if given else None for given in (this, last)]
        else:
            sums = [middle.median for middle in all_amounts]
            ours = [median(given) for given in (this, last)]
        return cls(sums[0], sums[1], len(this), ours[0], ours[1])


def write_changes(book: Book, summary: Summary) -> None:
    """The sheet with a row for each indicator."""
    sheet = book.sheet(NAME)
    for place, (_, width) in enumerate(_HEADS):
        sheet.set_column(place, place, width)
    sheet.set_row(0, LEFT_TITLE_HEIGHT)
    book.text(sheet, 0, 0, f"{summary.year}年与上年比较", LEFT_TITLE)
    words = "增减只在两年都报的单位之间计算（可比口径）；比率比较中位数，增减用百分点。"
    book.text(sheet, 1, 0, words, BELOW_TITLE)
    sheet.set_row(_HEAD_ROW, 33)
    for place, (title, _) in enumerate(_HEADS):
        book.text(sheet, _HEAD_ROW, place, title, HEAD)
    for number, column in enumerate(summary.columns):
        _write_row(book, sheet, number, column, len(summary.submissions))
    sheet.freeze_panes(_HEAD_ROW + 1, 2)
    set_page(sheet, (_HEAD_ROW, _HEAD_ROW))


def _write_row(book: Book, sheet: Worksheet, number: int, column: IndicatorColumn, offices: int) -> None:
    row, values = _HEAD_ROW + 1 + number, _Values.of(column)
    sheet.write_number(row, 0, number + 1, book.format(Look(align="center")))
    indicator = column.indicator
    for place, text in (
        (1, indicator.name),
        (2, indicator.unit),
        (3, "合计" if column.is_summed else "中位数"),
    ):
        book.text(sheet, row, place, text, Look(align="left" if place == 1 else "center"))
    amount = book.format(Look(align="right", number=number_format(column)))
    above = cell_of(TOTAL_ROW if column.is_summed else MEDIAN_ROW, number)
    sheet.write_formula(row, _THIS, f"='{THIS}'!{above}", amount, _shown(values.this))
    sheet.write_formula(row, _LAST, f"='{LAST}'!{above}", amount, _shown(values.last))
    this, last = (f"'{name}'!{cells_of(number, offices)}" for name in (THIS, LAST))
    both = f"ISNUMBER({this})*ISNUMBER({last})"
    sheet.write_formula(
        row, _BOTH, f"=SUMPRODUCT({both})", book.format(Look(align="right", number="0")), values.offices
    )
    for place, cells, other, value in (
        (_OUR_THIS, this, last, values.our_this),
        (_OUR_LAST, last, this, values.our_last),
    ):
        if column.is_summed:
            formula = f'=IF(G{row + 1}=0,"",SUMPRODUCT(ISNUMBER({other})*{cells}))'
            sheet.write_formula(row, place, formula, amount, _shown(value))
        else:
            formula = f'=IF(G{row + 1}=0,"",MEDIAN(IF({both},{cells})))'
            sheet.write_array_formula(row, place, row, place, f"{{{formula}}}", amount, _shown(value))
    _write_change(book, sheet, row, column, values)


def _write_change(book: Book, sheet: Worksheet, row: int, column: IndicatorColumn, values: _Values) -> None:
    share, pattern = share_of(column.indicator), number_format(column)
    line = row + 1
    factor = "" if share == 1 else f"*{share}"
    points = "" if share == 1 else '"百分点"' if share == 100 else '"个千分点"'
    digits = pattern if share == 1 else "0.00"
    look = Look(align="right", number=f"+{digits}{points};-{digits}{points};0")
    known = values.our_this is not None and values.our_last is not None
    difference = values.our_this - values.our_last if known else None  # type: ignore[operator]
    sheet.write_formula(
        row,
        _DIFFERENCE,
        f'=IF(G{line}=0,"",(H{line}-I{line}){factor})',
        book.format(look),
        _shown(None if difference is None else difference * share),
    )
    if not column.is_summed:
        book.text(sheet, row, _PERCENT, "—", Look(align="right"))
        return
    percent = difference / values.our_last if difference is not None and values.our_last else None
    sheet.write_formula(
        row,
        _PERCENT,
        f'=IF(G{line}=0,"",IF(I{line}=0,"",J{line}/I{line}))',
        book.format(Look(align="right", number="+0.00%;-0.00%;0.00%")),
        _shown(percent),
    )


def _shown(value: Decimal | None) -> float | str:
    return "" if value is None else float(value)
