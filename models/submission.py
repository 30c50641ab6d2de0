"""What an office sent up: its figures for the year, kept small enough for thousands of offices at once."""

from array import array
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from math import isnan, nan
from pathlib import Path
from unicodedata import normalize

from models.indicator import Indicator, Kind, catalogue
from models.measure_words import near_equal

NOTHING = nan
"""What stands in a column of amounts where an office gives none."""
_DIGITS = ".15g"
_POINTS = "百分点"
_CHANGES = ("同比", "增减", "同比变化", "环比")
"""How the names of own indicators end that state a change."""
_SHARES = {"%": 100, "‰": 1000}
_BETWEEN = "\t"


@dataclass(frozen=True, slots=True)
class Submission:
    """One office's workbook: for each key this year's and last year's amount, NOTHING where there is none.

    Amounts are as a workbook's cells hold them: doubles of at most 15 digits, which `exact` makes exact again, and
    a percentage as its share (0.9095). `approximate` are keys of amounts written with 约, 余 and the like; `remarks`
    say in words what was not as it should be.
    """

    path: Path
    organ: str
    year: int
    keys: tuple[str, ...]
    values: "array[float]"
    lasts: "array[float]"
    approximate: frozenset[str] = frozenset()
    remarks: tuple[str, ...] = ()


def rounded(amount: float) -> float:
    """A cell's number with the 15 digits a workbook shows: 0.29 of 0.28999999999999998."""
    return amount if amount.is_integer() else float(format(amount, _DIGITS))


def exact(amount: float) -> Decimal:
    """The amount that a cell's number stands for; exact, because 15 digits survive as a double."""
    return Decimal(format(amount, _DIGITS))


def is_given(amount: float) -> bool:
    """Whether there is an amount."""
    return not isnan(amount)


def share_of(indicator: Indicator) -> int:
    """By how much a cell's number is smaller than the amount in the indicator's unit: 100 for %, else 1."""
    return _SHARES.get(indicator.unit, 1)


def key_of(indicator_id: str, name: str, unit: str) -> str:
    """By what an indicator is known in all offices: the catalogue's id, for others the name and the unit.

    An id of the catalogue in a unit that cannot stand for the catalogue's is another statistic. Rows that lost
    their id are known by name and unit alone.
    """
    known = catalogue().get(indicator_id)
    ours = (known.unit, *known.units) if known else ()
    if known and (not unit or any(near_equal(one, unit) for one in ours)):
        return indicator_id
    plain_name, plain_unit = plain_words(name), plain_words(unit)
    return _ids_by_name().get((plain_name, plain_unit)) or f"{plain_name}{_BETWEEN}{plain_unit}"


@cache
def indicator_of(key: str) -> Indicator:
    """The indicator of a key; one that is in no catalogue has the key as its id."""
    if known := catalogue().get(key):
        return known
    name, _, unit = key.partition(_BETWEEN)
    return Indicator(key, name, unit, _kind_of(name, unit), section="other")


def _kind_of(name: str, unit: str) -> Kind:
    """What an office's own indicator is, by its name and unit; a change may be negative and makes no total."""
    if unit == _POINTS or name.endswith(_CHANGES):
        return Kind.CHANGE
    return Kind.RATE if unit in _SHARES else Kind.COUNT


def is_in_catalogue(key: str) -> bool:
    """Whether the indicator is the same for all offices, not one of an office's own."""
    return _BETWEEN not in key


def plain_words(text: str) -> str:
    """Words without blanks and with one width of letters and marks, to be compared."""
    return "".join(normalize("NFKC", text).split())


@cache
def _ids_by_name() -> dict[tuple[str, str], str]:
    return {
        (plain_words(one.name), plain_words(unit)): one.id
        for one in catalogue().values()
        for unit in (one.unit, *one.units)
    }
