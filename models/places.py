"""Where a report quotes its figures, and which figures it therefore needs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.link_words import LAST
from models.linked_text import Link, links
from models.report import HEADING, Figure, Place, Report, texts

ATTACHMENTS = "attachments"
"""The section a quotation in an attachment is said to stand in; the item is the attachment's number."""

_SENTENCE = re.compile(r"[^。；\n]*[。；]?")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence, as stored, that shows a figure: `link` says which and which face of it."""

    place: Place
    link: Link
    sentence: str


def quotations(report: Report) -> Iterator[Quotation]:
    """Every link of the report with its sentence, in printing order; attachments come last."""
    for place, text in _all_texts(report):
        if "{{" in text:
            for sentence in _SENTENCE.findall(text):
                yield from (Quotation(place, link, sentence) for link in links(sentence))


def places(report: Report) -> dict[str, tuple[Quotation, ...]]:
    """The quotations of each figure that has any, by its indicator's id."""
    found: dict[str, list[Quotation]] = {}
    for one in quotations(report):
        found.setdefault(one.link.figure, []).append(one)
    return {indicator: tuple(those) for indicator, those in found.items()}


def used_indicators(report: Report) -> list[str]:
    """The indicators with anything known of them or quoted in a text, in the order of the texts, then of the table."""
    quoted = [one.link.figure for one in quotations(report)]
    known = [figure.indicator for figure in report.figures if figure != Figure(figure.indicator)]
    own = [indicator.id for indicator in report.own_indicators]
    return list(dict.fromkeys([*quoted, *known, *own]))


def missing_figures(report: Report) -> list[str]:
    """The indicators a text quotes without an amount being known: they print as 〔name〕."""
    links_there = dict.fromkeys(one.link for one in quotations(report) if one.link.face != LAST)
    return list(dict.fromkeys(link.figure for link in links_there if _is_missing(report, link)))


def _is_missing(report: Report, link: Link) -> bool:
    """A change that follows from both years' amounts needs none of its own."""
    return report.figure(link.figure).value is None and report.show(link).startswith("〔")


def awaited_figures(report: Report) -> list[str]:
    """The indicators an amount of this year is waited for: quoted, or carried over from last year's report."""
    carried = [one.indicator for one in report.figures if one.is_carried and one.value is None]
    return list(dict.fromkeys([*missing_figures(report), *carried]))


def _all_texts(report: Report) -> Iterator[tuple[Place, str]]:
    yield from ((Place(section.key, (), HEADING), section.title) for section in report.sections)
    yield from texts(report)
    for number, attachment in enumerate(report.attachments, start=1):
        for at, text in enumerate(attachment.paragraphs):
            yield Place(ATTACHMENTS, (number,), at), text
