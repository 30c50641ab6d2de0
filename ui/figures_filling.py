"""What typing or pasting in the table of figures makes of the report; what does not fit is said in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.atoms import clean
from models.change import with_direction
from models.errors import UserError
from models.filling import filled
from models.indicator import Indicator
from models.report import Report
from ui.figures_columns import COLUMNS, VALUE, Known

_MOST_COMPLAINTS = 2


@dataclass(frozen=True, slots=True)
class Filled:
    """A report with a block filled in: how many cells were taken, and what was not, in short; empty if all was."""

    report: Report
    count: int
    complaint: str


def with_cell(report: Report, indicator: Indicator, column: int, text: str) -> Report:
    """The report with one cell filled in. Raises UserError, naming the indicator, for what does not fit.

    The same amount again changes nothing but for what was carried over: it was looked at and waits no longer.
    """
    declared, figure = COLUMNS[column], report.figure(indicator.id)
    is_same = text.strip() == declared.show(Known(indicator, with_direction(report, figure)))
    if is_same and column == VALUE and figure.is_carried and text.strip():
        return report.with_figure(filled(figure, figure.value))
    if is_same or declared.fill is None:
        return report
    try:
        return report.with_figure(declared.fill(report, indicator, figure, clean(text).replace("\n", "")))
    except UserError as error:
        named = str(error) if indicator.name in str(error) else f"“{indicator.name}”{declared.title}：{error}"
        raise UserError(named) from error


def with_block(report: Report, rows: Sequence[Known], column: int, block: Sequence[Sequence[str]]) -> Filled:
    """The report with `rows` filled in from a column on; a blank cell leaves what is there."""
    columns, complaints, count = _columns_for(rows, column, block), [], 0
    if columns[:1] != [column]:
        return Filled(
            report, 0, f"“{COLUMNS[column].title}”一列不能填，没有粘贴；请选“本年”或“上年”的格子再粘贴。"
        )
    for row, cells in zip(rows, block, strict=False):
        for at, text in zip(columns, cells, strict=False):
            try:
                report = with_cell(report, row.indicator, at, text) if text.strip() else report
                count += bool(text.strip())
            except UserError as error:
                complaints.append(str(error))
    complaints += _left_over(rows, len(columns), block)
    return Filled(report, count, _in_short(complaints))


def with_value(report: Report, cells: Sequence[tuple[Indicator, int]], text: str) -> Filled:
    """The report with one text in each of the cells (indicator, column)."""
    complaints, count = [], 0
    for indicator, column in cells:
        try:
            report = with_cell(report, indicator, column, text)
            count += 1
        except UserError as error:
            complaints.append(str(error))
    return Filled(report, count, _in_short(complaints))


def repeated(block: Sequence[Sequence[str]], height: int, width: int) -> list[list[str]]:
    """A block as often as it goes into a chosen area of `height` rows and `width` columns; else once, as it is."""
    rows, columns = len(block), max(map(len, block))
    if height % rows or width % columns:
        return [list(row) for row in block]
    even = [[*row, *("",) * (columns - len(row))] * (width // columns) for row in block]
    return even * (height // rows)


def _columns_for(rows: Sequence[Known], column: int, block: Sequence[Sequence[str]]) -> list[int]:
    """The columns a block goes to: those that can be filled in, or every one where it brings the others along.

    A block of this year's and last year's amounts has nothing for the unit between them; one copied from this table
    has.
    """
    every = list(range(column, len(COLUMNS)))
    brought = {
        text.strip() == COLUMNS[at].show(row)
        for row, cells in zip(rows, block, strict=False)
        for at, text in zip(every, cells, strict=False)
        if not COLUMNS[at].fill and text.strip()
    }
    return every if brought == {True} else [at for at in every if COLUMNS[at].fill]


def _left_over(rows: Sequence[Known], columns: int, block: Sequence[Sequence[str]]) -> list[str]:
    told, widest = [], max(map(len, block))
    if len(block) > len(rows):
        last = f"表格只到“{rows[-1].indicator.name}”，" if rows else "表格里没有这么多行，"
        told.append(f"{last}后面 {len(block) - len(rows)} 行没有粘贴。")
    if widest > columns:
        told.append(f"右边 {widest - columns} 列没有地方，没有粘贴。")
    return told


def _in_short(complaints: Sequence[str]) -> str:
    """The first complaints in full, the others counted."""
    more = len(complaints) - _MOST_COMPLAINTS
    return "".join(complaints[:_MOST_COMPLAINTS]) + (f"另有 {more} 处也没有粘贴。" if more > 0 else "")
