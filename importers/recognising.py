"""The numbers of a paragraph of an existing report that could show a figure but are typed digits.

What an import does with a whole text is done here with what a clerk typed or pasted since: a number that tells a known
figure's amount in the same words or unmistakably, or the amount of an indicator of the catalogue that has none yet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from importers.label import Label
from importers.labels import labels
from importers.matching import (
    Candidate,
    bare_change,
    candidates,
    speaks_of_another_year,
    states_change,
    states_difference,
)
from importers.numbers import Amount, amounts
from importers.phrases import link_of
from models.indicator import Indicator, Kind, catalogue
from models.link_words import DIFF, YOY
from models.linked_text import Link, pieces
from models.quantity import Quantity
from models.report import Figure, Report
from models.target import LAST
from models.text_places import PlacedText
from models.year_on_year import usual_unit

PLAN = "plan"
"""What next year's plan counts is none of this year's figures."""
_TELLING_DIGITS = 3
"""An amount of so many significant digits tells its figure also in other words; 2次 or 100% does not."""

_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Recognised:
    """A part of a printed paragraph that `link` can take the place of; `amount` for the figure that has none yet."""

    start: int
    end: int
    words: str
    link: Link
    amount: Quantity | None = None


@dataclass(frozen=True, slots=True)
class _Number:
    """An amount of the paragraph with its label, and what the paragraph's headings and place say of it."""

    amount: Amount
    label: Label
    heading: str


def recognised(report: Report, paragraph: PlacedText) -> Iterator[Recognised]:
    """What of a paragraph could be linked, in order. What next year's plan counts is none of this year's figures."""
    runs = tuple(pieces(paragraph.stored, report.show))
    text = "".join(run.printed for run in runs)
    linked = [run for run in runs if run.link]
    found = amounts(text)
    before: Indicator | None = None
    for amount, label in zip(found, labels(text, found, report.year), strict=True):
        before = before if label.adjoining else None
        link = next((run.link for run in linked if run.at < amount.stop and amount.start < run.stop), None)
        if link is not None:
            shown = report.indicator(link.figure)
            before = shown if shown and shown.kind is not Kind.CHANGE else before
            continue
        if paragraph.place.section == PLAN and f"{report.year}年" not in label.words:
            continue
        one = _recognised(report, text, _Number(amount, label, paragraph.heading), before)
        if one is not None and not any(run.at < one.end and one.start < run.stop for run in linked):
            yield one
            told = report.indicator(one.link.figure)
            before = told if told and told.kind is not Kind.CHANGE else before


def _recognised(report: Report, text: str, number: _Number, before: Indicator | None) -> Recognised | None:
    amount, label = number.amount, number.label
    if states_change(label, amount.unit) or (before and states_difference(label, amount.unit, before.unit)):
        return _change(report, text, amount, before) if before and bare_change(label) else None
    link = _known(report, text[amount.start : amount.end], number)
    if link is not None:
        return Recognised(amount.start, amount.end, text[amount.start : amount.stop], link)
    empty = next(
        (
            one.indicator.id
            for one in sorted(_catalogued(report, number), key=lambda one: one.score, reverse=True)
            if report.figure(one.indicator.id).value is None and one.indicator.unit == amount.unit
        ),
        None,
    )
    if empty is None:
        return None
    words = text[amount.start : amount.stop]
    return Recognised(amount.start, amount.end, words, Link(empty), amount.quantity.without_unit())


def _change(report: Report, text: str, amount: Amount, base: Indicator) -> Recognised | None:
    """A phrase about the amount before it, as its data or a change known of it, stated there or only here, say it."""
    for change in (one for one in _all_indicators(report) if one.base == base.id and one.unit == amount.unit):
        link, start, end = link_of(text, amount, change)
        stated = amount.quantity.without_unit() if report.figure(change.id).value is None else None
        told = report.with_figure(Figure(change.id, stated)) if stated else report
        if told.show(link) == text[start:end]:
            return Recognised(start, end, text[start:end], link, stated)
    link, start, end = link_of(text, amount, Indicator(base.id, base.name, amount.unit, Kind.CHANGE))
    face = YOY if amount.unit == usual_unit(base) else DIFF
    link = Link(f"{base.id}.{face}.{link.face}" if link.face else f"{base.id}.{face}")
    if link.face == face or report.show(link) != text[start:end]:
        return None
    return Recognised(start, end, text[start:end], link)


def _known(report: Report, printed: str, number: _Number) -> Link | None:
    """The one figure that prints just these digits: told by its words, else by an amount nothing else has."""
    is_last = speaks_of_another_year(number.label, report.year)
    named = {one.indicator.id for one in _catalogued(report, number)}
    equal = []
    for figure in report.figures:
        indicator = report.indicator(figure.indicator)
        link = Link(f"{figure.indicator}.{LAST}" if is_last else figure.indicator)
        amount = figure.last if is_last else figure.value
        if indicator is None or indicator.kind is Kind.CHANGE or amount is None:
            continue
        if indicator.unit == number.amount.unit and amount.surface == printed:
            equal.append((_likeness(indicator, number.label, named), link))
    best = max((likeness for likeness, _ in equal), default=0)
    fitting = [link for likeness, link in equal if likeness == best]
    if len(fitting) == 1 and (best or _tells_by_itself(number.amount.quantity)):
        return fitting[0]
    return None


def _catalogued(report: Report, number: _Number) -> tuple[Candidate, ...]:
    return candidates(number.label, number.amount.unit, number.heading, report.year)


def _likeness(indicator: Indicator, label: Label, named: set[str]) -> int:
    """How many characters of its words stand around the amount; 0 for none."""
    around = f"{label.words} {label.behind}"
    words = [indicator.name, *(alias for alias in indicator.aliases if not re.search("[#…]", alias))]
    longest = max((len(word) for word in words if len(word) >= _SHORTEST_NAME and word in around), default=0)
    return max(longest, 2 * _SHORTEST_NAME if indicator.id in named else 0)


def _tells_by_itself(quantity: Quantity) -> bool:
    digits = str(abs(quantity.number)).replace(".", "").strip("0")
    return len(digits) >= _TELLING_DIGITS


def _all_indicators(report: Report) -> tuple[Indicator, ...]:
    own = {one.id for one in report.own_indicators}
    return (*report.own_indicators, *(one for one in catalogue().values() if one.id not in own))
