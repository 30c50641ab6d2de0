"""What next year's report takes over from this one, and what of it still waits to be looked at (待更新)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from models.compose import printed
from models.dates import YEARS
from models.indicator import Kind
from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import ATTACHMENTS, Attachment, Figure, Item, Report, Section, Stage
from models.template import template, templates

_YEAR = re.compile(r"(?<!\d)\d{4}(?=\s*年)")
_DOC_NUMBER = re.compile(r"([〔\[［【(（])\s*\d{4}\s*([〕\]］】)）])\s*第?\s*\d*\s*号")


class Treatment(StrEnum):
    """What becomes of a section's text."""

    COPY = "copy"
    REFERENCE = "reference"
    LEAVE = "leave"

    @property
    def label(self) -> str:
        """The treatment's name on screen and paper."""
        return {"copy": "照抄", "reference": "只作参考", "leave": "不要"}[self.value]


_USUALLY_NOT_COPIED = frozenset({"shortcomings", "plan"})
"""A plan that only had its year changed, and shortcomings that are last year's, are what superiors object to."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much of a report still waits: texts (items, sections' own words, attachments) and figures."""

    texts: int
    figures: int


def usual_treatments(report: Report) -> dict[str, Treatment]:
    """What is proposed for each section of a report, by key."""
    return {
        section.key: Treatment.REFERENCE if section.key in _USUALLY_NOT_COPIED else Treatment.COPY
        for section in report.sections
    }


def carried_over(last: Report, dated: Report, treatments: Mapping[str, Treatment]) -> Report:
    """Next year's report from `last`; `dated` is `last` with its year, headings and opening words already moved on.

    Only where exactly one year lies between them do this year's amounts become last year's.
    """
    chosen = usual_treatments(last) | dict(treatments)
    follows = dated.year - last.year == 1
    known = templates().get(last.template)
    return replace(
        dated,
        template_version=known.version if known else last.template_version,
        stage=Stage.DRAFT,
        letterhead=_letterhead(last.letterhead, dated.year - last.year),
        is_preamble_carried=bool(last.preamble) and dated.preamble == last.preamble,
        sections=tuple(_sections(last, dated, chosen)),
        figures=tuple(_figure(last, figure, follows) for figure in last.figures),
        attachments=tuple(replace(one, is_carried=_says_anything(one)) for one in last.attachments),
        reference=reference_of(last),
        reference_year=last.year,
        ignored=(),
    )


def reference_of(report: Report) -> tuple[Section, ...]:
    """Every text of a report as printed: opening words, sections, attachments."""
    opening = Section("", "", tuple(printed(report, text) for text in report.preamble))
    behind = Section(
        ATTACHMENTS,
        "附件",
        items=tuple(
            Item(one.title, tuple(printed(report, text) for text in one.paragraphs), mark="")
            for one in report.attachments
        ),
    )
    sections = (_as_printed(report, section) for section in report.sections)
    return (*filter(_has_words, (opening,)), *sections, *filter(_has_words, (behind,)))


def waiting(report: Report) -> Waiting:
    """What waits: carried texts, and carried figures without this year's amount."""
    return Waiting(
        report.is_preamble_carried
        + sum(1 for _ in carried_places(report))
        + sum(one.is_carried for one in report.attachments),
        len(waiting_figures(report)),
    )


def waiting_figures(report: Report) -> tuple[str, ...]:
    """The indicators whose figures came over and have no amount of this year."""
    return tuple(one.indicator for one in report.figures if one.is_carried and one.value is None)


def carried_places(report: Report, key: str = "") -> Iterator[tuple[str, tuple[int, ...]]]:
    """Section key and path of every carried text in the sections, or in one of them; () is the section's own."""
    for section in report.sections:
        if key and section.key != key:
            continue
        if section.is_carried:
            yield section.key, ()
        for path in _carried_items(section.items, ()):
            yield section.key, path


def moved_on(text: str, years: int) -> str:
    """A text with every year in it (2024年) so many later."""
    return _YEAR.sub(lambda match: str(int(match[0]) + years) if int(match[0]) in YEARS else match[0], text)


def without_number(doc_number: str) -> str:
    """A document number with year and number to be filled in: 云政〔〕号; "" where they cannot be told apart."""
    found = _DOC_NUMBER.search(doc_number)
    return f"{doc_number[: found.start()]}〔〕号" if found else ""


def _letterhead(last: Letterhead, years: int) -> Letterhead:
    """What belongs to one paper alone is to be filled in anew; offices, people and choices stay."""
    return replace(
        last,
        title=moved_on(last.title, years),
        doc_number=without_number(last.doc_number),
        copy_number="",
        urgency="",
        date="",
        printed_on="",
    )


def _sections(last: Report, dated: Report, chosen: Mapping[str, Treatment]) -> Iterator[Section]:
    """A section left out keeps its heading where the template wants it, else nothing is left of it."""
    known = template(last.template) if last.template in templates() else None
    for section, fresh in zip(last.sections, dated.sections, strict=True):
        has_old_title = fresh.title == section.title and bool(_YEAR.search(section.title))
        match chosen[section.key]:
            case Treatment.COPY:
                is_carried = has_old_title or bool(section.paragraphs)
                items = tuple(map(_copied, section.items))
                yield replace(fresh, items=items, is_carried=is_carried)
            case Treatment.REFERENCE:
                items = tuple(map(_heading_only, section.items))
                yield replace(fresh, paragraphs=(), items=items, is_carried=has_old_title)
            case Treatment.LEAVE:
                if known and known.section(section.key):
                    yield replace(fresh, paragraphs=(), items=(), is_carried=has_old_title)


def _copied(item: Item) -> Item:
    return replace(item, items=tuple(map(_copied, item.items)), is_carried=True)


def _heading_only(item: Item) -> Item:
    """Last year's headings are no text of this year: they wait until something is written below them."""
    return replace(item, paragraphs=(), items=tuple(map(_heading_only, item.items)), is_carried=True)


def _figure(report: Report, figure: Figure, follows: bool) -> Figure:
    """The amounts that become last year's; a change that was stated is one no longer."""
    indicator = report.indicator(figure.indicator)
    is_stated = indicator is not None and indicator.kind is Kind.CHANGE
    last: Quantity | None = figure.value if follows and not is_stated else None
    return Figure(figure.indicator, last=last, department=figure.department, is_carried=True)


def _as_printed(report: Report, section: Section) -> Section:
    return replace(
        section,
        title=printed(report, section.title),
        paragraphs=tuple(printed(report, text) for text in section.paragraphs),
        items=tuple(_item_as_printed(report, item) for item in section.items),
        is_carried=False,
    )


def _item_as_printed(report: Report, item: Item) -> Item:
    return replace(
        item,
        title=printed(report, item.title),
        paragraphs=tuple(printed(report, text) for text in item.paragraphs),
        items=tuple(_item_as_printed(report, below) for below in item.items),
        is_carried=False,
    )


def _carried_items(items: tuple[Item, ...], above: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for count, item in enumerate(items, start=1):
        if item.is_carried:
            yield (*above, count)
        yield from _carried_items(item.items, (*above, count))


def _has_words(section: Section) -> bool:
    return bool(section.paragraphs or section.items)


def _says_anything(attachment: Attachment) -> bool:
    """A title alone waits only where it carries a year: a table of figures fills itself."""
    return bool(attachment.paragraphs) or bool(_YEAR.search(attachment.title))
