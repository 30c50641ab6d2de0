"""A cell of the table of figures becomes an amount, however the office filled it in."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from models.errors import NotAQuantityError
from models.indicator import Indicator, Kind
from models.quantity import Quantity
from models.submission import NOTHING, rounded, share_of

_EMPTY = {"", "-", "—", "——", "－", "–", "/", "／", "\\", "无", "…", "……", "*"}
"""What people put where there is no amount."""
_HIGHEST_SHARE = 10
"""No rate is ten times the whole: such a number was meant as per cent."""


class CellAmount(NamedTuple):
    """An amount as a cell holds it; `is_approximate`: written with 约, 余 and the like; `remark` what was guessed."""

    amount: float
    is_approximate: bool = False
    remark: str = ""


def cell_amount(cell: object, indicator: Indicator) -> CellAmount:
    """The amount in a cell. Raises NotAQuantityError for words, days and amounts in another unit."""
    if isinstance(cell, str):
        return _written(cell.strip().lstrip("'’"), indicator)
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise NotAQuantityError(str(cell))
    if abs(cell) > _HIGHEST_SHARE and indicator.kind is Kind.RATE and share_of(indicator) > 1:
        meant = rounded(float(cell) / share_of(indicator))
        return CellAmount(meant, remark=f"“{indicator.name}”填的{cell:g}，按{cell:g}{indicator.unit}计入")
    return CellAmount(rounded(float(cell)))


def _written(text: str, indicator: Indicator) -> CellAmount:
    if text in _EMPTY:
        return CellAmount(NOTHING)
    quantity = _quantity(text)
    if quantity.unit and quantity.unit not in (indicator.unit, *indicator.units):
        raise NotAQuantityError(text)
    share = share_of(indicator)
    if quantity.percent and share == 1:
        raise NotAQuantityError(text)
    if share == 1 or (not quantity.percent and abs(quantity.value) <= 1):  # 0.9095 is a share made a text
        return CellAmount(rounded(float(quantity.value)), bool(quantity.qualifier))
    divisor = 1000 if "‰" in (quantity.percent or indicator.unit) else 100
    return CellAmount(rounded(float(quantity.value / divisor)), bool(quantity.qualifier))


@cache
def _percent_marks() -> dict[int, str]:
    return str.maketrans({"％": "%", "﹪": "%"})


def _quantity(text: str) -> Quantity:
    """The amount a text states; a programs' 1.0 or 00.5 is read as the number it is."""
    plain = text.translate(_percent_marks())
    try:
        return Quantity.parse(plain)
    except NotAQuantityError:
        return _from_program(plain)


def _from_program(text: str) -> Quantity:
    """Numbers as programs print them into text cells: 1e3, .5, 179.0."""
    try:
        value = Decimal(text)
    except ArithmeticError as error:
        raise NotAQuantityError(text) from error
    if not value.is_finite():
        raise NotAQuantityError(text)
    return replace(Quantity(f"{abs(value):f}"), sign="-" if value < 0 else "")
