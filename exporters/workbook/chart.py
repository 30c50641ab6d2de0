"""同比图: this year against last year, section by section, the numbers beside the bars.

Counts are of all sizes, so of them the change in per cent is drawn; rates share one axis and stand year by year.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from exporters.workbook.book import GREY, HEI, SONG, Book, Look, set_page
from exporters.workbook.formulas import cell_formula
from exporters.workbook.heading import HEAD, merged, protect, write_heading
from exporters.workbook.named_cells import Places
from exporters.workbook.sizes import height
from exporters.workbook.table import cached, numbered
from models.document import Cell, Group, Table
from models.target import Year

NAME = "同比图"
_WIDTHS = (30, 11, 11, 13, 1, 54)
_HEADS = ("指标", Year.LAST, Year.THIS)
_MOST_BARS = {False: 20, True: 14}
"""By whether they are rates, of which each has two; more in one chart and the names are too small to read."""
_RATE_HEIGHT = 26.0
_PAGE_HEIGHT = 455.0
"""Points that an A4 page across has below the repeated head."""
_SCALE = 84
"""Per cent. A page broken by hand needs a scale: Excel ignores the breaks where it fits by itself. This one fits also
where another font than 宋体, with wider digits, makes the columns wider."""
_LEAST_HEIGHT = 170.0
_BLOCK_EXTRA = 24.0 + 22.0 + 14.0
_SCREEN = 96 / 72
_THIS_COLOUR, _LAST_COLOUR, _FALL_COLOUR = "#1F4E79", "#A6A6A6", "#8C6D31"


@dataclass(frozen=True, slots=True)
class Comparison:
    """An indicator with both years: its name and cells; `percent` is empty of a rate."""

    name: str
    this: Cell
    last: Cell
    percent: Cell


@dataclass(frozen=True, slots=True)
class Block:
    """What is drawn in one chart."""

    section: str
    kind: str
    members: tuple[Comparison, ...]
    is_rate: bool

    @property
    def title(self) -> str:
        return f"{self.section}：{self.kind}"


def blocks(table: Table) -> tuple[Block, ...]:
    """The charts of a table of figures; rows without both years are left out."""
    at = {column.title: number for number, column in enumerate(table.columns)}
    if not {"指标", "本年", "上年", "增减", "增减幅度"} <= at.keys():
        return ()
    found: list[Block] = []
    section, members = "", list[Comparison]()
    for row in (*table.rows, Group("")):
        if isinstance(row, Group):
            found += _section(section, members)
            section, members = row.title, []
        else:
            one = Comparison(row[at["指标"]].text, row[at["本年"]], row[at["上年"]], row[at["增减幅度"]])
            is_compared = bool(row[at["增减"]].formula)  # stated changes and dates are not
            members += [one] if is_compared and _has_both(one) else []
    return tuple(found)


def _has_both(one: Comparison) -> bool:
    return all(cell.target and cell.number is not None for cell in (one.this, one.last))


def _section(title: str, compared: list[Comparison]) -> Iterator[Block]:
    counts = [one for one in compared if one.percent.number is not None and one.percent.formula]
    rates = [one for one in compared if not one.percent.formula and "%" in one.this.number_format]
    for kind, chosen, is_rate in (("比上年增减幅度", counts, False), ("本年与上年比较", rates, True)):
        parts = ceil(len(chosen) / _MOST_BARS[is_rate])
        for part in range(parts):
            share = ceil(len(chosen) / parts)  # of nearly the same length, no last one with a single bar
            ending = f"（{part + 1}/{parts}）" if parts > 1 else ""
            members = tuple(chosen[part * share : (part + 1) * share])
            yield Block(title, f"{kind}{ending}", members, is_rate)


def write_charts(
    book: Book, sheet: Worksheet, found: tuple[Block, ...], title: str, organ: str, year: int, places: Places
) -> None:
    """Fill the sheet: below each other, on the left the numbers and on the right the bars."""
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width)
    last = len(_WIDTHS) - 1
    write_heading(book, sheet, title, organ, f"{year}年度", last)
    row, used, breaks = 2, 0.0, []
    for block in found:
        heights = _heights(block)
        needed = sum(heights) + _BLOCK_EXTRA
        if used and used + needed > _PAGE_HEIGHT:
            breaks.append(row)
            used = 0.0
        used += needed
        row = _write_block(book, sheet, row, block, heights, places)
    set_page(sheet, (0, 1))
    sheet.set_print_scale(_SCALE)
    sheet.set_h_pagebreaks(breaks)
    sheet.print_area(0, 0, row - 1, last)
    sheet.hide_gridlines(2)
    protect(sheet)


def _heights(block: Block) -> list[float]:
    least = _RATE_HEIGHT if block.is_rate else 0.0
    own = [max(least, height([(one.name, _WIDTHS[0])])) for one in block.members]
    lacking = _LEAST_HEIGHT - sum(own)
    return own if lacking <= 0 else [*own, lacking]


def _write_block(
    book: Book, sheet: Worksheet, row: int, block: Block, heights: list[float], places: Places
) -> int:
    """One chart with its numbers; the row below it."""
    merged(book, sheet, row, 0, len(_WIDTHS) - 1, block.title, Look(HEI, 13, has_grid=False))
    sheet.set_row(row, 24)
    for column, head in enumerate((*_HEADS, "增减" if block.is_rate else "增减幅度")):
        book.text(sheet, row + 1, column, head, HEAD)
    sheet.set_row(row + 1, 22)
    first = row + 2
    for number, points in enumerate(heights, start=first):
        sheet.set_row(number, points)
    for number, one in enumerate(block.members, start=first):
        _write_member(book, sheet, number, one, places, is_rate=block.is_rate)
    _insert(book, sheet, row + 1, first, block, sum(heights) + 22)
    end = first + len(heights)
    sheet.set_row(end, 14)
    return end + 1


def _write_member(
    book: Book, sheet: Worksheet, row: int, one: Comparison, places: Places, *, is_rate: bool
) -> None:
    book.text(sheet, row, 0, one.name, Look())
    for column, cell in ((1, one.last), (2, one.this)):
        look = numbered(Look(align="right"), cell.number_format)
        sheet.write_formula(
            row, column, f"={places.name(cell.target)}", book.format(look), cached(cell.number)
        )
    this, last = xl_rowcol_to_cell(row, 2), xl_rowcol_to_cell(row, 1)
    if is_rate:
        points = (one.this.number or 0) - (one.last.number or 0)
        look = numbered(Look(align="right"), '+0.00"百分点";-0.00"百分点";0')
        formula = f"=ROUND(({this}-{last})*100,6)"
        sheet.write_formula(row, 3, formula, book.format(look), float(points * 100))
        return
    beside = {one.this.target: this, one.last.target: last}
    look = numbered(Look(align="right"), one.percent.number_format)
    formula = cell_formula(one.percent.formula, beside.__getitem__)
    sheet.write_formula(row, 3, formula, book.format(look), cached(one.percent.number))


def _insert(book: Book, sheet: Worksheet, row: int, first: int, block: Block, points: float) -> None:
    chart = book.workbook.add_chart({"type": "bar"})
    assert chart is not None
    last = first + len(block.members) - 1
    drawn = (
        ((1, "上年", _LAST_COLOUR), (2, "本年", _THIS_COLOUR))
        if block.is_rate
        else ((3, "增减幅度", _THIS_COLOUR),)
    )
    for column, name, colour in drawn:
        chart.add_series(_series(first, last, column, name, colour, is_rate=block.is_rate))
    font = {"name": SONG, "size": 9}
    chart.set_title(
        {"name": block.kind, "name_font": {"name": HEI, "size": 11, "bold": False}, "overlay": False}
    )
    plain = {"num_font": font, "major_tick_mark": "none", "minor_tick_mark": "none"}
    names = {"reverse": True, "label_position": "low", "interval_unit": 1, "line": {"color": "#7F7F7F"}}
    chart.set_y_axis({**plain, **names})
    rules = {"num_format": "0%", "major_gridlines": {"visible": True, "line": {"color": f"#{GREY}"}}}
    is_share = all((cell.number or 0) <= 1 for one in block.members for cell in (one.this, one.last))
    span = ({"min": 0, "max": 1} if is_share else {"min": 0}) if block.is_rate else {}
    chart.set_x_axis({**plain, **rules, **span, "label_position": "high"})
    chart.set_legend({"position": "bottom", "font": font} if block.is_rate else {"none": True})
    chart.set_size({"width": _WIDTHS[-1] * 7 + 5, "height": round(points * _SCREEN)})
    sheet.insert_chart(row, 5, chart, {"object_position": 1, "description": block.title})


def _series(first: int, last: int, column: int, name: str, colour: str, *, is_rate: bool) -> dict[str, Any]:
    series: dict[str, Any] = {
        "name": name,
        "categories": [NAME, first, 0, last, 0],
        "values": [NAME, first, column, last, column],
        "fill": {"color": colour},
        "gap": 45,
    }  # fmt: skip
    if not is_rate:
        series |= {"invert_if_negative": True, "invert_if_negative_color": _FALL_COLOUR}
    return series
