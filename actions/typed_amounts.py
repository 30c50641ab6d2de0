"""Amounts as they are typed or pasted into the table of figures, put into the digits a report prints."""

from dataclasses import replace

from actions.drafting import amount_of
from models.change import says_rise
from models.indicator import Indicator, Kind
from models.quantity import Quantity
from models.report import Report

_HALF_WIDTH = str.maketrans("０１２３４５６７８９．％＋－−", "0123456789.%+--")
_GROUPING = str.maketrans("", "", ",， ")


def typed_amount(indicator: Indicator, text: str) -> Quantity | None:
    """The amount in half-width digits without thousands separators; 约, 余, 万 stay. None for an empty text.

    Raises what `amount_of` raises.
    """
    amount = amount_of(indicator, text.translate(_HALF_WIDTH))
    return amount and replace(amount, digits=amount.digits.translate(_GROUPING))


def as_worded(report: Report, indicator: Indicator, amount: Quantity | None) -> Quantity | None:
    """A stated change without the sign that the words before it say already: 下降11.73%, never 下降-11.73%."""
    if indicator.kind is not Kind.CHANGE or amount is None or not amount.sign:
        return amount
    is_said = says_rise(report, indicator.id) is (amount.value > 0)
    return amount.unsigned() if is_said else amount
