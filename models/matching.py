"""Which of many named things somebody means who types a few characters."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from models.pinyin_initials import initials

_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_NUMBER = re.compile(r"^(?:\([^)]*\)|\d+[.、]|[一二三四五六七八九十]+、)")
"""What stands before a heading, folded: (三), 1., 一、."""
_Thing = TypeVar("_Thing")
_REMEMBERED = 8_192
"""Names are the same from key to key."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a thing is called, and by what else it is known: aliases, a number, where it is."""

    name: str
    also: str = ""

    def distance(self, words: Sequence[str]) -> int | None:
        """How far the words, folded, are from the name, 0 for closest; None where one of them does not occur."""
        total = 0
        for word in words:
            step = self._step(word)
            if step is None:
                return None
            total += step
        return total

    def _step(self, word: str) -> int | None:
        name = folded(self.name)
        if word in name:
            return 0 if _NUMBER.sub("", name).startswith(word) or name.startswith(word) else 1
        letters = _letters(self.name) if word.isascii() else ""
        if word in letters:
            return 2 if letters.startswith(word) else 4
        return 3 if word in folded(self.also) else None


_letters = lru_cache(_REMEMBERED)(initials)


@lru_cache(_REMEMBERED)
def folded(text: str) -> str:
    """The text in small letters of half width."""
    return text.translate(_WIDTHS).lower()


def matching(
    things: Iterable[_Thing],
    typed: str,
    names: Callable[[_Thing], Names],
    order: Callable[[_Thing], tuple[int, ...]],
) -> list[_Thing]:
    """The things meant by what was typed, every word of which must occur: closest first.

    Of those as close as each other the one that is first in `order`, then the shortest.
    """
    words = folded(typed).split()
    ranked = []
    for number, thing in enumerate(things):
        distance = names(thing).distance(words)
        if distance is not None:
            length = len(names(thing).name) if words else 0
            ranked.append((((distance, *order(thing)), length, number), thing))
    return [thing for _, thing in sorted(ranked, key=lambda pair: pair[0])]
