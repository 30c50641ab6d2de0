"""A report: one draft as plain, frozen values. Texts are stored with links (`models.linked_text`)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from models.indicator import Indicator, catalogue
from models.letterhead import Letterhead
from models.link_words import shown
from models.linked_text import Link, surface
from models.quantity import Quantity
from models.stage import Stage as Stage  # noqa: PLC0414 - whoever imports Report may have it from here


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered piece of a section. Its number is never stored, it is counted.

    `title` is stored with links as `paragraphs` are. `mark` is what ends it ("" or a full stop or colon). A run-in
    heading shares its paragraph with the first of `paragraphs`. What `is_carried` came over from last year's report
    and nobody has touched it since (待更新).
    """

    title: str = ""
    paragraphs: tuple[str, ...] = ()
    items: tuple["Item", ...] = ()
    mark: str = "。"
    run_in: bool = True
    is_carried: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One of the five mandated parts, or one of the report's own.

    `title`, `mark`, `run_in` and `is_carried` are as an Item's; a section without a title prints no heading and is
    not counted.
    `level` is the heading level of its items: 2 for （一）, 3 where they are counted 1., 2.
    `continuous`: items one level further down are counted through the whole section instead of beginning anew
    in each item.
    """

    key: str
    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    mark: str = ""
    run_in: bool = False
    level: int = 2
    continuous: bool = False
    is_carried: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator's amounts in a report. Amounts carry no unit: that is the indicator's.

    `source` is the name of the file this year's amount was taken over from and `received` the day (ISO 8601), both
    empty where it was typed in. What `is_carried` came over from last year's report and waits for this year's amount
    (待更新).
    """

    indicator: str
    value: Quantity | None = None
    last: Quantity | None = None
    department: str = ""
    evidence: str = ""
    note: str = ""
    source: str = ""
    received: str = ""
    is_carried: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A paper that goes with the report, printed behind it on pages of its own.

    `shows_figures`: the table of the report's figures stands below its paragraphs. `is_carried` is as an Item's.
    """

    title: str
    paragraphs: tuple[str, ...] = ()
    shows_figures: bool = False
    is_carried: bool = False


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding the clerk has looked at and does not want to see again, and why.

    It is known by what it says, not by a number that moves: `heading` is that of the item it is about, as printed.
    """

    rule: str
    section: str = ""
    field: str = ""
    heading: str = ""
    quote: str = ""
    message: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Report:
    """One draft, whole. Sections stand in printing order; one that is missing has not been begun.

    Without slots, because it keeps indexes of itself: it is asked for its figures all the time, and what is reckoned
    from a state of it is remembered by that state (`judging`).

    `is_preamble_carried` is as an Item's `is_carried`. `reference` are the texts of the report this one was carried
    over from, as they were printed, links filled in: to be read beside, never part of the paper; opening words under
    the key "", attachments as items of "attachments". `reference_year` is the year they are about, 0 for none.
    `forms` are the ids of the optional statistical forms that go with it. `ignored` are the findings that are not to
    be shown again.
    """

    year: int
    template: str
    template_version: int = 1
    stage: Stage = Stage.DRAFT
    letterhead: Letterhead = field(default_factory=Letterhead)
    preamble: tuple[str, ...] = ()
    is_preamble_carried: bool = False
    sections: tuple[Section, ...] = ()
    figures: tuple[Figure, ...] = ()
    own_indicators: tuple[Indicator, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    reference: tuple[Section, ...] = ()
    reference_year: int = 0
    forms: tuple[str, ...] = ()
    ignored: tuple[Ignored, ...] = ()

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.year, self.template, self.letterhead, self.sections, self.figures))

    @cached_property
    def _figures(self) -> dict[str, Figure]:
        """By indicator; of two the first."""
        return {figure.indicator: figure for figure in reversed(self.figures)}

    @cached_property
    def _own(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in reversed(self.own_indicators)}

    def section(self, key: str) -> Section | None:
        """A section by its key, None when it has not been begun."""
        return next((section for section in self.sections if section.key == key), None)

    def figure(self, indicator: str) -> Figure:
        """An indicator's figure, empty when nothing is known of it."""
        return self._figures.get(indicator) or Figure(indicator)

    def indicator(self, indicator_id: str) -> Indicator | None:
        """An indicator of the report's own or of the catalogue."""
        return self._own.get(indicator_id) or catalogue().get(indicator_id)

    def show(self, link: Link) -> str:
        """What a link prints (`models.link_words`); the indicator's name in 〔〕 while its amount is unknown."""
        return shown(self, link)

    def printed(self, stored: str) -> str:
        """A stored text with its links filled in, punctuation as typed."""
        return surface(stored, self.show)

    def with_figure(self, figure: Figure) -> "Report":
        """The report with one figure put in place of the indicator's earlier one.

        More than that figure may differ: where its amounts are others now, the figures that state how the indicator
        changed (同比增长9.33%) follow them (`models.settling`).
        """
        from models.settling import settled  # it looks into reports' texts

        if any(old.indicator == figure.indicator for old in self.figures):
            figures = tuple(figure if old.indicator == figure.indicator else old for old in self.figures)
        else:
            figures = (*self.figures, figure)
        return settled(self, replace(self, figures=figures), figure.indicator)

    def with_section(self, section: Section, order: tuple[str, ...] = ()) -> "Report":
        """The report with one section put in place; a new one goes where `order` (keys) has it, else last."""
        if any(old.key == section.key for old in self.sections):
            return replace(
                self, sections=tuple(section if old.key == section.key else old for old in self.sections)
            )
        later = order[order.index(section.key) :] if section.key in order else ()
        at = next((n for n, old in enumerate(self.sections) if old.key in later), len(self.sections))
        return replace(self, sections=(*self.sections[:at], section, *self.sections[at:]))


HEADING = -1
ATTACHMENTS = "attachments"
"""What stands for the section where a text stands in an attachment; its item is the attachment's number."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: in a section ("" before the first), in which item (1-based path; empty: above the
    items), in which paragraph (0-based; HEADING for the item's heading). `models.printed_places` names places outside
    the texts in the same way."""

    section: str
    item: tuple[int, ...]
    paragraph: int


def texts(report: Report) -> Iterator[tuple[Place, str]]:
    """Every heading of an item and every paragraph as stored, with its place, in printing order.

    `models.text_places.all_texts` goes on to the sections' headings and the attachments.
    """
    for number, text in enumerate(report.preamble):
        yield Place("", (), number), text
    for section in report.sections:
        yield from section_texts(section)


def section_texts(section: Section) -> Iterator[tuple[Place, str]]:
    """The same of one section, without its own heading."""
    for number, text in enumerate(section.paragraphs):
        yield Place(section.key, (), number), text
    yield from _item_texts(section.key, (), section.items)


def _item_texts(section: str, above: tuple[int, ...], items: tuple[Item, ...]) -> Iterator[tuple[Place, str]]:
    for count, item in enumerate(items, start=1):
        path = (*above, count)
        if item.title:
            yield Place(section, path, HEADING), item.title
        for number, text in enumerate(item.paragraphs):
            yield Place(section, path, number), text
        yield from _item_texts(section, path, item.items)
