"""改为……: what a finding suggests put in the place of the words it is about, where a machine may do that."""

from dataclasses import replace

from checks import Finding
from models.letterhead import LETTERHEAD
from models.linked_text import escape, pieces
from models.report import ATTACHMENTS, HEADING, Place, Report
from models.text_places import all_texts
from models.year_words import YearWord, with_words_replaced


def mended(report: Report, finding: Finding) -> Report | None:
    """The report with a finding's words replaced; None where that is nothing for a machine.

    A linked number is never cut: where the words to be replaced reach into one, a person has to decide.
    """
    if not finding.replaces or finding.suggestion is None:
        return None
    if finding.field in LETTERHEAD:
        return _in_letterhead(report, finding, finding.suggestion)
    for place, stored in all_texts(report):
        if _is_there(place, finding) and (word := _word(report, finding, place, stored)):
            return with_words_replaced(report, (word,))
    return None


def _in_letterhead(report: Report, finding: Finding, suggestion: str) -> Report | None:
    text = report.letterhead.text(finding.field)
    if finding.replaces not in text:
        return None
    letterhead = report.letterhead.with_text(finding.field, text.replace(finding.replaces, suggestion, 1))
    return replace(report, letterhead=letterhead)


def _is_there(place: Place, finding: Finding) -> bool:
    section = "" if finding.field == "preamble" else finding.section
    return (place.section, place.item) == (section, finding.item)


def _word(report: Report, finding: Finding, place: Place, stored: str) -> YearWord | None:
    """The words to be replaced where they stand in a stored text, without what stays as it is at their ends."""
    is_plain = (place.section, place.paragraph) == (ATTACHMENTS, HEADING)
    runs = tuple(pieces(escape(stored) if is_plain else stored, report.show))
    printed = "".join(run.printed for run in runs)
    start = printed.find(finding.quote)
    inner = finding.quote.rfind(finding.replaces)
    if start < 0 or inner < 0:
        return None
    old, new = finding.replaces, finding.suggestion or ""
    head, tail = _common(old, new)
    start, end = start + inner + head, start + inner + len(old) - tail
    run = next((one for one in runs if one.link is None and one.at <= start and end <= one.stop), None)
    if run is None:
        return None
    first, last = (run.stored_at + at - run.at for at in (start, end))
    put = escape(new[head : len(new) - tail])
    return YearWord(place, first, stored[first:last], "", "", "", 0, put)


def _common(old: str, new: str) -> tuple[int, int]:
    """How many characters both begin and end with; the end first, for there the number stands a verb belongs to."""
    shorter = min(len(old), len(new))
    tail = next((at for at in range(shorter) if old[-1 - at] != new[-1 - at]), shorter)
    shorter -= tail
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    return head, tail
