"""How a printed amount was cut to its decimals: rounded half up (四舍五入), or what is too much cut off (截去尾数)."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

EXACTLY = Context(prec=60)
"""Sixty digits: the longest amount in 万亿 divided by the smallest, whatever the thread's own context is."""

CENT = Decimal("0.01")
"""Two decimals: what percentages usually have."""


class Rounding(StrEnum):
    """A way of cutting decimals, as the clerk calls it."""

    HALF_UP = "四舍五入"
    DOWN = "截去尾数"


_MODES = {Rounding.HALF_UP: ROUND_HALF_UP, Rounding.DOWN: ROUND_DOWN}


def cut(value: Decimal, quantum: Decimal, rounding: Rounding) -> Decimal:
    """The value as a whole number of quanta (0.01, or 1000 for 1.2万), cut by its magnitude, with their decimals."""
    steps = EXACTLY.divide(value, quantum).to_integral_value(_MODES[rounding])
    return EXACTLY.quantize(EXACTLY.multiply(steps, quantum), quantum)


def to_places(number: Decimal, places: int, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
    """The number with so many places behind the point: 26.40 of 26.398 with two."""
    return cut(number, Decimal(1).scaleb(-places), rounding)


def places_of(number: Decimal) -> int:
    """How many places behind the point a number is written with: 2 of 8.40."""
    return max(-exponent_of(number), 0)


def exponent_of(number: Decimal) -> int:
    """The power of ten its last written digit counts: -2 of 8.40. An infinite number has none (0)."""
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def roundings(value: Decimal, printed: Decimal, quantum: Decimal) -> tuple[Rounding, ...]:
    """The ways in which a value becomes the printed one; none if it does in no way."""
    return tuple(one for one in Rounding if cut(value, quantum, one) == printed)


def range_of(printed: Decimal, quantum: Decimal, rounding: Rounding) -> tuple[Decimal, Decimal]:
    """Between which bounds lies what is printed so; the bound farther from nought is not reached itself."""
    half = EXACTLY.divide(quantum, Decimal(2))
    near, far = (half, half) if rounding is Rounding.HALF_UP else (Decimal(0), quantum)
    return (printed - near, printed + far) if printed >= 0 else (printed - far, printed + near)
