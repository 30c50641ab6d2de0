"""Amounts that stand apart from those of the other offices: robust z scores.

Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993): the distance from the median in units of the median
absolute deviation (MAD), which a few wrong amounts cannot shift. Counties differ in size, so counts are compared by
their logarithms: what stands out is a ratio, such as 元 written for 万元.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import copysign, log1p, sqrt
from statistics import median

from models.indicator import Indicator
from models.submission import exact, is_given, share_of
from models.summary import IndicatorColumn, Summary

LEAST_OFFICES = 8
"""With fewer offices there is no field from which one could stand apart."""
LIMIT = 3.5
_NORMAL = 1.4826
"""MAD of a normal distribution times this is its standard deviation."""
_POINT = 0.01
"""Rates that differ by less than some points stand together, also where most are equal (MAD 0)."""


@dataclass(frozen=True, slots=True)
class Outlier:
    """An office's amount of this year that stands apart; `value` and `median` in the indicator's unit."""

    office: str
    indicator: Indicator
    value: Decimal
    median: Decimal
    z: float


def outliers(summary: Summary) -> tuple[Outlier, ...]:
    """Every amount of this year that stands apart, the farthest first."""
    found = [one for column in summary.columns for one in _apart(column, summary.offices)]
    return tuple(sorted(found, key=lambda one: -abs(one.z)))


def robust_scores(values: Sequence[float], least_scale: float) -> list[float]:
    """The robust z of each value; the scale is at least so large, which a field of equal values needs."""
    middle = median(values)
    deviation = median(abs(value - middle) for value in values)
    scale = max(_NORMAL * deviation, least_scale)
    return [(value - middle) / scale for value in values]


def _apart(column: IndicatorColumn, offices: Sequence[str]) -> Iterator[Outlier]:
    places = [place for place, amount in enumerate(column.values) if is_given(amount)]
    if len(places) < LEAST_OFFICES:
        return
    given = [column.values[place] for place in places]
    middle, share = median(given), share_of(column.indicator)
    if share == 1:
        scores = robust_scores([_log(amount) for amount in given], 1 / sqrt(1 + abs(middle)))
    else:
        scores = robust_scores(given, _POINT)
    for place, z in zip(places, scores, strict=True):
        if abs(z) > LIMIT:
            value = exact(column.values[place]) * share
            yield Outlier(offices[place], column.indicator, value, exact(middle) * share, z)


def _log(amount: float) -> float:
    """log(1+x), mirrored below zero. Events counted around a mean m scatter by about 1/√m on this scale."""
    return copysign(log1p(abs(amount)), amount)
