"""Numbers that stand in the texts as plain digits although a figure says the same: found, offered, linked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from checks import Finding, Level
from importers.numbers import amounts
from importers.recognising import PLAN, Recognised, recognised
from models.filling import filled
from models.indicator import Kind
from models.link_words import FACE_WORDS
from models.linked_text import Link, pieces
from models.quantity import Quantity
from models.report import ATTACHMENTS, Place, Report
from models.text_places import PlacedText, paragraphs, with_paragraph

RULE = "LNK02"
_SOURCE = "数据一致"
_CLAUSE_ENDS = "，。；：、,;:"
_QUOTED_BEFORE = 8


@dataclass(frozen=True, slots=True)
class Proposal:
    """A number that can be linked: in which paragraph, where in it as printed, to what.

    `words` are the number with its unit, or the phrase; `quote` the same with a few words before it. `amount` is
    what the figure is filled with that has none yet, None where a figure says the same already.
    """

    place: Place
    start: int
    end: int
    words: str
    quote: str
    link: Link
    name: str
    amount: Quantity | None = None


def proposals(report: Report) -> tuple[Proposal, ...]:
    """Every unlinked number that can be linked without a letter of the paper changing, in printing order.

    An indicator without an amount is offered once with the amount it would get; where two numbers claim it only those
    that agree with the first.
    """
    told: dict[str, Quantity] = {}
    found = []
    for paragraph in paragraphs(report):
        for one in recognised(report, paragraph):
            if one.amount is None or told.setdefault(one.link.figure, one.amount) == one.amount:
                found.append(_proposal(report, paragraph, one))
    return tuple(found)


def unknown_numbers(report: Report, found: Iterable[Proposal]) -> tuple[str, ...]:
    """The numbers of the texts, with their units, that are neither linked nor among the proposals found, each once."""
    offered = [(one.place, one.start, _stop(one)) for one in found]
    unknown: dict[str, None] = {}
    for paragraph in paragraphs(report):
        if paragraph.place.section == PLAN:
            continue
        runs = tuple(pieces(paragraph.stored, report.show))
        text = "".join(run.printed for run in runs)
        known = [(run.at, run.stop) for run in runs if run.link]
        known += [(start, stop) for place, start, stop in offered if place == paragraph.place]
        for one in amounts(text):
            if not any(start < one.stop and one.start < stop for start, stop in known):
                unknown[text[one.start : one.stop]] = None
    return tuple(unknown)


def with_proposals(report: Report, chosen: Iterable[Proposal]) -> Report:
    """The report with these numbers linked, and the figures that had no amount filled in from them."""
    in_order = sorted(chosen, key=_where)
    stored = {paragraph.place: paragraph.stored for paragraph in paragraphs(report)}
    linked = report
    for one in in_order:
        figure = linked.figure(one.link.figure)
        if one.amount is not None and figure.value is None:
            linked = linked.with_figure(filled(figure, one.amount))
    for place, group in groupby(in_order, key=lambda one: one.place):
        linked = with_paragraph(linked, place, _linked(report, stored[place], list(group)))
    return linked


def unlinked_findings(report: Report) -> Iterator[Finding]:
    """A hint for each number that equals a known figure but does not follow it."""
    yield from (finding_of(one) for one in proposals(report) if one.amount is None)


def finding_of(one: Proposal) -> Finding:
    """The hint that offers a proposal."""
    place = one.place
    return Finding(
        rule=RULE,
        level=Level.HINT,
        section=place.section or "letterhead",
        item=place.item,
        quote=one.quote,
        message=f"“{one.words}”与指标“{one.name}”相同，还没有链接；链接以后，数据改了这里会跟着改。",
        suggestion=f"链接到“{one.name}”",
        source=_SOURCE,
        field="" if place.section else "preamble",
    )


def proposal_of(report: Report, finding: Finding) -> Proposal | None:
    """The proposal a hint offers, None where the text has changed since."""
    if finding.rule != RULE:
        return None
    return next((one for one in proposals(report) if finding_of(one) == finding), None)


def proposals_at(report: Report, stored: str, position: int) -> tuple[Proposal, ...]:
    """What can be linked at a place (as printed) of a paragraph that is stored like this."""
    at = next((one.place for one in paragraphs(report) if one.stored == stored), None)
    return tuple(one for one in proposals(report) if one.place == at and one.start <= position <= _stop(one))


def _where(one: Proposal) -> tuple[bool, str, tuple[int, ...], int, int]:
    place = one.place
    return place.section == ATTACHMENTS, place.section, place.item, place.paragraph, one.start


def _stop(one: Recognised | Proposal) -> int:
    """The place behind the number and its unit."""
    return max(one.end, one.start + len(one.words))


def _proposal(report: Report, paragraph: PlacedText, one: Recognised) -> Proposal:
    text = report.printed(paragraph.stored)
    start = one.start
    while start > max(0, one.start - _QUOTED_BEFORE) and text[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    return Proposal(
        paragraph.place,
        one.start,
        one.end,
        one.words,
        text[start : _stop(one)],
        one.link,
        _name(report, one.link),
        one.amount,
    )


def _name(report: Report, link: Link) -> str:
    """What a link shows, in words: 行政复议申请（上年）."""
    indicator = report.indicator(link.figure)
    if indicator is None:
        return link.figure
    face = FACE_WORDS.get(link.face.partition(".")[0], "") if indicator.kind is not Kind.CHANGE else ""
    return f"{indicator.name}（{face}）" if face else indicator.name


def _linked(report: Report, stored: str, chosen: list[Proposal]) -> str:
    """The stored paragraph with links in place of these parts of it, which lie in plain runs."""
    runs = [run for run in pieces(stored, report.show) if run.link is None]
    for one in reversed(chosen):
        run = next(run for run in runs if run.at <= one.start and one.end <= run.stop)
        first, last = (run.stored_at + place - run.at for place in (one.start, one.end))
        stored = stored[:first] + one.link.token + stored[last:]
    return stored
