"""Half-width marks in Chinese text become full-width (GB/T 15834-2011), one character for one.

Nothing else is touched: decimal points, 93.63%, 11:00, 1,234, web addresses and Latin words stay as typed. A dot
between Chinese characters becomes a full stop only where the text has other half-width marks: it may be a name's.
"""

import re
from dataclasses import dataclass

_FULL_STOP = re.compile(r"(?<=[一-鿿)”》])\.(?=[一-鿿“《(]|$)")
_FULL_WIDTH = dict(zip(",;:()?!", "，；：（）？！", strict=True))


@dataclass(frozen=True, slots=True)
class Change:
    """One mark that printing changes: where it stands (0-based), as typed, as printed."""

    position: int
    old: str
    new: str


def normalise(text: str) -> str:
    """The text as printed; positions stay the same."""
    if not any(mark in text for mark in _FULL_WIDTH):
        return text
    text = _FULL_STOP.sub("。", text)
    return "".join(
        _FULL_WIDTH[character] if character in _FULL_WIDTH and not _is_latin(text, at) else character
        for at, character in enumerate(text)
    )


def changes(text: str) -> tuple[Change, ...]:
    """What `normalise` changes, in order."""
    pairs = zip(text, normalise(text), strict=True)
    return tuple(Change(at, old, new) for at, (old, new) in enumerate(pairs) if old != new)


def _is_latin(text: str, at: int) -> bool:
    """Whether the mark belongs to a number, a time, an address or Latin words."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == ":" and after == "/":
        return True
    return _is_latin_character(before) and _is_latin_character(after.strip() or before)


def _is_latin_character(character: str) -> bool:
    return character.isascii() and character.isalnum()
