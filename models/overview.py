"""What a summary has to tell beside its tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from models.contradictions import Contradiction
from models.outliers import Outlier
from models.submission import is_given
from models.summary import Summary

_MOST = 0.5
"""An indicator that more than this share of the offices give is missed in the others."""


@dataclass(frozen=True, slots=True)
class Gap:
    """An office whose workbook lacks indicators that most others give."""

    office: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A summary with its findings. `expected` is how many offices were to report, 0 where nobody said."""

    made: datetime
    summary: Summary
    files: int
    expected: int
    missing: tuple[str, ...]
    gaps: tuple[Gap, ...]
    contradictions: tuple[Contradiction, ...]
    outliers: tuple[Outlier, ...]
    problems: tuple[str, ...]


def gaps(summary: Summary) -> tuple[Gap, ...]:
    """The offices that lack what most give, in their order."""
    return tuple(Gap(office, lacking) for office, lacking in _lacking(summary) if lacking)


def _lacking(summary: Summary) -> Iterator[tuple[str, tuple[str, ...]]]:
    usual = [
        column
        for column in summary.columns
        if sum(map(is_given, column.values)) > _MOST * len(summary.submissions)
    ]
    for place, office in enumerate(summary.offices):
        yield office, tuple(column.indicator.name for column in usual if not is_given(column.values[place]))
