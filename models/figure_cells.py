"""A figure's amounts and its change as typed cells: numbers with their printed form in the format."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from models.change import Change, change
from models.document import Cell
from models.indicator import Indicator, Kind
from models.quantity import Quantity, plain
from models.report import Figure
from models.target import Year

_PARTS = {"%": 100, "％": 100, "‰": 1000}
_POINTS = {100: "百分点", 1000: "千分点"}
_NO_SUMS: Mapping[str, str] = {}
_MOST_DECIMALS = 10


def parts(indicator: Indicator, quantity: Quantity | None) -> int:
    """By what an amount is divided in a cell: a percentage is a fraction there (100), a count itself (1)."""
    sign = quantity.percent if quantity else ""
    return _PARTS.get(sign or indicator.unit, 1)


def decimals(number: Decimal) -> int:
    """How many digits after the point a number needs."""
    exponent = number.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def amount_cell(
    indicator: Indicator, figure: Figure, sums: Mapping[str, str] = _NO_SUMS, *, is_last: bool = False
) -> Cell:
    """This year's or last year's amount; 余, 约 and the like stand in its format, so that it stays a number.

    `sums` are the formulas of totals by target.
    """
    year = Year.LAST if is_last else Year.THIS
    target, quantity = year.target(indicator.id), year.amount(figure)
    cell = _amount(indicator, quantity, parts(indicator, quantity))
    return replace(cell, target=target, formula=sums.get(target, ""))


def written_cell(indicator: Indicator, quantity: Quantity | None) -> Cell:
    """An amount beside a cell that somebody types in: of ‰ it keeps the number as one types it, 2.5 and not 0.25%."""
    divided = parts(indicator, quantity)
    return _amount(indicator, quantity, 1 if divided == _PARTS["‰"] else divided)


def _amount(indicator: Indicator, quantity: Quantity | None, divided: int) -> Cell:
    if quantity is None:
        return Cell("", number_format=_share(divided, 2) if divided > 1 else "General")
    if indicator.kind is Kind.DATE:
        return Cell(quantity.surface)
    digits = decimals(quantity.value)
    pattern = _share(divided, digits) if divided > 1 else f"#,##0{_point(digits)}"
    sign = quantity.percent if divided == 1 else ""
    return Cell(quantity.surface, quantity.value / divided, _worded(pattern, quantity, sign))


def _share(divided: int, digits: int) -> str:
    """A format for fractions. There is none for ‰, so of those the per cent is shown."""
    return f"0{_point(digits + (divided == 1000))}%"


def _worded(pattern: str, quantity: Quantity, sign: str) -> str:
    before = f'"{quantity.before}"' if quantity.before else ""
    behind = f"{sign}{quantity.middle}{quantity.after}{quantity.tail}"
    return f'{before}{pattern}"{behind}"' if behind else f"{before}{pattern}"


def _point(digits: int) -> str:
    return f".{'0' * digits}" if digits else ""


def difference_cell(indicator: Indicator, figure: Figure) -> Cell:
    """The difference on last year; of two rates it is in 百分点, never % (GB/T 15835-2011 usage)."""
    if indicator.kind in (Kind.DATE, Kind.CHANGE):
        return Cell("")
    divided = parts(indicator, figure.value or figure.last)
    changed = change(indicator, figure)
    point = _POINTS.get(divided, "")
    digits = decimals(changed.difference) if changed else 0
    pattern = f"#,##0{_point(digits)}"
    suffix = f'"{point}"' if point else ""
    number_format = f"+{pattern}{suffix};-{pattern}{suffix};0"
    formula = f"{indicator.id} - {Year.LAST.target(indicator.id)}"
    if divided > 1:
        formula = f"({formula}) * {divided}"
    if divided > 1 or digits:  # binary fractions leave a rest behind the last digit
        formula = f"round({formula}, {max(digits, 2)})"
    if changed is None:
        return Cell("", None, number_format, formula=formula)
    difference = changed.difference
    text = f"{'+' if difference > 0 else ''}{plain(difference)}{point}" if difference else "0"
    return Cell(text, difference, number_format, formula=formula if _is_like(indicator, figure) else "")


def percent_cell(indicator: Indicator, figure: Figure) -> Cell:
    """The change in per cent of last year; of rates there is none."""
    if indicator.kind in (Kind.DATE, Kind.CHANGE, Kind.RATE):
        return Cell("")
    changed = change(indicator, figure)
    last = Year.LAST.target(indicator.id)
    formula = f"round(({indicator.id} - {last}) / abs({last}), 4)"
    if changed is None or changed.percent is None:
        return Cell("", None, _PERCENT, formula=formula)
    return _percentage(changed, formula if _is_like(indicator, figure) else "")


_PERCENT = "+0.00%;-0.00%;0.00%"


def _percentage(changed: Change, formula: str) -> Cell:
    assert changed.percent is not None
    return Cell(f"{changed.percent:+f}%", changed.percent / 100, _PERCENT, formula=formula)


def _is_like(indicator: Indicator, figure: Figure) -> bool:
    """Whether both years are written in the same way, so that a formula over the cells gives the same."""
    return parts(indicator, figure.value) == parts(indicator, figure.last)
