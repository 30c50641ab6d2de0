"""Many offices' figures side by side: a column for each indicator, a place in it for each office."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import fsum

from models.indicator import Indicator, Kind, catalogue
from models.rounding import places_of
from models.submission import (
    NOTHING,
    Submission,
    exact,
    indicator_of,
    is_given,
    is_in_catalogue,
    share_of,
)

MOST_OWN = 300
"""Columns for offices' own indicators, those that most offices give: a sheet has 16,384 columns, and an indicator that
one office alone has can be compared with nothing."""


@dataclass(frozen=True, slots=True)
class Middle:
    """Of some amounts how many are given, their exact sum and median (None where none is given)."""

    count: int
    total: Decimal
    median: Decimal | None

    @classmethod
    def of(cls, amounts: Sequence[float]) -> "Middle":
        """Of the amounts that are given."""
        return cls(sum(map(is_given, amounts)), total(amounts), median(amounts))


@dataclass(frozen=True)
class Column:
    """An indicator's amounts, this year's and last year's, in the order of the offices; NOTHING where there is none."""

    key: str
    indicator: Indicator
    values: "array[float]"
    lasts: "array[float]"

    @property
    def is_summed(self) -> bool:
        """Whether amounts of several offices make a total; those of rates and changes do not."""
        return self.indicator.kind in (Kind.COUNT, Kind.AMOUNT) and share_of(self.indicator) == 1

    @cached_property
    def this(self) -> "Middle":
        """Of this year's amounts."""
        return Middle.of(self.values)

    @cached_property
    def last(self) -> "Middle":
        """Of last year's amounts."""
        return Middle.of(self.lasts)

    @cached_property
    def decimals(self) -> int:
        """How many decimals the amounts have, those of a percentage before its sign."""
        broken = {amount for amount in (*self.values, *self.lasts) if amount % 1 and is_given(amount)}
        factor = 100 if share_of(self.indicator) > 1 else 1
        return max((decimals_of(exact(amount) * factor) for amount in broken), default=0)


@dataclass(frozen=True, slots=True)
class Summary:
    """The offices in order and the columns in the order of the catalogue, offices' own indicators behind.

    `own` are the keys that found no column.
    """

    year: int
    submissions: tuple[Submission, ...]
    columns: tuple[Column, ...]
    own: frozenset[str] = frozenset()

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices' names, each once or with what tells it from its namesake."""
        return tuple(one.organ for one in self.submissions)


def summary(year: int, submissions: Sequence[Submission]) -> Summary:
    """The summary of one year's submissions, in their order."""
    given = Counter(key for one in submissions for key in one.keys)
    places = {key: number for number, key in enumerate(catalogue())}
    ours = sorted((key for key in given if is_in_catalogue(key)), key=places.__getitem__)
    own = sorted((key for key in given if not is_in_catalogue(key)), key=lambda key: (-given[key], key))
    empty = array("d", [NOTHING]) * len(submissions)
    columns = {key: Column(key, indicator_of(key), empty[:], empty[:]) for key in (*ours, *own[:MOST_OWN])}
    for office, one in enumerate(submissions):
        for key, value, last in zip(one.keys, one.values, one.lasts, strict=True):
            if column := columns.get(key):
                column.values[office], column.lasts[office] = value, last
    return Summary(year, tuple(submissions), tuple(columns.values()), frozenset(own[MOST_OWN:]))


def total(column: Iterable[float]) -> Decimal:
    """The exact sum of what is given."""
    given = [amount for amount in column if is_given(amount)]
    whole = [amount for amount in given if amount.is_integer()]
    broken = (exact(amount) for amount in given if not amount.is_integer())
    return sum(broken, Decimal(int(fsum(whole))))  # fsum loses nothing of whole numbers


def median(column: Iterable[float]) -> Decimal | None:
    """The exact median of what is given, None where nothing is."""
    ordered = sorted(amount for amount in column if is_given(amount))
    if not ordered:
        return None
    middle = len(ordered) // 2
    return (
        exact(ordered[middle])
        if len(ordered) % 2
        else sum(map(exact, ordered[middle - 1 : middle + 1])) / Decimal(2)
    )


def decimals_of(amount: Decimal) -> int:
    """How many decimals an amount has: 2 of 3.25, none of 300."""
    return places_of(amount.normalize())
