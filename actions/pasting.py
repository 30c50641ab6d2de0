"""A block of cells copied from a spreadsheet that names its indicators: which amounts it would fill in."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions.pasted_heads import Columns, bare, cell, columns_of
from actions.typed_amounts import as_worded, typed_amount
from models.errors import UserError
from models.filling import filled
from models.indicator import Indicator, catalogue
from models.quantity import Quantity
from models.report import Report
from models.target import Year


@dataclass(frozen=True, slots=True)
class PastedAmount:
    """One amount of a block and of which year it is; the amounts as written, `old` empty where there was none."""

    indicator: Indicator
    year: Year
    old: str
    new: str

    @property
    def is_new(self) -> bool:
        """Whether it differs from what is there."""
        return self.old != self.new


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a block says: its amounts in order, the report with them filled in, and what could not be read."""

    amounts: tuple[PastedAmount, ...]
    report: Report
    problems: tuple[str, ...] = ()


class _Names:
    """Which indicators a name or another word for it may mean; the report's own go before the catalogue's."""

    def __init__(self, report: Report) -> None:
        own = {one.id: one for one in report.own_indicators}
        self._named: dict[str, list[Indicator]] = {}
        self._called: dict[str, list[Indicator]] = {}
        self.units: set[str] = set()
        for one in (catalogue() | own).values():
            self._named.setdefault(bare(one.name), []).append(one)
            for alias in dict.fromkeys(map(bare, one.aliases)):
                self._called.setdefault(alias, []).append(one)
            self.units.update((one.unit, *one.units))

    def __contains__(self, text: str) -> bool:
        return bare(text) in self._named or bare(text) in self._called

    def find(self, text: str, unit: str) -> list[Indicator]:
        """By the exact name, else by an alias; the unit decides where there are several."""
        found = self._named.get(bare(text)) or self._called.get(bare(text), [])
        fitting = [one for one in found if unit in (one.unit, *one.units)]
        return fitting if len(found) > 1 and fitting else found


def names_indicators(report: Report, block: Sequence[Sequence[str]]) -> bool:
    """Whether a block speaks of indicators by name, amounts beside them; one of bare amounts does not."""
    names = _Names(report)
    try:
        columns = columns_of(block, names, report.year)
    except UserError:
        return any(text.strip() in names for row in block for text in row)
    return columns is not None and any(cell(row, columns.name) in names for row in block[columns.first :])


def pasted(report: Report, block: Sequence[Sequence[str]]) -> Pasted:
    """What a block that names its indicators would fill in.

    An indicator is found by its exact name, else by an alias; where several have it, by the unit. Blank cells leave
    what is there; each row that cannot be used is named in one sentence, and so is each column about other years.
    """
    names = _Names(report)
    try:
        columns = columns_of(block, names, report.year)
    except UserError as error:
        return Pasted((), report, (str(error),))
    if columns is None:
        return Pasted((), report, ("粘贴的内容里没有认出指标名称，什么也没有改动；第一列请写指标名称。",))
    amounts: list[PastedAmount] = []
    problems = list(columns.left_out)
    for row in block[columns.first :]:
        if not cell(row, columns.name) or not (cell(row, columns.value) or cell(row, columns.last)):
            continue
        try:
            indicator = _indicator(names, cell(row, columns.name), cell(row, columns.unit))
            found, report = _filled(report, indicator, row, columns)
            amounts += found
        except UserError as error:
            problems.append(str(error))
    return Pasted(tuple(amounts), report, tuple(problems))


def _filled(
    report: Report, indicator: Indicator, row: Sequence[str], columns: Columns
) -> tuple[list[PastedAmount], Report]:
    """Both amounts of a row or, where one does not fit, neither."""
    figure, found = report.figure(indicator.id), []
    for column, year in ((columns.value, Year.THIS), (columns.last, Year.LAST)):
        text = cell(row, column)
        if not text:
            continue
        try:
            amount = typed_amount(indicator, text)
        except UserError as error:
            raise UserError(f"“{indicator.name}”{year}：{error}") from error
        if year is Year.THIS:
            amount = as_worded(report, indicator, amount)
        found.append(PastedAmount(indicator, year, _words(year.amount(figure)), _words(amount)))
        figure = filled(figure, amount, year)
    return found, report.with_figure(figure) if found else report


def _words(amount: Quantity | None) -> str:
    return str(amount) if amount else ""


def _indicator(names: _Names, name: str, unit: str) -> Indicator:
    """The one indicator a row speaks of. Raises UserError where there is none or more than one."""
    found = names.find(name, unit)
    if not found:
        raise UserError(f"没有名为“{name}”的指标，这一行没有填；请先添加自定义指标，或者改用指标表里的名称。")
    if len(found) > 1:
        raise UserError(f"“{name}”可能是“{found[0].name}”或“{found[1].name}”，这一行没有填；请写指标的全名。")
    return found[0]
