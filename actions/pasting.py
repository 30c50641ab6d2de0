"""A block of cells copied from a spreadsheet that names its indicators: which amounts it would fill in."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions.drafting import amount_of
from models.errors import UserError
from models.filling import filled
from models.indicator import Indicator, catalogue
from models.quantity import Quantity
from models.report import Report
from models.target import Year

_TITLES = {
    "name": ("指标", "指标名称", "名称", "项目", "事项"),
    "unit": ("单位", "计量单位"),
    "value": ("本年", "本年数", "本期", "数量", "数值"),
    "last": ("上年", "上年数", "上年同期", "去年"),
}
_MARKS = "，。：:；;（）()、 　\t"


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


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which column holds what, -1 where none does; `first` is the first row below the head."""

    name: int
    unit: int
    value: int
    last: int
    first: int


class _Names:
    """Which indicators a name or another word for it may mean; the report's own go before the catalogue's."""

    def __init__(self, report: Report) -> None:
        own = {one.id: one for one in report.own_indicators}
        self._named: dict[str, list[Indicator]] = {}
        self._called: dict[str, list[Indicator]] = {}
        self.units: set[str] = set()
        for one in (catalogue() | own).values():
            self._named.setdefault(_bare(one.name), []).append(one)
            for alias in dict.fromkeys(map(_bare, one.aliases)):
                self._called.setdefault(alias, []).append(one)
            self.units.update((one.unit, *one.units))

    def __contains__(self, text: str) -> bool:
        return _bare(text) in self._named or _bare(text) in self._called

    def find(self, text: str, unit: str) -> list[Indicator]:
        """By the exact name, else by an alias; the unit decides where there are several."""
        found = self._named.get(_bare(text)) or self._called.get(_bare(text), [])
        fitting = [one for one in found if unit in (one.unit, *one.units)]
        return fitting if len(found) > 1 and fitting else found


def names_indicators(report: Report, block: Sequence[Sequence[str]]) -> bool:
    """Whether a block speaks of indicators by name, amounts beside them; one of bare amounts does not."""
    names = _Names(report)
    layout = _layout(names, block)
    return layout is not None and any(_cell(row, layout.name) in names for row in block[layout.first :])


def pasted(report: Report, block: Sequence[Sequence[str]]) -> Pasted:
    """What a block that names its indicators would fill in.

    An indicator is found by its exact name, else by an alias; where several have it, by the unit. Blank cells leave
    what is there; each row that cannot be used is named in one sentence.
    """
    names = _Names(report)
    layout = _layout(names, block)
    if layout is None:
        return Pasted((), report, ("粘贴的内容里没有认出指标名称，什么也没有改动；第一列请写指标名称。",))
    amounts: list[PastedAmount] = []
    problems: list[str] = []
    for row in block[layout.first :]:
        if not _cell(row, layout.name):
            continue
        try:
            indicator = _indicator(names, _cell(row, layout.name), _cell(row, layout.unit))
            found, report = _filled(report, indicator, row, layout)
            amounts += found
        except UserError as error:
            problems.append(str(error))
    return Pasted(tuple(amounts), report, tuple(problems))


def _filled(
    report: Report, indicator: Indicator, row: Sequence[str], layout: _Layout
) -> tuple[list[PastedAmount], Report]:
    """Both amounts of a row or, where one does not fit, neither."""
    figure, found = report.figure(indicator.id), []
    for column, year in ((layout.value, Year.THIS), (layout.last, Year.LAST)):
        text = _cell(row, column)
        if not text:
            continue
        try:
            amount = amount_of(indicator, text)
        except UserError as error:
            raise UserError(f"“{indicator.name}”{year}：{error}") from error
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


def _layout(names: _Names, block: Sequence[Sequence[str]]) -> _Layout | None:
    """By the titles in the first row that has some; else the first column that names an indicator."""
    for number, row in enumerate(block):
        titles = {what: _titled(row, words) for what, words in _TITLES.items()}
        if titles["name"] >= 0 and (titles["value"] >= 0 or titles["last"] >= 0):
            return _Layout(titles["name"], titles["unit"], titles["value"], titles["last"], number + 1)
    width = max(map(len, block), default=0)
    column = next((at for at in range(width) if any(_cell(row, at) in names for row in block)), -1)
    if column < 0:
        return None
    rest = list(range(column + 1, width))
    unit = next((at for at in rest if _is_all(block, at, names.units)), -1)
    value, last, *_ = (*(at for at in rest if at != unit), -1, -1)
    return _Layout(column, unit, value, last, first=0) if value >= 0 else None


def _titled(row: Sequence[str], words: Sequence[str]) -> int:
    return next((at for at, text in enumerate(row) if _bare(text) in words), -1)


def _is_all(block: Sequence[Sequence[str]], column: int, words: set[str]) -> bool:
    cells = [text for row in block if (text := _cell(row, column))]
    return bool(cells) and all(text in words for text in cells)


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if 0 <= column < len(row) else ""


def _bare(text: str) -> str:
    """A name without blanks and marks, which a table sets otherwise than the catalogue."""
    return "".join(character for character in text if character not in _MARKS)
