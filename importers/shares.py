"""Per cent and per mille: a cell may hold the share (0.98) or the number before the sign (98), and shows which only in
its format. Whatever is guessed is remarked; where last year's amount speaks for the other reading, nothing is."""

from dataclasses import replace
from decimal import Decimal

from importers.amount_texts import NotUnderstoodError
from models.indicator import Indicator, Kind
from models.quantity import Quantity, plain

_TIMES = {"%": 100, "‰": 1000}
_LIKELY_SHARE, _MOST_SHARE = Decimal("1.5"), 10
"""150% and 1000%: up to the one a rate is taken as it is shown, above the other it was meant in per cent."""


def shown_share(number: Decimal, indicator: Indicator, last: Quantity | None) -> tuple[str, tuple[str, ...]]:
    """A number in a cell of per cent, as a text with its sign, and remarks. A 98 that was pasted into such a cell shows
    9800%, a 5.5 shows 550%. Raises NotUnderstoodError."""
    sign = indicator.unit if indicator.unit in _TIMES else "%"
    shown, meant = f"{plain(number * _TIMES[sign])}{sign}", f"{plain(number)}{sign}"
    if indicator.kind is not Kind.RATE or number <= 1:
        return shown, ()
    if last is not None:
        is_meant = abs(number - last.value) < abs(number * _TIMES[sign] - last.value)
    elif _LIKELY_SHARE < number <= _MOST_SHARE:
        raise NotUnderstoodError(f"可能是{shown}，也可能是{meant}")
    else:
        is_meant = number > _MOST_SHARE
    return (meant, (f"填的是{plain(number)}（即{shown}），按{meant}认",)) if is_meant else (shown, ())


def with_sign(
    found: Quantity, indicator: Indicator, last: Quantity | None
) -> tuple[Quantity, tuple[str, ...]]:
    """An amount with the sign of its indicator's unit, and remarks; a bare 0.98 is 98%. Raises NotUnderstoodError."""
    unit = indicator.unit if indicator.unit in _TIMES else ""
    if found.percent and found.percent != unit:
        raise NotUnderstoodError(f"是“{found.percent}”的数，这一项按“{indicator.unit}”统计")
    if not unit or found.percent:
        return found, ()
    if unit == "‰" or found.scale:
        return replace(found, percent=unit), ()
    number = found.number
    shown = replace(found, percent=unit)
    if not 0 < abs(number) <= 1:
        return shown, (f"没有百分号，按{shown.surface}认",) if number else ()
    share = replace(found, digits=plain(abs(number) * 100), percent=unit)
    if last is not None and abs(share.value - last.value) > abs(shown.value - last.value):
        raise NotUnderstoodError(f"没有百分号，可能是{share.surface}，也可能是{shown.surface}")
    return share, (f"填的是{plain(number)}，按{share.surface}认",)
