"""Which indicator of the catalogue an amount is: by its unit and the words around it."""

import re
from dataclasses import dataclass
from functools import cache

from importers.aliases import Alias, last_place
from importers.change_words import CHANGED, is_vague, without_comparison
from importers.filler_words import LEADING
from importers.label import Label
from models.indicator import Indicator, Kind, catalogue
from models.measure_words import near_equal

_FAR = 200
"""How many characters back a word of the context still tells what an amount is about."""

_ANOTHER_YEAR = re.compile("上年|去年|上一年|往年|同期|前年")
_ON_LAST_YEAR = re.compile(r"同比|[比较与][上去]年")
_SMALLER_CHANGES = frozenset({"%", "‰", "百分点", "倍"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator an amount may be. The greater score fits better: letters of the alias, nearness of context."""

    indicator: Indicator
    score: tuple[int, int]


def candidates(label: Label, unit: str, heading: str, year: int) -> tuple[Candidate, ...]:
    """The indicators an amount may be; none for an amount of another year or a change."""
    if speaks_of_another_year(label, year) or label.starting or states_change(label, unit):
        return ()
    around = f"{label.words} {label.behind}"
    likely = dict.fromkeys(known for word, known in _words_of_aliases(unit) if word in around)
    return tuple(
        Candidate(indicator, score)
        for indicator in map(catalogue().__getitem__, likely)
        if (score := _score(indicator, label, heading))
    )


def speaks_of_another_year(label: Label, year: int) -> bool:
    """Whether an amount is last year's: 上年150件."""
    told = label.words
    return label.last_year or bool(
        _ANOTHER_YEAR.search(told) or re.search(rf"{year - 1}年(?!以来|至|[-—])", told)
    )


def states_change(label: Label, unit: str) -> bool:
    """Whether an amount says by how much something changed: 同比增长26.44%."""
    return unit in _SMALLER_CHANGES and bool(CHANGED.search(label.words)) and not label.inherited


def bare_change(label: Label) -> bool:
    """Whether the words tell of a change but name no thing, so that it is that of the amount before: 同比增长."""
    if label.inherited or not (CHANGED.search(label.words) or is_vague(label.words)):
        return False
    rest = without_comparison(label.words)
    return label.adjoining and not LEADING.sub("", rest, count=1).strip("率、")


def states_difference(label: Label, unit: str, base_unit: str) -> bool:
    """Whether an amount says by how many the amount before it, counted alike, changed on last year: 同比减少9件."""
    return (
        unit == base_unit
        and unit not in _SMALLER_CHANGES
        and _ON_LAST_YEAR.search(label.words) is not None
        and CHANGED.search(label.words) is not None
    )


def compares_otherwise(label: Label) -> bool:
    """Whether the words compare with another time than last year."""
    return "环比" in label.words


@cache
def _words_of_aliases(unit: str) -> tuple[tuple[str, str], ...]:
    """Of every alias of what is counted in a unit the longest word it cannot fit without, and its indicator's id."""
    return tuple(
        (max((*alias.before, *alias.behind), key=len), indicator.id)
        for indicator in catalogue().values()
        if _may_count(indicator, unit)
        for alias in _aliases(indicator.id)
    )


def _may_count(indicator: Indicator, unit: str) -> bool:
    return indicator.kind not in {Kind.DATE, Kind.CHANGE} and (
        near_equal(indicator.unit, unit) or unit in indicator.units
    )


def _score(indicator: Indicator, label: Label, heading: str) -> tuple[int, int] | None:
    if any(word in label.words or word in label.behind for word in indicator.without):
        return None
    letters = [
        alias.letters
        for alias in _aliases(indicator.id)
        if alias.fits(label, bool(indicator.context) and not alias.names(indicator.context))
    ]
    distance = _context_distance(indicator, label, heading) if letters else None
    return None if distance is None else (max(letters), -distance)


def _context_distance(indicator: Indicator, label: Label, heading: str) -> int | None:
    """How far back the nearest word of the context stands; None when it is missing. Headings are far."""
    if not indicator.context:
        return 0
    if any(last_place(word, label.behind) >= 0 for word in indicator.context):
        return 0
    nearest = max((last_place(word, label.earlier) for word in indicator.context), default=-1)
    distance = len(label.earlier) - nearest
    if nearest >= 0 and distance <= _FAR:
        return distance
    return _FAR + 1 if any(last_place(word, heading) >= 0 for word in indicator.context) else None


@cache
def _aliases(indicator_id: str) -> tuple[Alias, ...]:
    return tuple(map(Alias.parse, catalogue()[indicator_id].aliases))
