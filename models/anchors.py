"""Which places of two sequences of tokens are the same: what stands in both only once holds the rest in place."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Match = tuple[int, int, int]
"""Where it begins in the old sequence, where in the new one, and how many tokens it is long."""

_ROW = 5
"""Tokens in a row that stand nowhere else in the text are taken for the same place, whatever became of the rest."""
_MOST = 90_000
"""Pairs of tokens up to which every one is compared. A stretch of more without an anchor was written anew."""


def matches(old: Sequence[str], new: Sequence[str]) -> Iterator[Match]:
    """The stretches that are the same, in order, none empty; what lies between them differs."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    if head:
        yield 0, 0, head
    yield from _between(old, new, (head, len(old) - tail), (head, len(new) - tail))
    if tail:
        yield len(old) - tail, len(new) - tail, tail


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many tokens agree from the beginning on."""
    shorter = min(len(old), len(new))
    return next((at for at in range(shorter) if old[at] != new[at]), shorter)


def _between(
    old: Sequence[str], new: Sequence[str], in_old: tuple[int, int], in_new: tuple[int, int]
) -> Iterator[Match]:
    """The matches within two stretches: those at the anchors, then every one in the gaps between them."""
    at_old, at_new = in_old[0], in_new[0]
    for one, other in _anchors(old[slice(*in_old)], new[slice(*in_new)]):
        start_old, start_new = in_old[0] + one, in_new[0] + other
        if start_old < at_old or start_new < at_new:
            continue  # within the match before
        length = _common(old[start_old : in_old[1]], new[start_new : in_new[1]])
        yield from _gap(old, new, (at_old, start_old), (at_new, start_new))
        yield start_old, start_new, length
        at_old, at_new = start_old + length, start_new + length
    yield from _gap(old, new, (at_old, in_old[1]), (at_new, in_new[1]))


def _gap(
    old: Sequence[str], new: Sequence[str], in_old: tuple[int, int], in_new: tuple[int, int]
) -> Iterator[Match]:
    one, other = old[slice(*in_old)], new[slice(*in_new)]
    if not one or not other or len(one) * len(other) > _MOST:
        return
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        if block.size:
            yield in_old[0] + block.a, in_new[0] + block.b, block.size


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Rows of tokens that stand once in each, as many as keep one order in both."""
    ours, theirs = _single_rows(old), _single_rows(new)
    shared = sorted((at, theirs[row]) for row, at in ours.items() if row in theirs)
    return [shared[at] for at in longest_rise([other for _, other in shared])]


def _single_rows(sequence: Sequence[str]) -> dict[tuple[str, ...], int]:
    rows = [tuple(sequence[at : at + _ROW]) for at in range(len(sequence) - _ROW + 1)]
    counts = Counter(rows)
    return {row: at for at, row in enumerate(rows) if counts[row] == 1}


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """The places of the longest rising selection of numbers, all different from each other."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        ends[length:] = [number, *ends[length + 1 :]]
        places[length:] = [at, *places[length + 1 :]]
        before.append(places[length - 1] if length else -1)
    rise: list[int] = []
    at = places[-1] if places else -1
    while at >= 0:
        rise.append(at)
        at = before[at]
    return rise[::-1]
