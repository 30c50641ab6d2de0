"""Gives every statistic of a report its indicator: the catalogue's where the words fit, else the report's own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import count

from importers.filler_words import essence
from importers.label import Label
from importers.matching import (
    Candidate,
    bare_change,
    candidates,
    compares_otherwise,
    states_change,
    states_difference,
)
from importers.naming import Names, change_name, leans, name_of, without_mark, year_told
from importers.numbers import Amount
from models.indicator import Indicator, Kind, catalogue
from models.quantity import Quantity
from models.report import Report

_PLAN = "plan"
_NO_SECTION = "measures"
_RATES = frozenset({"%", "‰"})


@dataclass(frozen=True, slots=True)
class Statistic:
    """One amount where it stands: in which section, under which headings, among which words."""

    section: str
    heading: str
    amount: Amount
    label: Label


@dataclass(frozen=True, slots=True)
class Fact:
    """What a statistic tells: this year's amount of an indicator, or last year's."""

    indicator: Indicator
    is_last: bool = False


def facts_of(report: Report, statistics: Sequence[Statistic]) -> tuple[Fact, ...]:
    """What each statistic tells, in order.

    The same fact told twice has the same indicator twice. One of the catalogue that is counted in another unit
    here (起 for 件) keeps its id and takes the unit.
    """
    assigned = _assigned(report, statistics)
    recalled = _recalled(report, statistics, assigned)
    own = _OwnIndicators(report)
    facts: dict[int, Fact] = {}
    for place in sorted(
        range(len(statistics)), key=lambda place: (max(place, recalled.get(place, 0)), -place)
    ):
        if place in recalled:
            facts[place] = Fact(own.recall(facts[recalled[place]].indicator), is_last=True)
            continue
        statistic = statistics[place]
        if statistic.label.of < 0 and not statistic.label.last_year:
            own.recall(facts[place + statistic.label.of].indicator)
        if recalled.get(place - 1) == place:
            statistic = replace(statistic, label=replace(statistic.label, resulting=False))
        facts[place] = Fact(own.next(statistic, assigned.get(place)))
    return tuple(facts[place] for place in range(len(statistics)))


def _recalled(
    report: Report, statistics: Sequence[Statistic], assigned: dict[int, Indicator]
) -> dict[int, int]:
    """Which statistic (by its place) is last year's amount of which other one.

    Of two different amounts for one indicator the one nearer to this year's takes it, of equals the first.
    """
    taken: dict[str | int, Quantity] = {
        figure.indicator: figure.last for figure in report.figures if figure.last is not None
    }
    claims = [
        (abs(statistic.label.of), place, place + statistic.label.of)
        for place, statistic in enumerate(statistics)
        if statistic.label.of and statistic.label.last_year
    ]
    recalled = {}
    for _, place, base in sorted(claims):
        quantity = statistics[place].amount.quantity
        if taken.setdefault(assigned[base].id if base in assigned else base, quantity) == quantity:
            recalled[place] = base
    return recalled


def _assigned(report: Report, statistics: Sequence[Statistic]) -> dict[int, Indicator]:
    """Which statistic (by its place) is which indicator of the catalogue.

    Of two different amounts for one indicator the better fitting takes it, of equals the first.
    """
    claims = [
        (candidate.score, -place, candidate.indicator)
        for place, statistic in enumerate(statistics)
        for candidate in _candidates(report, statistic)
    ]
    taken: dict[str, tuple[Quantity | None, str]] = {
        figure.indicator: (figure.value, indicator.unit)
        for figure in report.figures
        if (indicator := report.indicator(figure.indicator))
    }
    assigned: dict[int, Indicator] = {}
    for _, place, indicator in sorted(claims, key=lambda claim: claim[:2], reverse=True):
        amount = statistics[-place].amount
        fact = (amount.quantity, amount.unit)
        if -place not in assigned and taken.setdefault(indicator.id, fact) == fact:
            assigned[-place] = replace(indicator, unit=amount.unit)
    return assigned


def _candidates(report: Report, statistic: Statistic) -> tuple[Candidate, ...]:
    """What a statistic may be. Next year's plan counts nothing of this year, unless it names the year."""
    if statistic.section == _PLAN and f"{report.year}年" not in statistic.label.words:
        return ()
    return candidates(statistic.label, statistic.amount.unit, statistic.heading, report.year)


class _OwnIndicators:
    """Makes the indicators the catalogue lacks. Remembers the statistic before, which says what 办结率 is about,
    and with which other year it was compared last."""

    def __init__(self, report: Report) -> None:
        known = (*catalogue().values(), *report.own_indicators)
        self._names = Names({indicator.name: indicator.unit for indicator in known})
        self._ids = {indicator.id for indicator in report.own_indicators}
        self._free_ids = (own for own in map("own_{}".format, count(1)) if own not in self._ids)
        self._before: Indicator | None = None
        self._subject = ""
        self._year = f"{report.year}年"
        self._compared = ""

    def next(self, statistic: Statistic, found: Indicator | None) -> Indicator:
        """The indicator of the next statistic, `found` where the catalogue has it."""
        if not statistic.label.adjoining:
            self._before, self._subject, self._compared = None, "", ""
        if self._before and bare_change(statistic.label):
            return self._change_of(self._before, statistic)
        if found is None and states_change(statistic.label, statistic.amount.unit):
            return self._new(statistic, change_name("", statistic.label.words), Kind.CHANGE)
        indicator = found or self._new(statistic, *self._name_and_kind(statistic))
        year = year_told(statistic.label)
        if found is None and (statistic.label.last_year or year not in ("", self._year)):
            self._compared = year
            return indicator
        self._before, self._compared = indicator, ""
        if indicator.kind is not Kind.RATE and (found or not self._subject or not leans(statistic.label)):
            self._subject = indicator.name
        return indicator

    def recall(self, base: Indicator) -> Indicator:
        """The indicator a statistic tells last year's amount of; a change told next is one of it."""
        self._before, self._compared = base, ""
        return base

    def _change_of(self, base: Indicator, statistic: Statistic) -> Indicator:
        """同比增长26.44% or 同比减少9件 of the amount before it; 减少9件 and 环比 compare with something else."""
        unit, name = statistic.amount.unit, without_mark(base.name)
        if not (states_change(statistic.label, unit) or states_difference(statistic.label, unit, base.unit)):
            return self._new(statistic, f"{name}{essence(statistic.label.words)}", Kind.COUNT)
        if self._compared:
            return self._new(statistic, f"{name}增减（较{self._compared}）", Kind.CHANGE)
        if compares_otherwise(statistic.label):
            return self._new(statistic, f"{name}环比", Kind.CHANGE)
        change = next(
            (one for one in _changes().get(base.id, ()) if one.unit == unit and one.id not in self._ids), None
        )
        if change is None or statistic.section == _PLAN:
            name = change_name(base.name, "") if unit != base.unit else f"{name}增减"
            return self._new(statistic, name, Kind.CHANGE, base.id)
        self._ids.add(change.id)
        return change

    def _name_and_kind(self, statistic: Statistic) -> tuple[str, Kind]:
        unit = statistic.amount.unit
        name = name_of(statistic.label, unit, self._subject, statistic.heading)
        return name, Kind.RATE if unit in _RATES else Kind.AMOUNT if unit == "元" else Kind.COUNT

    def _new(self, statistic: Statistic, name: str, kind: Kind, base: str = "") -> Indicator:
        return Indicator(
            id=next(self._free_ids),
            name=self._names.take(name, statistic.amount.unit, statistic.heading),
            unit=statistic.amount.unit,
            kind=kind,
            section=statistic.section or _NO_SECTION,
            base=base,
        )


@cache
def _changes() -> dict[str, tuple[Indicator, ...]]:
    """The catalogue's changes on last year by the indicator they are of."""
    changes = [one for one in catalogue().values() if one.base]
    return {base: tuple(one for one in changes if one.base == base) for base in {one.base for one in changes}}
