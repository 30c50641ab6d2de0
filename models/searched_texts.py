"""Every text of a report in which words are looked for, in the order of the tabs, and how it is put in anew."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from models.letterhead import LETTERHEAD, FieldKind
from models.linked_text import Piece, pieces
from models.own_indicators import own_indicator, with_own_indicator
from models.report import ATTACHMENTS, HEADING, Figure, Place, Report
from models.text_places import all_texts, with_text_changed

_LETTERHEAD, _FIGURE, NAME = "letterhead.", "figure.", "name"
_OF_FIGURE = ("department", "evidence", "note")


@dataclass(frozen=True, slots=True)
class SearchedText:
    """A text as printed, in runs of plain text and links.

    `key` is the content key it is kept under; `place` where it stands among the texts, None for a field of the
    letterhead or of a figure, then `field` is that field. What is `fixed` cannot be written anew: it says why.
    """

    key: str
    place: Place | None
    field: str
    printed: str
    runs: tuple[Piece, ...]
    fixed: str = ""

    @property
    def figure(self) -> str:
        """The indicator whose figure the text belongs to, "" for none."""
        return self.key.removeprefix(_FIGURE) if self.key.startswith(_FIGURE) else ""

    @property
    def is_plain(self) -> bool:
        """Whether the text is stored as it is printed: nothing in it can be a link."""
        return self.place is None or _is_attachment_title(self.place)


def searched_texts(report: Report) -> Iterator[SearchedText]:
    """The letterhead, the texts, the figures and the attachments; nothing that is empty."""
    placed = [_placed(report, place, stored) for place, stored in all_texts(report)]
    opening = [text for text in placed if text.key == "preamble"]
    attached = [text for text in placed if text.key == ATTACHMENTS]
    written = [text for text in placed if text.key not in ("preamble", ATTACHMENTS)]
    every = chain(_letterhead(report), opening, written, _figures(report), attached)
    return (text for text in every if text.printed)


def with_searched_text(report: Report, text: SearchedText, stored: str) -> Report:
    """The report with a searched text put in anew, as stored. Raises UserError where it does not fit."""
    if text.place is not None:
        return with_text_changed(report, text.place, lambda _old: stored)
    if not text.figure:
        return replace(report, letterhead=report.letterhead.with_text(text.field, stored))
    if text.field == NAME:
        indicator = report.indicator(text.figure)
        assert indicator is not None
        renamed = own_indicator(report, stored, indicator.unit, but=indicator.id)
        return with_own_indicator(report, renamed)
    changed: dict[str, str] = {text.field: stored}
    return report.with_figure(replace(report.figure(text.figure), **changed))  # type: ignore[arg-type]


def _placed(report: Report, place: Place, stored: str) -> SearchedText:
    key = place.section if place.section == ATTACHMENTS else f"section.{place.section}"
    if _is_attachment_title(place):
        return _plain(key, place, "", stored)
    runs = tuple(pieces(stored, report.show))
    printed = "".join(run.printed for run in runs)
    return SearchedText(key if place.section else "preamble", place, "", printed, runs)


def _is_attachment_title(place: Place) -> bool:
    return place.section == ATTACHMENTS and place.paragraph == HEADING


def _letterhead(report: Report) -> Iterator[SearchedText]:
    for key, field in LETTERHEAD.items():
        fixed = "是从几项里选的，请在文头里改选" if field.kind is FieldKind.CHOICE else ""
        yield _plain(f"{_LETTERHEAD}{key}", None, key, report.letterhead.text(key), fixed)


def _figures(report: Report) -> Iterator[SearchedText]:
    """Those with anything known of them, and the report's own; each by its name first."""
    known = [one.indicator for one in report.figures if one != Figure(one.indicator)]
    own = {one.id for one in report.own_indicators}
    for indicator_id in dict.fromkeys((*known, *(one.id for one in report.own_indicators))):
        indicator, figure = report.indicator(indicator_id), report.figure(indicator_id)
        if indicator is not None:
            fixed = "" if indicator_id in own else "是固定的指标名称，不能改"
            yield _plain(f"{_FIGURE}{indicator_id}", None, NAME, indicator.name, fixed)
        for field in _OF_FIGURE:
            yield _plain(f"{_FIGURE}{indicator_id}", None, field, getattr(figure, field))


def _plain(key: str, place: Place | None, field: str, text: str, fixed: str = "") -> SearchedText:
    return SearchedText(key, place, field, text, (Piece(text, 0, 0),), fixed)
