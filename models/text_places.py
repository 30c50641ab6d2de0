"""Every text of a report in its place, attachments included, to be read and to be written."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from models.editing import part, section_of, with_attachment, with_paragraphs, with_preamble
from models.report import ATTACHMENTS, HEADING, Attachment, Item, Place, Report, Section, section_texts

_Part = TypeVar("_Part", Section, Item)
_Text = TypeVar("_Text", Section, Item, Attachment)

_SENTENCE = re.compile(r"[^。；\n]+[。；]?|[。；]")


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A paragraph as stored, where it stands, and the headings above it as printed, from the outermost in."""

    place: Place
    heading: str
    stored: str


def all_texts(report: Report) -> Iterator[tuple[Place, str]]:
    """Every heading and every paragraph as stored, with its place, in printing order; attachments come last.

    An attachment stands in the section ATTACHMENTS, its number is its item. Its title is plain text without links.
    """
    yield from _numbered("", (), report.preamble)
    for section in report.sections:
        if section.title:
            yield Place(section.key, (), HEADING), section.title
        yield from section_texts(section)
    for number, attachment in enumerate(report.attachments, start=1):
        if attachment.title:
            yield Place(ATTACHMENTS, (number,), HEADING), attachment.title
        yield from _numbered(ATTACHMENTS, (number,), attachment.paragraphs)


def paragraphs(report: Report) -> Iterator[PlacedText]:
    """Every paragraph in printing order, headings left out."""
    for place, stored in all_texts(report):
        if place.paragraph != HEADING:
            yield PlacedText(place, _heading(report, place), stored)


def sentences(text: str) -> list[str]:
    """A text's sentences and clauses up to a semicolon, marks included; joined they are the text without its breaks."""
    return _SENTENCE.findall(text)


def with_paragraph(report: Report, place: Place, stored: str) -> Report:
    """The report with one paragraph written anew; one that was carried over waits no longer."""
    if place.section == ATTACHMENTS:
        (number,) = place.item
        attachment = report.attachments[number - 1]
        changed = replace(attachment, paragraphs=_put(attachment.paragraphs, place, stored))
        return with_attachment(report, number, changed)
    if not place.section:
        return with_preamble(report, _put(report.preamble, place, stored))
    written = part(section_of(report, place.section), place.item).paragraphs
    return with_paragraphs(report, place.section, place.item, _put(written, place, stored))


def with_text_changed(report: Report, place: Place, change: Callable[[str], str]) -> Report:
    """The report with one text, as stored, changed by a machine; a paragraph that comes out blank goes.

    A text that was carried over waits as before: nobody has read it.
    """
    if not place.section:
        return replace(report, preamble=_changed(report.preamble, place.paragraph, change))
    if place.section == ATTACHMENTS:
        at = place.item[0] - 1
        attachments = list(report.attachments)
        attachments[at] = _with_own_text(attachments[at], place.paragraph, change)
        return replace(report, attachments=tuple(attachments))
    section = report.section(place.section)
    return (
        report.with_section(_with_text_at(section, place.item, place.paragraph, change))
        if section
        else report
    )


def _with_text_at(whole: _Part, path: tuple[int, ...], paragraph: int, change: Callable[[str], str]) -> _Part:
    if not path:
        return _with_own_text(whole, paragraph, change)
    items: list[Item] = list(whole.items)
    items[path[0] - 1] = _with_text_at(items[path[0] - 1], path[1:], paragraph, change)
    return replace(whole, items=tuple(items))


def _with_own_text(whole: _Text, paragraph: int, change: Callable[[str], str]) -> _Text:
    if paragraph == HEADING:
        return replace(whole, title=change(whole.title))
    return replace(whole, paragraphs=_changed(whole.paragraphs, paragraph, change))


def _changed(paragraphs: tuple[str, ...], number: int, change: Callable[[str], str]) -> tuple[str, ...]:
    fresh = tuple(change(text) if n == number else text for n, text in enumerate(paragraphs))
    return tuple(text for n, text in enumerate(fresh) if n != number or text.strip())


def _put(texts: tuple[str, ...], place: Place, stored: str) -> tuple[str, ...]:
    return (*texts[: place.paragraph], stored, *texts[place.paragraph + 1 :])


def _numbered(key: str, path: tuple[int, ...], texts: tuple[str, ...]) -> Iterator[tuple[Place, str]]:
    yield from ((Place(key, path, count), text) for count, text in enumerate(texts))


def _heading(report: Report, place: Place) -> str:
    if place.section == ATTACHMENTS:
        return report.attachments[place.item[0] - 1].title
    titles = (
        part(section_of(report, place.section), place.item[:depth]).title
        for depth in range(1, len(place.item) + 1)
    )
    return "。".join(filter(None, map(report.printed, titles)))
