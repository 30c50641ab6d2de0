"""Last year's sentences beside this year's: which say the same, which were changed and how, which are missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.alignment import in_any_order, in_order, likeness
from models.report import Report
from models.text_places import sentences
from models.word_difference import Kind, Run, word_runs


class Standing(StrEnum):
    """What became of a sentence of last year."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence of this year: its paragraph (0-based) and its places in the stored paragraph, with its words."""

    paragraph: int
    start: int
    stop: int
    printed: str


@dataclass(frozen=True, slots=True)
class LastSentence:
    """A sentence of last year as stored then, in its paragraph (0-based); `runs` are its printed words.

    Runs that are not EQUAL are said otherwise this year. `spot` is the sentence that says it now, None where it is
    missing.
    """

    stored: str
    paragraph: int
    standing: Standing
    runs: tuple[Run, ...]
    spot: Spot | None = None


def compared_sentences(
    last: Report, then: Sequence[str], report: Report, now: Sequence[str]
) -> tuple[LastSentence, ...]:
    """The sentences of last year's paragraphs in their order; both sides as stored in their reports."""
    old = [(number, one) for number, text in enumerate(then) for one in sentences(text)]
    spots = [spot for number, text in enumerate(now) for spot in _spots(report, number, text)]
    printed = [last.printed(stored) for _, stored in old]
    found = _pairs(printed, [spot.printed for spot in spots])
    return tuple(
        _compared(stored, number, words, spots[found[at]] if at in found else None)
        for at, ((number, stored), words) in enumerate(zip(old, printed, strict=True))
    )


def _spots(report: Report, paragraph: int, stored: str) -> list[Spot]:
    found, at = [], 0
    for one in sentences(stored):
        at = stored.index(one, at)
        found.append(Spot(paragraph, at, at + len(one), report.printed(one)))
        at += len(one)
    return found


def _pairs(old: list[str], new: list[str]) -> dict[int, int]:
    """Those in one order first; what was moved is found among the rest."""
    placed = in_order(old, new)
    found = {one: other for one, other in placed if one is not None and other is not None}
    ours = [one for one, other in placed if one is not None and other is None]
    theirs = [other for one, other in placed if other is not None and one is None]
    moved = in_any_order(
        len(ours), len(theirs), lambda one, other: likeness(old[ours[one]], new[theirs[other]])
    )
    return found | {ours[one]: theirs[other] for other, one in moved.items()}


def _compared(stored: str, paragraph: int, words: str, spot: Spot | None) -> LastSentence:
    if spot is None:
        return LastSentence(stored, paragraph, Standing.MISSING, (Run(words, Kind.EQUAL),))
    if words.strip() == spot.printed.strip():
        return LastSentence(stored, paragraph, Standing.SAME, (Run(words, Kind.EQUAL),), spot)
    runs = tuple(run for run in word_runs(words, spot.printed) if run.kind is not Kind.INSERTED)
    return LastSentence(stored, paragraph, Standing.CHANGED, runs, spot)
