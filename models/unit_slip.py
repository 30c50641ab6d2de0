"""An amount that is some hundred times the other year's: often 万元 typed where 元 is counted."""

from models.indicator import Indicator, Kind
from models.report import Figure

_TIMES = 100
_WHOLE = 100
_FREE_OF_SLIPS = (Kind.RATE, Kind.CHANGE, Kind.DATE)


def unit_slip(indicator: Indicator, figure: Figure, most: int = _TIMES) -> str:
    """What to check, in a sentence; empty where neither year is `most` times the other."""
    this, last = figure.value, figure.last
    if this is None or last is None or indicator.kind in _FREE_OF_SLIPS:
        return ""
    large, small = (this, last) if this.value >= last.value else (last, this)
    if small.value <= 0 or large.value < most * small.value:
        return ""
    years = ("本年是上年", "上年是本年")[large is last]
    times = int(large.value / small.value)
    if not indicator.unit.endswith("元"):
        return f"{years}的{times}倍，请核对。"
    advice = f"，{small}万{indicator.unit}请填{small}万" if not (small.scale or small.qualifier) else ""
    return f"{years}的{times}倍，请核对单位：现按{indicator.unit}记{advice}。"


def over_the_whole(indicator: Indicator, figure: Figure) -> str:
    """What to check of a rate above 100%, in a sentence; empty of any other amount."""
    this = figure.value
    is_more = indicator.kind is Kind.RATE and this is not None and this.percent == "%" and this.value > _WHOLE
    return "超过100%，请核对。" if this and is_more else ""
