"""Every paragraph of a report in its place, attachments included, to be read and to be written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.editing import part, section_of, with_paragraphs
from models.report import Item, Place, Report

ATTACHMENTS = "attachments"
"""What stands for the section in the place of an attachment's paragraph; its item is the attachment's number."""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A paragraph as stored, where it stands, and the headings above it as printed, from the outermost in."""

    place: Place
    heading: str
    stored: str


def paragraphs(report: Report) -> Iterator[PlacedText]:
    """Every paragraph in printing order, headings left out."""
    yield from _placed("", (), "", report.preamble)
    for section in report.sections:
        yield from _placed(section.key, (), "", section.paragraphs)
        yield from _below(report, section.key, (), "", section.items)
    for number, attachment in enumerate(report.attachments, start=1):
        yield from _placed(ATTACHMENTS, (number,), attachment.title, attachment.paragraphs)


def with_paragraph(report: Report, place: Place, stored: str) -> Report:
    """The report with one paragraph written anew."""
    if place.section == ATTACHMENTS:
        at = place.item[0] - 1
        changed = replace(
            report.attachments[at], paragraphs=_put(report.attachments[at].paragraphs, place, stored)
        )
        return replace(report, attachments=(*report.attachments[:at], changed, *report.attachments[at + 1 :]))
    if not place.section:
        return replace(report, preamble=_put(report.preamble, place, stored))
    written = part(section_of(report, place.section), place.item).paragraphs
    return with_paragraphs(report, place.section, place.item, _put(written, place, stored))


def _put(texts: tuple[str, ...], place: Place, stored: str) -> tuple[str, ...]:
    return (*texts[: place.paragraph], stored, *texts[place.paragraph + 1 :])


def _below(
    report: Report, key: str, above: tuple[int, ...], heading: str, items: tuple[Item, ...]
) -> Iterator[PlacedText]:
    for count, item in enumerate(items, start=1):
        headings = f"{heading}。{report.printed(item.title)}".strip("。")
        yield from _placed(key, (*above, count), headings, item.paragraphs)
        yield from _below(report, key, (*above, count), headings, item.items)


def _placed(key: str, path: tuple[int, ...], heading: str, texts: tuple[str, ...]) -> Iterator[PlacedText]:
    yield from (PlacedText(Place(key, path, count), heading, text) for count, text in enumerate(texts))
