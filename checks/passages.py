"""Every text of a report that is printed, with its place as findings name it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.report import Report, texts

_LETTERHEAD_FIELDS = (
    "title",
    "organs",
    "addressees",
    "copies",
    "doc_number",
    "signatories",
    "signer_position",
    "notes",
    "printed_by",
)
"""Fields of the letterhead that are written freely and printed."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its links filled in, marks as typed.

    `section` is a section's key, ``letterhead``, ``attachments`` or ``figures``; `item` the path of the item, or the
    attachment's number; `field` the letterhead's field, ``preamble`` or ``figure.<id>``.
    """

    text: str
    section: str
    item: tuple[int, ...] = ()
    field: str = ""


def passages(report: Report) -> Iterator[Passage]:
    """All printed texts, blank ones left out: letterhead, body, attachments, the table of figures."""
    everything = (*_letterhead(report), *_body(report), *_attachments(report), *_figures(report))
    yield from (passage for passage in everything if passage.text.strip())


def _letterhead(report: Report) -> Iterator[Passage]:
    for key in _LETTERHEAD_FIELDS:
        yield Passage(report.letterhead.text(key), "letterhead", field=key)
    for stored in report.preamble:
        yield Passage(report.printed(stored), "letterhead", field="preamble")


def _body(report: Report) -> Iterator[Passage]:
    for section in report.sections:
        yield Passage(report.printed(section.title), section.key)
        alone = replace(report, preamble=(), sections=(section,))
        for place, stored in texts(alone):
            yield Passage(report.printed(stored), section.key, place.item)


def _attachments(report: Report) -> Iterator[Passage]:
    for number, attachment in enumerate(report.attachments, start=1):
        yield Passage(attachment.title, "attachments", (number,))
        for stored in attachment.paragraphs:
            yield Passage(report.printed(stored), "attachments", (number,))


def _figures(report: Report) -> Iterator[Passage]:
    """What the table shows of figures with an amount; an amount that has a unit is nothing but that."""
    for figure in report.figures:
        indicator = report.indicator(figure.indicator)
        if indicator is None or not (figure.value or figure.last):
            continue
        amounts = (figure.value, figure.last) if not indicator.unit else ()
        words = (indicator.name, figure.department or indicator.department, figure.note)
        for text in (*words, *(amount.surface for amount in amounts if amount)):
            yield Passage(text, "figures", field=f"figure.{figure.indicator}")
