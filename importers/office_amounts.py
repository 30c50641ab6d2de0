"""A cell of an office's table becomes a double: thousands of them at once, by the rules of `cell_amounts`."""

from datetime import date, time, timedelta
from math import isfinite
from typing import NamedTuple

from importers.cell_amounts import read_amount
from importers.cells import Cell
from models.indicator import Indicator
from models.quantity import Quantity, plain
from models.submission import NOTHING, exact, is_given, rounded, share_of

_MOST = 10**15
"""Above it a double holds no exact number."""


class OfficeAmount(NamedTuple):
    """An amount, NOTHING where there is none; `is_approximate`: written with 约, 余 and the like; what was guessed."""

    amount: float
    is_approximate: bool = False
    remarks: tuple[str, ...] = ()


def office_amount(cell: object, indicator: Indicator, last: float = NOTHING) -> OfficeAmount:
    """The amount in a cell, given last year's. Raises NotUnderstoodError for words, days, impossible amounts.

    python-calamine tells no formats: a number of per cent is read as our export writes it, in a cell of per cent.
    """
    if isinstance(cell, float) and _is_usual(cell, indicator):  # most cells, and there are many
        return OfficeAmount(rounded(cell))
    read = read_amount(_cell(cell, indicator), indicator, last=_quantity(last, indicator))
    if read.value is None:
        return OfficeAmount(NOTHING)
    amount = read.value.value / (share_of(indicator) if read.value.percent else 1)
    return OfficeAmount(rounded(float(amount)), bool(read.value.qualifier), read.remarks)


def _is_usual(number: float, indicator: Indicator) -> bool:
    """Whether no rule has anything to say of the number: a share of at most the whole, a whole number of all else."""
    return 0 <= number <= 1 if share_of(indicator) > 1 else 0 <= number < _MOST and number.is_integer()


def _cell(content: object, indicator: Indicator) -> Cell:
    if isinstance(content, bool | date | time | timedelta):
        return Cell(content)
    if isinstance(content, int | float) and isfinite(content):
        return Cell(exact(content), "0.00%" if share_of(indicator) > 1 else "General")
    return Cell(str(content))


def _quantity(amount: float, indicator: Indicator) -> Quantity | None:
    """An amount as the rules ask for last year's: in the indicator's unit."""
    if not is_given(amount):
        return None
    share = share_of(indicator)
    value = exact(amount) * share
    return Quantity(
        plain(abs(value)), sign="-" if value < 0 else "", percent=indicator.unit if share > 1 else ""
    )
