"""This year against last year."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from models.indicator import Indicator, Kind
from models.linked_text import Link
from models.report import Figure, Report, texts

_CENT = Decimal("0.01")
_REACH = 6
_PRECISION = 60
"""Digits: enough for the longest amount in 万亿 divided by the smallest."""


@dataclass(frozen=True, slots=True)
class Change:
    """The difference, in the indicator's unit (of rates: percentage points), and in per cent of last year.

    `percent` is rounded half up to two places; None for rates and where last year was nothing.
    """

    difference: Decimal
    percent: Decimal | None


def change(indicator: Indicator, figure: Figure) -> Change | None:
    """How a figure changed; None where an amount is missing or none can be had (dates, stated changes)."""
    if figure.value is None or figure.last is None or indicator.kind in (Kind.DATE, Kind.CHANGE):
        return None
    this, last = figure.value.value, figure.last.value
    if indicator.kind is Kind.RATE or not last:
        return Change(this - last, None)
    with localcontext(prec=_PRECISION):
        percent = ((this - last) * 100 / abs(last)).quantize(_CENT, ROUND_HALF_UP)
    return Change(this - last, percent)


def stated_change(report: Report, indicator_id: str) -> Decimal | None:
    """The percentage by which the text says an indicator changed on last year, negative for a decrease."""
    for figure in report.figures:
        indicator = report.indicator(figure.indicator)
        if indicator and indicator.kind is Kind.CHANGE and indicator.base == indicator_id and figure.value:
            return -figure.value.value if _is_said_to_fall(report, figure.indicator) else figure.value.value
    return None


def _is_said_to_fall(report: Report, indicator_id: str) -> bool:
    """The direction stands in the words before the number (同比减少38.41%)."""
    token = Link(indicator_id).token
    before = next((text.partition(token)[0] for _, text in texts(report) if token in text), "")
    return any(word in before[-_REACH:] for word in ("减", "降"))
