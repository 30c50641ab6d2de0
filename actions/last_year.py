"""Last year's report to be read beside this year's: carried over with it, or found in the list."""

from dataclasses import replace
from typing import TYPE_CHECKING

from actions.unlinked import proposals, with_proposals
from models.carrying import reference_of
from models.report import ATTACHMENTS, Attachment, Figure, Item, Report, Section

if TYPE_CHECKING:
    from models.store import Store


def last_years_report(report: Report, store: "Store") -> Report | None:
    """Last year's report with links to its own figures; None where there is none.

    A report that was carried over brings its texts along. They were kept as printed, so the report they come from is
    taken where it still stands in the list unchanged; else its numbers are told by last year's amounts. Raises
    UserError where the list cannot be read.
    """
    year = report.reference_year or report.year - 1
    found = _in_list(report, store, year)
    if not report.reference:
        return found
    if found is not None and reference_of(found) == report.reference:
        return found
    return from_reference(report)


def from_reference(report: Report) -> Report:
    """Last year's report made of the texts a report brought along and its figures' amounts of last year."""
    amounts = (Figure(one.indicator, one.last) for one in report.figures if one.last is not None)
    bare = Report(
        report.reference_year or report.year - 1,
        report.template,
        own_indicators=report.own_indicators,
        figures=tuple(amounts) if report.year - report.reference_year == 1 else (),
    )
    made = replace(
        bare,
        preamble=_paragraphs(report, ""),
        sections=tuple(one for one in report.reference if one.key not in ("", ATTACHMENTS)),
        attachments=tuple(
            Attachment(one.title, one.paragraphs) for one in _items(report.reference, ATTACHMENTS)
        ),
    )
    return with_proposals(made, proposals(made))


def _in_list(report: Report, store: "Store", year: int) -> Report | None:
    """The same offices' report of a year, of several the one changed last."""
    organ = "、".join(report.letterhead.organs)
    known = (one for one in store.list() if one.year == year and one.organ == organ)
    one = next(known, None)
    return store.load(one.id) if one else None


def _paragraphs(report: Report, key: str) -> tuple[str, ...]:
    return next((one.paragraphs for one in report.reference if one.key == key), ())


def _items(sections: tuple[Section, ...], key: str) -> tuple[Item, ...]:
    return next((one.items for one in sections if one.key == key), ())
