"""This year against last year, reckoned exactly and worded as officials word it.

Amounts of two years come in, the change comes out: of counts in per cent of last year, of rates in percentage points
(GB/T 15835-2011 usage). A change that was stated is kept letter for letter as long as the data bear it out.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from models.indicator import Indicator, Kind
from models.phrase import POINTS, TIMES, UNCHANGED, Wording, verbs
from models.quantity import APPROXIMATE, BEHIND_ROUND, Quantity, Sense, plain
from models.rounding import EXACTLY, Rounding, places_of, to_places

DECIMALS = 2
"""Places of a change that nobody has stated yet."""

_MOST_DECIMALS = 6
_PERCENT = ("%", "‰")
_NEAR = Decimal("0.05")
"""How far, as a part of itself, an amount called 约 or 近 or 以上 may be from the true one."""


@dataclass(frozen=True, slots=True)
class Movement:
    """A change as a text says it: whether upwards (None: not said), by how much without a sign, in which unit.

    `unit` is empty where the amount carries it itself (26.44%).
    """

    rises: bool | None
    amount: Quantity
    unit: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether nothing has changed."""
        return not self.amount.value

    def worded(self, wording: Wording) -> str:
        """增长26.44%, 下降2.60个百分点, 持平."""
        if self.is_nothing and not wording.verb.is_noun:
            return UNCHANGED
        rises = wording.verb.rises if self.rises is None else self.rises
        return f"{wording.words(rises)}{self.amount.surface}{wording.unit_words(self.unit)}"


def percent_change(this: Decimal, last: Decimal) -> Decimal:
    """The change in per cent of last year, unrounded. Raises ArithmeticError where last year was nothing."""
    return EXACTLY.divide(EXACTLY.multiply(EXACTLY.subtract(this, last), Decimal(100)), EXACTLY.abs(last))


def exact_percent(this: Decimal, last: Decimal) -> Decimal | None:
    """The same; None where last year was nothing."""
    return percent_change(this, last) if last else None


def reckoned(
    base: Indicator, this: Quantity, last: Quantity, unit: str, stated: Quantity | None = None
) -> Movement | None:
    """How `base` changed, said in `unit` (%, 百分点, 倍 or the base's own); None where that unit cannot say it.

    `stated` is what was said before: kept where it is the rounding or the truncation of the truth, else its
    number of decimals and its 约 are kept.
    """
    exact = _exact(base, this.value, last.value, unit)
    if exact is None:
        return None
    if unit == TIMES and exact < 0:  # 下降0.3倍 is no Chinese: only a rise is told in times
        return Movement(False, _fresh(-exact * 100, Quantity("0", percent="%")))
    size = abs(exact)
    if stated is not None and (not exact or is_borne_out(stated, size)) and bool(exact) == bool(stated.value):
        amount = stated.unsigned()
    elif unit == base.unit and unit not in _PERCENT:
        amount = _difference(size, this, last)
    else:
        amount = _fresh(size, stated or Quantity("0", percent=unit if unit in _PERCENT else ""))
        if size and (this.qualifier or last.qualifier) and not amount.qualifier:
            amount = replace(amount, before="约")  # of 1400余 no exact percentage can be told
    return Movement(exact > 0 if exact else None, amount, "" if amount.percent else unit)


def is_borne_out(stated: Quantity, size: Decimal) -> bool:
    """Whether a stated change says an exact one, rounded, truncated, or as roughly as its 约 or 以上 admits."""
    said = abs(stated.value)
    match stated.sense:
        case Sense.ABOUT:
            return abs(size - said) <= said * _NEAR
        case Sense.AT_LEAST | Sense.LITTLE_OVER:
            return said <= size <= said * (1 + 2 * _NEAR)
        case Sense.AT_MOST | Sense.BELOW:
            return said * (1 - 2 * _NEAR) <= size <= said
    places = places_of(stated.number)
    return any(said == to_places(size, places, one) for one in Rounding)


def usual_unit(base: Indicator) -> str:
    """The unit in which a change of an indicator is said, unless otherwise wished."""
    return POINTS if base.kind is Kind.RATE else "%"


def usual_wording(base: Indicator, unit: str) -> Wording:
    """How a change nobody has worded yet is worded: 增长9.33%, 上升1.5个百分点, 增加15件."""
    face = "rise" if unit == POINTS else "add" if unit == base.unit else "grow"
    return Wording(verbs()[face], "", "ge" if unit == POINTS else "unit" if unit == base.unit else "")


def _exact(base: Indicator, this: Decimal, last: Decimal, unit: str) -> Decimal | None:
    if base.kind in (Kind.DATE, Kind.CHANGE):
        return None
    if unit == POINTS or (unit == base.unit and unit not in _PERCENT):
        return this - last if (base.kind is Kind.RATE) == (unit == POINTS) else None
    if base.kind is Kind.RATE or unit not in (*_PERCENT, TIMES):
        return None
    percent = exact_percent(this, last)
    if percent is None:
        return None
    return (
        percent.scaleb(-2, EXACTLY)
        if unit == TIMES
        else percent.scaleb(1, EXACTLY)
        if unit == "‰"
        else percent
    )


def _fresh(size: Decimal, pattern: Quantity) -> Quantity:
    """An amount rounded half up, with the pattern's decimals, percent sign and 约; a change is never rounded away."""
    written = any(map(str.isdigit, pattern.digits)) and pattern.value
    places = places_of(pattern.number) if written else DECIMALS
    while size and not to_places(size, places) and places < _MOST_DECIMALS:
        places += 1
    return Quantity(
        plain(to_places(size, places)),
        before=_roughly(pattern.before),
        percent=pattern.percent,
        after=_roughly(pattern.after),
    )


def _roughly(word: str) -> str:
    """A word that may stand with another amount as well: 约 and 左右, but not 来, which wants round digits."""
    return word if APPROXIMATE.get(word) is Sense.ABOUT and word not in BEHIND_ROUND else ""


def _difference(size: Decimal, this: Quantity, last: Quantity) -> Quantity:
    """A difference in 万 where both amounts are written in 万; 约 where one of them is not exact."""
    scale = this.scale if this.scale == last.scale else ""
    divisor = this.value / this.number if scale and this.number else Decimal(1)
    before = "约" if this.qualifier or last.qualifier else ""
    return Quantity(plain(size / divisor), before=before, scale=scale)
