"""Where words occur in a report's texts as they are printed, numbers filled in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.linked_text import Link
from models.report import ATTACHMENTS
from models.searched_texts import SearchedText

_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_QUOTES = {ord(curly): plain for curly, plain in zip("“”‘’", "\"\"''", strict=True)}
_HALF = _WIDTHS | _QUOTES
_SENTENCE = re.compile(r"[^。；！？\n]*[。；！？\n]?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words, whether widths (（ and () and cases must agree, and in which part, "" for all.

    A part is a section's key, `letterhead`, `figures` or `attachments`.
    """

    words: str
    is_exact_in_width: bool = False
    is_exact_in_case: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words found in a text, from one printed place to another; `links` reach into them."""

    text: SearchedText
    start: int
    stop: int
    links: tuple[Link, ...]

    @property
    def words(self) -> str:
        """What stands there."""
        return self.text.printed[self.start : self.stop]

    @property
    def sentence(self) -> tuple[int, int]:
        """From where to where the sentence goes in which the words begin; never less than the words."""
        spans = (found.span() for found in _SENTENCE.finditer(self.text.printed))
        start, stop = next(span for span in spans if span[1] > self.start)
        return start, max(stop, self.stop)


def occurrences(texts: Iterable[SearchedText], wanted: Wanted) -> tuple[Occurrence, ...]:
    """Every occurrence in the order of the texts; none overlaps another."""
    words = _folded(wanted.words, wanted)
    if not words:
        return ()
    return tuple(
        Occurrence(text, start, start + len(words), _links(text, start, start + len(words)))
        for text in texts
        if not wanted.part or part_of(text) == wanted.part
        for start in _starts(_folded(text.printed, wanted), words)
    )


def part_of(text: SearchedText) -> str:
    """The key of the part a text belongs to."""
    prefix, _, rest = text.key.partition(".")
    return {"section": rest, "figure": "figures", ATTACHMENTS: ATTACHMENTS}.get(prefix, "letterhead")


def _starts(text: str, words: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _folded(text: str, wanted: Wanted) -> str:
    """The text with that made alike which does not count; one character for one, so that places stay places."""
    if not wanted.is_exact_in_width:
        text = text.translate(_HALF)
    if wanted.is_exact_in_case:
        return text
    lower = text.lower()
    return (
        lower
        if len(lower) == len(text)
        else "".join(one if len(one.lower()) > 1 else one.lower() for one in text)
    )


def _links(text: SearchedText, start: int, stop: int) -> tuple[Link, ...]:
    return tuple(run.link for run in text.runs if run.link and run.at < stop and run.stop > start)
