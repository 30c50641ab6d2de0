"""This year against last year, as the data give it and as the text states it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from models.indicator import Indicator, Kind
from models.link_words import movement, signed_like
from models.linked_text import Link, parts
from models.phrase import POINTS, TIMES, Wording, wording_before
from models.report import Figure, Report, texts
from models.rounding import to_places
from models.year_on_year import DECIMALS, exact_percent

_REACH = 6
_PERCENTAGES = {"%": Decimal(1), POINTS: Decimal(1), TIMES: Decimal(100), "‰": Decimal("0.1")}
"""Units in which a change is stated as a percentage or as percentage points, and how many of these one is."""


@dataclass(frozen=True, slots=True)
class Change:
    """The difference, in the indicator's unit (of rates: percentage points), and in per cent of last year.

    `percent` is rounded half up to two places; None for rates and where last year was nothing.
    """

    difference: Decimal
    percent: Decimal | None


def change(indicator: Indicator, figure: Figure) -> Change | None:
    """How a figure changed; None where an amount is missing or none can be had (dates, stated changes)."""
    if figure.value is None or figure.last is None or indicator.kind in (Kind.DATE, Kind.CHANGE):
        return None
    this, last = figure.value.value, figure.last.value
    percent = None if indicator.kind is Kind.RATE else exact_percent(this, last)
    return Change(this - last, None if percent is None else to_places(percent, DECIMALS))


def stated_change(report: Report, indicator_id: str) -> Decimal | None:
    """The percentage by which the text says an indicator changed on last year, negative for a decrease."""
    for figure in report.figures:
        indicator = report.indicator(figure.indicator)
        if indicator is None or indicator.kind is not Kind.CHANGE or indicator.base != indicator_id:
            continue
        said = movement(report, indicator, figure)
        if said is None or indicator.unit not in _PERCENTAGES:
            continue
        unit = said.amount.percent.replace("％", "%") or indicator.unit
        percentage = said.amount.value * _PERCENTAGES[unit]
        return percentage if rises(report, figure) is not False else -percentage
    return None


def present(report: Report, figure: Figure) -> Figure:
    """The figure as sentences show it: a change whose base is known in both years has the reckoned amount.

    It has a sign only where a sign was stated; `stated_change` always has.
    """
    indicator = report.indicator(figure.indicator)
    if indicator is None or indicator.kind is not Kind.CHANGE:
        return figure
    said = movement(report, indicator, figure)
    return figure if said is None else replace(figure, value=signed_like(figure.value, said))


def with_direction(report: Report, figure: Figure) -> Figure:
    """The figure as a table shows it, where no verb tells the direction: as sentences show it, a fall with a minus."""
    shown = present(report, figure)
    indicator = report.indicator(figure.indicator)
    if indicator is None or indicator.kind is not Kind.CHANGE or not shown.value:
        return shown
    if shown.value.sign:
        return replace(shown, value=shown.value.unsigned()) if shown.value.value > 0 else shown
    is_fall = shown.value.value and rises(report, figure) is False
    return replace(shown, value=shown.value.signed("-")) if is_fall else shown


def rises(report: Report, figure: Figure) -> bool | None:
    """Whether a change goes upwards: by its sign, by the data, by the words around it; None where nothing tells."""
    indicator = report.indicator(figure.indicator)
    said = movement(report, indicator, figure) if indicator else None
    return said.rises if said and said.rises is not None else says_rise(report, figure.indicator)


def says_rise(report: Report, change_id: str) -> bool | None:
    """Whether the words at the first link to a change tell of a rise or a fall; None where none tells either."""
    return next(told_directions(report, change_id), None)


def is_plainly_linked(report: Report, change_id: str) -> bool:
    """Whether some text shows the bare number of a change, so that its verb stands outside the link."""
    return any(Wording.parse(link.face) is None for link, _ in _mentions(report).get(change_id, ()))


def told_directions(report: Report, change_id: str) -> Iterator[bool]:
    """Of every link to a change whose words tell of a rise or a fall, whether it is a rise."""
    for link, before in _mentions(report).get(change_id, ()):
        words = Wording.parse(link.face) or wording_before(before, "")
        if words is not None:
            yield words.verb.rises
        elif any(word in before[-_REACH:] for word in ("减", "降")):
            yield False


@lru_cache(maxsize=4)
def _mentions(report: Report) -> dict[str, list[tuple[Link, str]]]:
    """By indicator every link to it, with the plain text directly before the link; attachments come last."""
    found: dict[str, list[tuple[Link, str]]] = {}
    attached = (text for attachment in report.attachments for text in attachment.paragraphs)
    for text in (*(text for _, text in texts(report)), *attached):
        before = ""
        for part in parts(text):
            if isinstance(part, Link):
                found.setdefault(part.figure, []).append((part, before))
            before = "" if isinstance(part, Link) else part
    return found
