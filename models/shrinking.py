"""Texts that lose so much at once that it may have been a mistake."""

from models.report import Report
from models.text_places import all_texts

_LONG = 40
"""Characters: who shortens a line knows what it was."""
_GRAM = 4
"""Characters that make a piece of text likely to be the same piece elsewhere."""


def lost_much(old: Report, new: Report) -> bool:
    """Whether a part of the report (an item, a section's own words, an attachment) lost more than half of its text.

    A text that stands somewhere else now has not been lost.
    """
    if old == new:
        return False
    before, after = _by_part(old), _by_part(new)
    shrunk = [text for part, text in before.items() if len(text) >= _LONG and after.get(part) != text]
    if not shrunk:
        return False
    left = frozenset[str]().union(*map(_grams, after.values()))
    return any(2 * len(_grams(text) & left) < len(_grams(text)) for text in shrunk)


def _grams(text: str) -> frozenset[str]:
    return frozenset(text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1))


def _by_part(report: Report) -> dict[tuple[str, tuple[int, ...]], str]:
    parts: dict[tuple[str, tuple[int, ...]], str] = {}
    for place, stored in all_texts(report):
        at = (place.section, place.item)
        parts[at] = f"{parts[at]}\n{stored}" if at in parts else stored
    return parts
