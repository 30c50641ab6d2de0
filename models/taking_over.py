"""Last year's words put into this year's report: its numbers follow this year's figures where those are known."""

import re
from dataclasses import dataclass, replace

from models.atoms import units, whole
from models.editing import (
    Path,
    paragraphs_of,
    part,
    section_of,
    with_item_begun,
    with_new_item,
    with_paragraphs,
    with_preamble,
    with_waiting,
)
from models.linked_text import Link, escape, parts, pieces
from models.report import Item, Report
from models.sentence_comparison import Spot

_TO_LOOK_AT = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")


@dataclass(frozen=True, slots=True)
class Taken:
    """A text of last year as this year's report stores it, and how many numbers in it stand as plain digits."""

    stored: str
    loose: int


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the clerk writes: an editor's lines as stored, and the place in them."""

    lines: str
    at: int


def taken(report: Report, last: Report, stored: str) -> Taken:
    """A text of last year for this year's report: links to what it does not know become the digits they showed."""
    pieces, loose = [], 0
    for one in parts(stored):
        if isinstance(one, Link) and report.indicator(one.figure) is not None:
            pieces.append(one.token)
            continue
        words = last.show(one) if isinstance(one, Link) else one
        loose += len(_TO_LOOK_AT.findall(words))
        pieces.append(escape(words))
    return Taken("".join(pieces), loose)


def with_sentence_at(report: Report, key: str, path: Path, caret: Caret, words: Taken) -> Report:
    """The report with a sentence put where the caret stands."""
    lines = caret.lines[: caret.at] + words.stored + caret.lines[caret.at :]
    return _written(report, key, path, paragraphs_of(lines), words.loose)


def with_sentence_replaced(report: Report, key: str, path: Path, spot: Spot, words: Taken) -> Report:
    """The report with a sentence in place of the one that stands in `spot`."""
    old = report.preamble if not key else part(section_of(report, key), path).paragraphs
    text = old[spot.paragraph]
    new = text[: spot.start] + words.stored + text[spot.stop :]
    paragraphs = (*old[: spot.paragraph], new, *old[spot.paragraph + 1 :])
    return _written(report, key, path, paragraphs, words.loose)


def with_last_text(report: Report, last: Report, key: str, path: Path, there: Path) -> Report:
    """The report with all paragraphs of last year's item behind what an item says; they wait to be looked at."""
    section = last.section(key)
    texts = last.preamble if not key else part(section, there).paragraphs if section else ()
    now = report.preamble if not key else _paragraphs(report, key, path)
    return _written(report, key, path, (*now, *(taken(report, last, text).stored for text in texts)), 1)


def with_last_item(report: Report, last: Report, key: str, there: Path) -> Report:
    """The report with an item of last year, and all that is below it, as the last of its section."""
    section = last.section(key)
    if section is None:
        return report
    path = (len(section_of(report, key).items) + 1,)
    item = part(section, there)
    assert isinstance(item, Item)
    return _with_item(report, last, key, path, item)


def _with_item(report: Report, last: Report, key: str, path: Path, item: Item) -> Report:
    report = with_new_item(report, key, path, last.printed(item.title))
    texts = tuple(taken(report, last, text).stored for text in item.paragraphs)
    report = _written(report, key, path, texts, 1)
    for count, below in enumerate(item.items, start=1):
        report = _with_item(report, last, key, (*path, count), below)
    return report


def _paragraphs(report: Report, key: str, path: Path) -> tuple[str, ...]:
    section = section_of(report, key)
    return part(section, path).paragraphs if section.items or not path else ()


def _written(report: Report, key: str, path: Path, paragraphs: tuple[str, ...], loose: int) -> Report:
    """Written, and waiting to be looked at where a number of last year's came along."""
    if not key:
        written = with_preamble(report, paragraphs)
        return replace(written, is_preamble_carried=True) if loose else written
    written = with_paragraphs(with_item_begun(report, key, path), key, path, paragraphs)
    return with_waiting(written, key, path) if loose else written


def caret_at(report: Report, lines: str, position: int) -> Caret:
    """The caret of an editor that shows these stored lines; `position` counts UTF-16 units as shown."""
    left = position
    for piece in pieces(lines, report.show):
        width = len(units(piece.printed))
        if left < width or left == width == 0:
            inside = len(whole(units(piece.printed)[:left])) if piece.link is None else 0
            return Caret(lines, piece.stored_at + inside)
        left -= width
    return Caret(lines, len(lines))
