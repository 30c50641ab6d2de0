"""The words at a bar: the amount with its unit, and how it changed on last year (同比)."""

from decimal import Decimal

from models.change import change
from models.indicator import Indicator, Kind
from models.quantity import Quantity, plain
from models.report import Figure
from models.rounding import to_places

SAME = "持平"
_SIGNS = {"％": "%"}
_POINTS = {"%": "个百分点", "‰": "个千分点"}
_TIMES_FROM = 10
"""From this multiple of last year on a rise is told in times: 为上年的12倍, not 1100%."""


def percent_sign(indicator: Indicator, quantity: Quantity) -> str:
    """% or ‰ where an amount is one, "" of a count."""
    sign = quantity.percent or (indicator.unit if indicator.unit in ("%", "％", "‰") else "")
    return _SIGNS.get(sign, sign)


def label(indicator: Indicator, quantity: Quantity) -> str:
    """An amount as printed, with its unit: 164件, 98%以上, 100人以上."""
    if quantity.percent:
        return quantity.surface + quantity.tail
    return f"{quantity.surface}{indicator.unit}{quantity.tail}"


def change_words(indicator: Indicator, figure: Figure) -> str:
    """How this year differs from last year: ▲ 9.33%, ▼ 2.6个百分点, 持平.

    In per cent only where last year was above nought; where it was not, or is not known, that is said instead.
    """
    this, last = figure.value, figure.last
    if this is None:
        return "本年未填"
    if last is None:
        return "上年未填"
    if percent_sign(indicator, this) != percent_sign(indicator, last):
        return "两年写法不同，不比较"
    if this.value == last.value:
        return SAME
    changed = change(indicator, figure)
    arrow = "▲" if this.value > last.value else "▼"
    about = "约" if this.qualifier or last.qualifier else ""
    if sign := percent_sign(indicator, this):
        return f"{arrow} {about}{plain(abs(this.value - last.value))}{_POINTS[sign]}"
    if last.value <= 0 or changed is None or changed.percent is None:
        return "上年为0" if last.value == 0 else "上年为负数，不算同比"
    if this.value >= last.value * _TIMES_FROM:
        return f"{arrow} {about}为上年的{_times(this.value / last.value)}倍"
    if not changed.percent:
        return f"{arrow} 不到0.01%"
    return f"{arrow} {about}{abs(changed.percent)}%"


def comparable(indicator: Indicator, figure: Figure) -> bool:
    """Whether both years are known and written alike."""
    this, last = figure.value, figure.last
    if this is None or last is None or indicator.kind in (Kind.DATE, Kind.CHANGE):
        return False
    return percent_sign(indicator, this) == percent_sign(indicator, last)


def share_words(part: Decimal, whole: Decimal) -> str:
    """A part of a whole in per cent, one decimal: 29.3%; never 0% of what there is."""
    share = to_places(part * 100 / whole, 1)
    return "不到0.1%" if part and not share else f"{share}%"


def _times(ratio: Decimal) -> str:
    return plain(to_places(ratio, 1 if ratio < 100 else 0))
