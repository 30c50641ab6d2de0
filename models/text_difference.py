"""How much two reports' texts differ, in characters."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from models.compared_values import facts, figures, letterhead
from models.report import ATTACHMENTS, HEADING, Report
from models.text_places import all_texts

_MOST = 4_000
"""Characters on a side up to which single characters are compared; beyond, the time would grow with the square."""


def printed_texts(report: Report) -> list[str]:
    """Every heading and paragraph as printed, in printing order; an attachment's title holds no links."""
    return [
        stored if (place.section, place.paragraph) == (ATTACHMENTS, HEADING) else report.printed(stored)
        for place, stored in all_texts(report)
    ]


def changed_in_all(old: Report, new: Report) -> int:
    """How many characters differ in the texts, the letterhead, the amounts, year and stage; 0 for the same report only.

    What has no characters (how headings are set, that something is still to be updated) counts as one.
    """
    if old == new:
        return 0
    beside = (*facts(old, new), *letterhead(old, new), *figures(old, new))
    counted = changed_characters(printed_texts(old), printed_texts(new))
    return max(1, counted + sum(_changed(one.old, one.new) for one in beside))


def changed_characters(old: Sequence[str], new: Sequence[str]) -> int:
    """How many characters were taken out and put in to make one sequence of texts out of the other."""
    paragraphs = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(
        _changed("\n".join(old[a:b]), "\n".join(new[c:d])) for tag, a, b, c, d in paragraphs if tag != "equal"
    )


def _changed(old: str, new: str) -> int:
    old, new = _without_common_ends(old, new)
    if not old or not new or len(old) > _MOST or len(new) > _MOST:
        return len(old) + len(new)
    matched = sum(
        block.size for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    )
    return len(old) + len(new) - 2 * matched


def _without_common_ends(old: str, new: str) -> tuple[str, str]:
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    old, new, shorter = old[head:], new[head:], shorter - head
    tail = next((at for at in range(shorter) if old[-1 - at] != new[-1 - at]), shorter)
    return old[: len(old) - tail], new[: len(new) - tail]
