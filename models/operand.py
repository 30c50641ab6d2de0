"""A report's amounts as relations reckon with them: exact value, how far it was cut, what 约 and 余 leave open."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from models.change import says_rise
from models.indicator import Indicator, Kind, catalogue
from models.quantity import Quantity, Sense
from models.report import Figure, Report
from models.rounding import exponent_of, places_of

INFINITY = Decimal("Infinity")
_TOO_EXACT = 5
"""No approximate amount has so many significant digits, nor one less where the last of them counts single things."""

_PERMILLE = "‰"
_PERCENT = ("%", "％", _PERMILLE)


@dataclass(frozen=True, slots=True)
class Operand:
    """An amount. `value` has 万 multiplied out, is in per cent where it is a rate (3.5‰ is 0.35), negative for a fall.

    `quantum` is the unit of the last digit it was cut to (0.01 of 95.76%, 1000 of 1.2万); nought where it is the
    full amount: a count without 万, and 100%, which claims that nothing is missing.
    """

    indicator: Indicator
    quantity: Quantity
    value: Decimal

    @property
    def is_approximate(self) -> bool:
        """Whether 约, 余, 以上 or the like stands with it."""
        return bool(self.quantity.qualifier)

    @property
    def is_percentage(self) -> bool:
        """Whether it is printed with % or ‰."""
        return self.mark in _PERCENT

    @property
    def mark(self) -> str:
        """%, ‰ or 个百分点 behind it, else nothing."""
        if self.quantity.percent or self.indicator.unit in _PERCENT:
            return self.quantity.percent or self.indicator.unit
        return "个百分点" if self.indicator.unit == "百分点" else ""

    @property
    def is_counted(self) -> bool:
        """Whether it counts things, so that it has no fractions of its own."""
        return self.indicator.kind is Kind.COUNT and not self.is_percentage

    @property
    def quantum(self) -> Decimal:
        """What its last digit counts, nought where nothing was cut."""
        place = last_place(self.quantity)
        if self.indicator.kind is Kind.RATE and place == 1 and self.value in (0, 100):
            return Decimal(0)
        if self.is_counted and not self.quantity.scale:
            return Decimal(0)
        return place / (10 if self.mark == _PERMILLE else 1)

    def range(self) -> tuple[Decimal, Decimal]:
        """Between which bounds the amount lies, going by its 约, 余 and 以上, or by its being cut to 万 or decimals."""
        low, high = self._sizes()
        return (-high, -low) if self.value < 0 else (low, high)

    def _sizes(self) -> tuple[Decimal, Decimal]:
        """The same without the sign: a fall of more than 10% is below -10."""
        size, room = abs(self.value), _round_place(self.value)
        match self.quantity.sense:
            case Sense.AT_LEAST:
                return size, INFINITY
            case Sense.AT_MOST:
                return -INFINITY, size
            case Sense.LITTLE_OVER:
                return size, size + room if room > 1 or self.is_percentage else INFINITY
            case Sense.BELOW:
                return size - room, size
            case Sense.ABOUT:
                return size - room, size + room
        return size - self.quantum, size + self.quantum


class Operands:
    """A report's amounts by target (``fy_apply``, ``fy_apply.last``), looked up once each."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._figures = {figure.indicator: figure for figure in report.figures}
        self._own = {indicator.id: indicator for indicator in report.own_indicators}
        self._found: dict[str, Operand | None] = {}

    def get(self, target: str) -> Operand | None:
        """The amount, None where the report does not know it."""
        if target not in self._found:
            self._found[target] = self._look_up(target)
        return self._found[target]

    def figure(self, indicator_id: str) -> Figure | None:
        """The indicator's figure, None where there is none."""
        return self._figures.get(indicator_id)

    def indicator(self, indicator_id: str) -> Indicator | None:
        """An indicator of the report's own or of the catalogue."""
        return self._own.get(indicator_id) or catalogue().get(indicator_id)

    def name(self, target: str) -> str:
        """What the clerk calls an amount: 网民留言, 网民留言（上年）."""
        name, _, face = target.partition(".")
        indicator = self.indicator(name)
        return f"{indicator.name if indicator else name}{'（上年）' if face else ''}"

    def _look_up(self, target: str) -> Operand | None:
        name, _, face = target.partition(".")
        figure, indicator = self._figures.get(name), self.indicator(name)
        quantity = (figure.last if face else figure.value) if figure else None
        if quantity is None or indicator is None or indicator.kind is Kind.DATE:
            return None
        value = _value(quantity)
        if indicator.kind is Kind.CHANGE:
            rises = True if quantity.sign else says_rise(self.report, name)
            if rises is None and self._has_rival(indicator):
                return None  # another change of the same indicator is stated too; whose direction it is cannot be told
            value = -value if rises is False else value
        if quantity.percent == _PERMILLE or (not quantity.percent and indicator.unit == _PERMILLE):
            value = value.scaleb(-1)
        return Operand(indicator, quantity, value)

    def _has_rival(self, change: Indicator) -> bool:
        """Whether another change of the same indicator is stated."""
        others = (self.indicator(one.indicator) for one in self._figures.values() if one.value)
        return any(other and other.id != change.id and other.base == change.base for other in others)


@lru_cache(maxsize=4)
def operands_of(report: Report) -> Operands:
    """A report's amounts, looked up once for all who ask about the same state of it."""
    return Operands(report)


@lru_cache(maxsize=4096)
def _value(quantity: Quantity) -> Decimal:
    return quantity.value


def last_place(quantity: Quantity) -> Decimal:
    """What one unit of the last digit stands for: 0.01 of 95.76%, 1000 of 1.2万."""
    place = Decimal(1).scaleb(-places_of(quantity.number))
    return place * (quantity.value / quantity.number if quantity.number else 1)


def is_falsely_exact(quantity: Quantity) -> bool:
    """Whether an approximate amount is written as exactly as a counted one: 1062多, 273.56万多."""
    if not quantity.qualifier or quantity.percent:
        return False
    digits = "".join(map(str, quantity.number.as_tuple().digits)).lstrip("0")
    significant = len(digits.rstrip("0"))
    counts_single_things = not quantity.scale and not digits.endswith("0")
    return significant >= _TOO_EXACT - counts_single_things


def _round_place(value: Decimal) -> Decimal:
    """The place of the last digit that is not nought: 10 of 270, 1000 of 2.4万, 0.1 of 98.5."""
    return Decimal(1).scaleb(exponent_of(value.normalize()))
