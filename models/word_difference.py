"""What was taken out of a text and what was put in, word for word, as a reader sees it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.anchors import matches
from models.tokens import CLAUSE_ENDS, tokens

_SPECK = 2
"""Characters: what is left of a text between two changes and is no longer than this belongs to them."""
_SHARE = 3
"""So many times shorter than the changes on both sides, what is left between them is chance,"""
_CLAUSE = 6
"""unless it is so many characters long."""


class Kind(StrEnum):
    """What became of a run of text."""

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters that shared one fate."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Change:
    """Tokens taken out and put in, and the tokens behind them that stayed."""

    deleted: tuple[str, ...]
    inserted: tuple[str, ...]
    kept: tuple[str, ...]

    @property
    def size(self) -> int:
        return max(_length(self.deleted), _length(self.inserted))


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """The runs that make `new` out of `old`: without the inserted ones they are `old`, without the deleted `new`.

    No two neighbours are of one kind; of a change that has both, what was deleted comes first. Amounts and words are
    changed whole, and scraps between changes are not left standing.
    """
    if old == new:
        return (Run(old, Kind.EQUAL),) if old else ()
    changes = _without_specks(_at_clauses(_without_specks(_changes(tokens(old), tokens(new)))))
    return tuple(_runs(changes))


def _changes(old: list[str], new: list[str]) -> list[_Change]:
    """The changes in order; the first may change nothing, where both texts begin alike."""
    found: list[_Change] = []
    at_old = at_new = 0
    for one, other, length in (*matches(old, new), (len(old), len(new), 0)):
        taken, put = old[at_old:one], new[at_new:other]
        kept = tuple(old[one : one + length])
        if found and not taken and not put:
            found[-1] = _Change(found[-1].deleted, found[-1].inserted, found[-1].kept + kept)
        else:
            found.append(_Change(tuple(taken), tuple(put), kept))
        at_old, at_new = one + length, other + length
    return found


def _without_specks(changes: list[_Change]) -> list[_Change]:
    """Changes joined where hardly anything stands between them."""
    joined: list[_Change] = []
    for change in changes:
        joined.append(change)
        while len(joined) > 1 and _is_speck(joined[-2], joined[-1]):
            last = joined.pop()
            joined[-1] = _joined(joined[-1], last)
    return joined


def _is_speck(before: _Change, after: _Change) -> bool:
    length = _length(before.kept)
    if not before.size or not after.size:
        return not length
    return length <= _SPECK or (length < _CLAUSE and length * _SHARE <= min(before.size, after.size))


def _joined(one: _Change, other: _Change) -> _Change:
    return _Change(
        one.deleted + one.kept + other.deleted, one.inserted + one.kept + other.inserted, other.kept
    )


def _at_clauses(changes: list[_Change]) -> list[_Change]:
    """What was only put in or only taken out, moved to where a clause begins, if the text allows it."""
    moved = list(changes)
    for at in range(1, len(moved)):
        before, change = moved[at - 1], moved[at]
        if bool(change.deleted) == bool(change.inserted):
            continue
        words = change.deleted or change.inserted
        text = before.kept + words + change.kept
        start = _best_start(text, len(before.kept), len(words))
        shifted = text[start : start + len(words)]
        moved[at - 1] = _Change(before.deleted, before.inserted, text[:start])
        deleted, inserted = (shifted, ()) if change.deleted else ((), shifted)
        moved[at] = _Change(deleted, inserted, text[start + len(words) :])
    return moved


def _best_start(text: tuple[str, ...], start: int, length: int) -> int:
    """Where so many tokens may be cut out of the text with the same text left over: best at a clause's edge."""
    first = start
    while first > 0 and text[first - 1] == text[first + length - 1]:
        first -= 1
    last = start
    while last + length < len(text) and text[last] == text[last + length]:
        last += 1
    return max(range(first, last + 1), key=lambda at: (_edges(text, at, length), at == start, at))


def _edges(text: tuple[str, ...], start: int, length: int) -> int:
    """Whether a clause ends before the piece, which counts double, and with it; the text's own ends do as well."""
    end = start + length
    begins = start == 0 or text[start - 1][-1] in CLAUSE_ENDS
    ends = end == len(text) or text[end - 1][-1] in CLAUSE_ENDS
    return 2 * begins + ends


def _runs(changes: list[_Change]) -> Iterator[Run]:
    for change in changes:
        for words, kind in (
            (change.deleted, Kind.DELETED),
            (change.inserted, Kind.INSERTED),
            (change.kept, Kind.EQUAL),
        ):
            if words:
                yield Run("".join(words), kind)


def _length(words: tuple[str, ...]) -> int:
    return sum(map(len, words))
