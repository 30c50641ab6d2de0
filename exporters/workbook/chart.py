"""同比图: this year against last year and the parts of sums, the numbers on the left and the bars beside them."""

from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from exporters.workbook.book import HEI, Book, Look, set_page
from exporters.workbook.chart_bars import Range, Series, bar_chart
from exporters.workbook.chart_blocks import Block, Member
from exporters.workbook.heading import HEAD, merged, protect, write_heading
from exporters.workbook.named_cells import Places
from exporters.workbook.sizes import height
from exporters.workbook.table import cached, numbered
from models.chart import ChartKind
from models.document import Cell
from models.target import Year

NAME = "同比图"
_WIDTHS = (25, 10, 10, 12, 1, 48)
_CHANGES = {ChartKind.COUNTS: "增减幅度", ChartKind.RATES: "增减", ChartKind.PARTS: "占比"}
_LEAST_ROW = {ChartKind.COUNTS: 26.0, ChartKind.RATES: 26.0, ChartKind.PARTS: 18.0}
"""Points a row has at least: of two years there are two bars beside it."""
_PAGE_HEIGHT = 1035.0
"""Points that an upright A4 page has at this scale below the repeated head."""
_SCALE = 66
"""Per cent. A page broken by hand needs a scale: Excel ignores the breaks where it fits by itself. This one fits also
where another font than 宋体, with wider digits, makes the columns wider."""
_LEAST_HEIGHT = {ChartKind.COUNTS: 76.0, ChartKind.RATES: 76.0, ChartKind.PARTS: 57.0}
"""Points of rows beside which a chart with its title, and its legend of two years, has room."""
_HEAD_HEIGHT, _SECTION_HEIGHT, _BETWEEN = 22.0, 26.0, 12.0
_SCREEN = 96 / 72
_INSET = 2
"""Pixels of the screen between a chart and its rows, so that its edge is never drawn on the page before."""
_PERCENT, _SHARE = "+0.00%;-0.00%;0.00%", "0.0%"
_POINTS = '+0.00"百分点";-0.00"百分点";0'


def write_charts(
    book: Book, sheet: Worksheet, found: tuple[Block, ...], title: str, organ: str, year: int, places: Places
) -> None:
    """Fill the sheet: below each other, on the left the numbers and on the right the bars."""
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width)
    last = len(_WIDTHS) - 1
    write_heading(book, sheet, title, organ, f"{year}年度", last)
    row, used, section, breaks = 2, 0.0, "", []
    for block in found:
        heights = _heights(block)
        above = _SECTION_HEIGHT if block.section != section else 0.0
        needed = above + _HEAD_HEIGHT + sum(heights) + _BETWEEN
        if used and used + needed > _PAGE_HEIGHT:
            breaks.append(row)
            used = 0.0
        used += needed
        if above:
            merged(book, sheet, row, 0, last, block.section, Look(HEI, 13, has_grid=False))
            sheet.set_row(row, above)
            row += 1
        section = block.section
        row = _write_block(book, sheet, row, block, heights, places)
    set_page(sheet, (0, 1), is_wide=False)
    sheet.set_print_scale(_SCALE)
    sheet.set_h_pagebreaks(breaks)
    sheet.print_area(0, 0, row - 1, last)
    sheet.hide_gridlines(2)
    protect(sheet)


def _heights(block: Block) -> list[float]:
    """Of the rows, with an empty one where the chart needs more than they have."""
    least = _LEAST_ROW[block.kind]
    own = [max(least, height([(block.name(one), _WIDTHS[0])])) for one in block.members]
    lacking = _LEAST_HEIGHT[block.kind] - sum(own)
    return own if lacking <= 0 else [*own, lacking]


def _write_block(
    book: Book, sheet: Worksheet, row: int, block: Block, heights: list[float], places: Places
) -> int:
    """One chart with its numbers; the row below it."""
    unit = f"（{block.chart.unit}）" if block.chart.unit else ""
    for column, head in enumerate((f"指标{unit}", Year.LAST, Year.THIS, _CHANGES[block.kind])):
        book.text(sheet, row, column, head, HEAD)
    sheet.set_row(row, _HEAD_HEIGHT)
    first = row + 1
    for number, points in enumerate(heights, start=first):
        sheet.set_row(number, points)
    for number, one in enumerate(block.members, start=first):
        _write_member(book, sheet, number, block, one, places)
    _insert(book, sheet, row, block, _HEAD_HEIGHT + sum(heights))
    end = first + len(heights)
    sheet.set_row(end, _BETWEEN)
    return end + 1


def _write_member(book: Book, sheet: Worksheet, row: int, block: Block, one: Member, places: Places) -> None:
    book.text(sheet, row, 0, block.name(one), Look())
    for column, cell in ((1, one.last), (2, one.this)):
        if cell.number is None:
            book.text(sheet, row, column, "", Look())
            continue
        look = numbered(Look(align="right"), cell.number_format)
        sheet.write_formula(
            row, column, f"={places.name(cell.target)}", book.format(look), cached(cell.number)
        )
    formula, value, number_format = _change(row, block, one, places)
    look = numbered(Look(align="right"), number_format)
    sheet.write_formula(row, 3, formula, book.format(look), value)


def _change(row: int, block: Block, one: Member, places: Places) -> tuple[str, float | str, str]:
    """The formula of the last column, its value, its number format."""
    last, this = xl_rowcol_to_cell(row, 1), xl_rowcol_to_cell(row, 2)
    now, before = one.this.number or Decimal(0), one.last.number or Decimal(0)
    match block.kind:
        case ChartKind.RATES:
            return f"=ROUND(({this}-{last})*100,6)", float((now - before) * 100), _POINTS
        case ChartKind.PARTS:
            return _share(this, now, block.whole, places)
    grown = f"ROUND(({this}-{last})/{last},4)"
    formula = f'=IF({last}>0,{grown},IF({last}<0,"上年为负数",IF({this}=0,"持平","上年为0")))'
    if before > 0:
        return formula, cached(one.percent.number), _PERCENT
    return formula, "上年为负数" if before < 0 else "上年为0" if now else "持平", _PERCENT


def _share(this: str, now: Decimal, whole: Cell | None, places: Places) -> tuple[str, float | str, str]:
    assert whole is not None
    assert whole.number
    name = places.name(whole.target)
    return f'=IFERROR({this}/{name},"")', float(now / whole.number), _SHARE


def _insert(book: Book, sheet: Worksheet, row: int, block: Block, points: float) -> None:
    """The chart beside its numbers, as high as they are."""
    cells = Range(NAME, row + 1, row + len(block.members))
    if block.kind is ChartKind.PARTS:
        series: tuple[Series, ...] = (Series(3, _CHANGES[block.kind]),)
    else:
        series = (Series(1, Year.LAST, is_this=False), Series(2, Year.THIS))
    is_positive = all((cell.number or 0) >= 0 for one in block.members for cell in (one.this, one.last))
    chart = bar_chart(book.workbook, block.chart.title, cells, series, from_zero=is_positive)
    chart.set_size({"width": _WIDTHS[-1] * 7 + 5, "height": round(points * _SCREEN) - 2 * _INSET})
    sheet.insert_chart(
        row, 5, chart, {"object_position": 1, "y_offset": _INSET, "description": block.chart.title}
    )
