"""The columns of the table of figures: what each shows, and what typing in it does."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from actions.typed_amounts import as_worded, typed_amount
from models.change import Change, change
from models.filling import filled
from models.indicator import Indicator, Kind
from models.quantity import Quantity, plain
from models.report import Figure, Report

_SCALES = {"万": 10**4, "亿": 10**8}


class State(StrEnum):
    """What a clerk should know of a figure at a glance: the word in the table and on the chip."""

    TROUBLE = "矛盾"
    CARRIED = "待更新"
    MISSING = "缺"


@dataclass(frozen=True, slots=True)
class Known:
    """A row: the indicator, its figure as tables show it (`models.change.with_direction`), its states, the number of
    places that quote it."""

    indicator: Indicator
    figure: Figure
    states: tuple[State, ...] = ()
    places: int = 0


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column: its title, what it shows, and how a typed text changes the figure (None: not to be typed in)."""

    title: str
    characters: int
    show: Callable[[Known], str]
    fill: Callable[[Report, Indicator, Figure, str], Figure] | None = None
    is_amount: bool = False


def difference_words(indicator: Indicator, figure: Figure) -> str:
    """How this year differs from last year: +15（+9.33%）, -0.8个百分点, 持平; empty where it cannot be said."""
    changed = change(indicator, figure)
    if changed is None or figure.value is None or figure.last is None:
        return ""
    if not changed.difference:
        return "持平"
    about = "约" if figure.value.qualifier or figure.last.qualifier else ""
    if indicator.kind is Kind.RATE:
        return f"{about}{plain_signed(changed.difference)}个百分点"
    scale = figure.value.scale if figure.value.scale == figure.last.scale else ""
    number = f"{plain_signed(changed.difference / _SCALES[scale])}{scale}" if scale in _SCALES else ""
    return f"{about}{number or plain_signed(changed.difference)}{_in_per_cent(changed)}"


def plain_signed(number: Decimal) -> str:
    """A difference in ordinary digits with its sign."""
    return f"{'+' if number > 0 else ''}{plain(number)}"


def _in_per_cent(changed: Change) -> str:
    return "" if changed.percent is None else f"（{changed.percent:+f}%）"


def _amount(quantity: Quantity | None) -> str:
    return str(quantity) if quantity else ""


def _fill_value(report: Report, indicator: Indicator, figure: Figure, text: str) -> Figure:
    return filled(figure, as_worded(report, indicator, typed_amount(indicator, text)))


def _fill_last(_report: Report, indicator: Indicator, figure: Figure, text: str) -> Figure:
    return replace(figure, last=typed_amount(indicator, text))


def _fill_department(_report: Report, indicator: Indicator, figure: Figure, text: str) -> Figure:
    """The catalogue's own department is not said again."""
    said = text.strip()
    return replace(figure, department="" if said == indicator.department else said)


COLUMNS = (
    FigureColumn("指标", 17, lambda row: row.indicator.name),
    FigureColumn("本年", 8, lambda row: _amount(row.figure.value), _fill_value, is_amount=True),
    FigureColumn("单位", 3, lambda row: row.indicator.unit),
    FigureColumn("上年", 8, lambda row: _amount(row.figure.last), _fill_last, is_amount=True),
    FigureColumn("增减", 13, lambda row: difference_words(row.indicator, row.figure), is_amount=True),
    FigureColumn("状态", 4, lambda row: "、".join(row.states[:1])),
    FigureColumn(
        "来源单位", 11, lambda row: row.figure.department or row.indicator.department, _fill_department
    ),
    FigureColumn(
        "依据",
        9,
        lambda row: row.figure.evidence,
        lambda _report, _, figure, text: replace(figure, evidence=text.strip()),
    ),
    FigureColumn(
        "备注",
        7,
        lambda row: row.figure.note,
        lambda _report, _, figure, text: replace(figure, note=text.strip()),
    ),
    FigureColumn("引用处", 4, lambda row: f"{row.places} 处" if row.places else ""),
)


def column_of(title: str) -> int:
    """The number of the column with this title."""
    return next(number for number, column in enumerate(COLUMNS) if column.title == title)


NAME, VALUE, LAST = map(column_of, ("指标", "本年", "上年"))
DEPARTMENT, NOTE, PLACES = map(column_of, ("来源单位", "备注", "引用处"))
