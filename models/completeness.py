"""How far a report has come, part by part: what is empty, what is being written, what is complete."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.carrying import carried_places, waiting_figures
from models.quotations import used_indicators
from models.report import ATTACHMENTS, Attachment, Item, Report, Section
from models.template import MANDATED, templates

LETTERHEAD, FIGURES = "letterhead", "figures"
"""The parts that are no sections, beside `models.report.ATTACHMENTS`."""

_NEEDED = ("organs", "addressees", "doc_number", "date")


class PartState(StrEnum):
    """How far a part is, by the sign it is marked with."""

    EMPTY = "○"
    WRITING = "●"
    COMPLETE = "✓"


@dataclass(frozen=True, slots=True)
class Part:
    """A part by its key (letterhead, a section's, figures, attachments); so much of it is still `waiting` (待更新)."""

    key: str
    state: PartState
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Completeness:
    """The parts in the order of the tabs, and how many of them are complete."""

    parts: tuple[Part, ...]

    @property
    def done(self) -> int:
        """How many parts are complete."""
        return sum(part.state is PartState.COMPLETE for part in self.parts)

    @property
    def of(self) -> int:
        """How many parts there are."""
        return len(self.parts)

    @property
    def share(self) -> float:
        """The part of them that is complete, 0 to 1."""
        return self.done / self.of if self.parts else 0.0

    def part(self, key: str) -> Part | None:
        """A part by its key, None where the report has none."""
        return next((part for part in self.parts if part.key == key), None)


def completeness(report: Report) -> Completeness:
    """Letterhead, the mandated sections and the report's own, figures; attachments only where there are some."""
    return Completeness(tuple(_parts(report)))


def known_figures(report: Report) -> tuple[int, int]:
    """How many of the figures the report needs have this year's amount, and how many it needs."""
    used = used_indicators(report)
    return sum(report.figure(key).value is not None for key in used), len(used)


def _parts(report: Report) -> Iterator[Part]:
    yield _letterhead(report)
    for key in _section_keys(report):
        count = sum(1 for _ in carried_places(report, key))
        yield Part(key, _unless_waiting(_section_state(report.section(key)), count), count)
    yield _figures(report)
    if report.attachments:
        yield _attachments(report.attachments)


def _section_keys(report: Report) -> tuple[str, ...]:
    """In the template's order, the report's own behind; a template of another program has what the regulation asks."""
    known = templates().get(report.template)
    wanted = tuple(section.key for section in known.sections) if known else MANDATED
    own = tuple(section.key for section in report.sections if section.key not in wanted)
    return (*wanted, *own)


def _letterhead(report: Report) -> Part:
    filled = [bool(report.letterhead.text(key)) for key in _NEEDED]
    state = PartState.COMPLETE if all(filled) else PartState.WRITING if any(filled) else PartState.EMPTY
    return Part(
        LETTERHEAD, _unless_waiting(state, report.is_preamble_carried), int(report.is_preamble_carried)
    )


def _section_state(section: Section | None) -> PartState:
    if section is None or not _has_text(section):
        return PartState.EMPTY
    return PartState.COMPLETE if all(map(_has_text, section.items)) else PartState.WRITING


def _has_text(part: Section | Item) -> bool:
    return any(text.strip() for text in part.paragraphs) or any(map(_has_text, part.items))


def _figures(report: Report) -> Part:
    known, used = known_figures(report)
    state = PartState.EMPTY if not known else PartState.COMPLETE if known == used else PartState.WRITING
    return Part(FIGURES, state, len(waiting_figures(report)))


def _attachments(attachments: tuple[Attachment, ...]) -> Part:
    """One that says nothing and shows no table is a title alone."""
    filled = [one.shows_figures or any(text.strip() for text in one.paragraphs) for one in attachments]
    state = PartState.COMPLETE if all(filled) else PartState.WRITING if any(filled) else PartState.EMPTY
    count = sum(one.is_carried for one in attachments)
    return Part(ATTACHMENTS, _unless_waiting(state, count), count)


def _unless_waiting(state: PartState, count: int) -> PartState:
    """What still waits is not complete, however much is written."""
    return PartState.WRITING if count and state is PartState.COMPLETE else state
