"""Where a report quotes its figures, and which figures it therefore needs."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.forms import chosen_forms
from models.linked_text import Link, links
from models.report import ATTACHMENTS, HEADING, Figure, Place, Report
from models.target import LAST
from models.text_places import all_texts, sentences


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence, as stored, that shows a figure: `link` says which and which face of it."""

    place: Place
    link: Link
    sentence: str


def quotations(report: Report) -> Iterator[Quotation]:
    """Every link of the report with its sentence, in printing order; attachments come last."""
    for place, text in all_texts(report):
        is_plain = place.section == ATTACHMENTS and place.paragraph == HEADING
        if "{{" in text and not is_plain:
            for sentence in sentences(text):
                yield from (Quotation(place, link, sentence) for link in links(sentence))


def places(report: Report) -> dict[str, tuple[Quotation, ...]]:
    """The quotations of each figure that has any, by its indicator's id."""
    found: dict[str, list[Quotation]] = {}
    for one in quotations(report):
        found.setdefault(one.link.figure, []).append(one)
    return {indicator: tuple(those) for indicator, those in found.items()}


def used_indicators(report: Report) -> list[str]:
    """The indicators with anything known of them, quoted in a text or asked for by a chosen form.

    They come in the order of the texts, then of the table, then of the forms.
    """
    quoted = [one.link.figure for one in quotations(report)]
    known = [figure.indicator for figure in report.figures if figure != Figure(figure.indicator)]
    own = [indicator.id for indicator in report.own_indicators]
    asked = [entry.indicator for form in chosen_forms(report) for entry in form.entries]
    return list(dict.fromkeys([*quoted, *known, *own, *asked]))


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
