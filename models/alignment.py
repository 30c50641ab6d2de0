"""Which texts of an earlier state are which of a later one: equal ones first, then those most alike."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

Pair = tuple[int | None, int | None]
"""The places of a text before and after (0-based); None where it was not there."""
Likeness = Callable[[int, int], float]
"""How much the old text at one place is like the new text at another, from 0 to 1."""

ALIKE = 0.4
"""Texts that have less than this in common are different texts."""
_MOST = 40_000
"""Pairs of texts up to which each is looked at."""
_NUMBER = re.compile("[0-9０-９]+")


def likeness(old: str, new: str) -> float:
    """What two texts have in common, from 0 to 1, whatever amounts stand in them."""
    if old == new:
        return 1.0
    ours, theirs = _couples(old), _couples(new)
    both = sum((ours & theirs).values())
    return 2 * both / max(ours.total() + theirs.total(), 1)


@lru_cache(maxsize=4096)
def _couples(text: str) -> Counter[str]:
    """How often each two neighbouring characters stand in a text."""
    plain = f"\n{_NUMBER.sub('0', text.strip())}\n"
    return Counter(plain[at : at + 2] for at in range(len(plain) - 1))


def in_order(old: Sequence[str], new: Sequence[str], is_like: Likeness | None = None) -> list[Pair]:
    """All texts of both, those that belong together side by side, in the order of both."""
    asked = is_like or (lambda one, other: likeness(old[one], new[other]))
    pairs: list[Pair] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(a, b), range(c, d), strict=True)
        else:
            pairs += _gap(range(a, b), range(c, d), asked)
    return pairs


def _gap(old: range, new: range, is_like: Likeness) -> Iterator[Pair]:
    """Two stretches between equal texts, those side by side that together are most alike."""
    at_old, at_new = old.start, new.start
    for one, other in _best_way(old, new, is_like):
        yield from ((at, None) for at in range(at_old, one))
        yield from ((None, at) for at in range(at_new, other))
        yield one, other
        at_old, at_new = one + 1, other + 1
    yield from ((at, None) for at in range(at_old, old.stop))
    yield from ((None, at) for at in range(at_new, new.stop))


def _best_way(old: range, new: range, is_like: Likeness) -> list[tuple[int, int]]:
    if len(old) * len(new) > _MOST:
        return [pair for pair in zip(old, new, strict=False) if is_like(*pair) >= ALIKE]
    # best[i][j]: what can be had from the old texts from i on and the new ones from j on.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[is_like(one, other) for other in new] for one in old]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            together = best[i + 1][j + 1] + alike[i][j] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    way, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if alike[i][j] >= ALIKE and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            way.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return way


def in_any_order(old: int, new: int, is_like: Likeness) -> dict[int, int]:
    """Which of so many new texts is which of so many old ones: the pairs that are most alike, wherever they stand."""
    found: Iterable[tuple[float, int, int, int]] = (
        (is_like(one, other), -abs(one - other), -one, -other) for one in range(old) for other in range(new)
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for alike, _, one, other in sorted(found, reverse=True):
        if alike >= ALIKE and -one not in taken and -other not in chosen:
            chosen[-other] = -one
            taken.add(-one)
    return chosen
