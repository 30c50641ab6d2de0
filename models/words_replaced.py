"""Words replaced throughout a report where somebody said so; what is linked beside them stays linked."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from models.atoms import visible
from models.errors import UserError
from models.linked_text import escape
from models.occurrences import Occurrence
from models.report import Report
from models.searched_texts import SearchedText, with_searched_text

LINKED = "在链接的数字里，不能直接替换"


def locked(report: Report, one: Occurrence, by: str) -> str:
    """Why this occurrence cannot be replaced by these words; "" where it can."""
    if one.links:
        return LINKED
    if one.text.fixed:
        return one.text.fixed
    if one.text.place is None:
        try:
            with_words_replaced(report, (one,), by)
        except UserError as error:
            return str(error)
    return ""


def with_words_replaced(report: Report, chosen: Iterable[Occurrence], by: str) -> Report:
    """The report with other words in these places, in none of which a link lies.

    They were found in this very report. Texts that were carried over from last year wait as before. Raises UserError
    where the result does not fit a field.
    """
    ordered = sorted(chosen, key=_order, reverse=True)  # from the end, so that places stay places
    for text, group in groupby(ordered, key=lambda one: one.text):
        stretches = [(one.start, one.stop) for one in group]
        report = with_searched_text(report, text, _respelled(text, stretches, _in_one_line(by)))
    return report


def with_links_released(report: Report, one: Occurrence) -> Report:
    """The report with the links that reach into an occurrence turned into ordinary words."""
    runs = (
        escape(run.printed) if run.link is None or _meets(run.at, run.stop, one) else run.link.token
        for run in one.text.runs
    )
    return with_searched_text(report, one.text, "".join(runs))


def step_words(words: str, by: str, count: int = 1) -> str:
    """What undo calls a replacement."""
    what = f"替换“{words}”为“{by}”" if by else f"删去“{words}”"
    return f"{what}（{count} 处）" if count > 1 else what


def _order(one: Occurrence) -> tuple[str, tuple[object, ...], int]:
    place = one.text.place
    where = (place.section, place.item, place.paragraph) if place else ("", (), 0)
    return f"{one.text.key}/{one.text.field}", where, one.start


def _meets(start: int, stop: int, one: Occurrence) -> bool:
    return start < one.stop and stop > one.start


def _respelled(text: SearchedText, stretches: list[tuple[int, int]], by: str) -> str:
    """The text as stored with other words in these stretches, which come from the last to the first."""
    spell = str if text.is_plain else escape
    stored, behind = "", len(text.printed)
    for start, stop, put in sorted(_cuts(text, stretches, spell(by)), reverse=True):
        stored = put + spell(text.printed[stop:behind]) + stored
        behind = start
    return spell(text.printed[:behind]) + stored


def _cuts(text: SearchedText, stretches: list[tuple[int, int]], by: str) -> Iterator[tuple[int, int, str]]:
    """What is not spelled as it is printed: from where to where, and what is stored instead."""
    yield from ((start, stop, by) for start, stop in stretches)
    yield from ((run.at, run.stop, run.link.token) for run in text.runs if run.link)


def _in_one_line(by: str) -> str:
    return visible(by).replace("\n", "")
