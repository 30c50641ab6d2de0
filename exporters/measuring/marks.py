"""Which characters a line must not begin or end with, and what must not be torn apart between two lines.

A list of its own, read from the standard: who checks the line breaker must not ask the line breaker.
"""

import re

FORBIDDEN_FIRST = frozenset("。，、；：？！”’）》〉」』】〕〗］｝·－～／.,;:?!)]}")
"""GB/T 15834-2011 §5.1: stops, closing halves, joining marks, the middle dot and the slash do not begin a line."""

FORBIDDEN_LAST = frozenset("“‘（《〈「『【〔〖［｛／/([{")
"""GB/T 15834-2011 §5.1: opening halves and the slash do not end a line."""

HANGING = frozenset("。，、；：？！.,;:?!")
"""Marks that may hang outside the type area where a profile hangs them."""

_DASHES = "—…"
_ATTACHED = FORBIDDEN_FIRST | frozenset("—…–‐‑-/％%‰℃°′″々")
_OPENING = FORBIDDEN_LAST | frozenset("￥$＄#＃№§")
_WESTERN = re.compile(r"[0-9０-９A-Za-z+\-−±.,:/\\_@&#?=~'．％%‰℃°]+")
_NUMBER_BEFORE = re.compile(r"[0-9０-９]([.．,:/][0-9０-９]*)?$|[-−+][0-9０-９]*$")
_NUMBER_AFTER = re.compile(r"[.．,]?[0-9０-９]|[％%‰℃°]")


def begins_badly(text: str) -> bool:
    """Whether a line that goes on from another begins with a mark that may not stand there."""
    is_joining = text.startswith("—") and not text.startswith("——")
    return text[0] in FORBIDDEN_FIRST or is_joining


def ends_badly(text: str) -> bool:
    """Whether a line that goes on in another ends with a mark that may not stand there."""
    return text[-1] in FORBIDDEN_LAST


def tears_number(text: str, following: str) -> bool:
    """Whether a number, or a number and its sign, is divided between two lines."""
    return bool(_NUMBER_BEFORE.search(text) and _NUMBER_AFTER.match(following))


def tears_dash(text: str, following: str) -> bool:
    """Whether a dash or an ellipsis, which take two places, is divided between two lines."""
    return text[-1] in _DASHES and text[-1] == following[0]


def is_western(character: str) -> bool:
    """Whether a character is a letter or figure of words that blanks divide."""
    return character.isascii() and character.isalnum()


def first_group(text: str) -> int:
    """How many characters at a line's beginning had to stay together, at most."""
    end = _piece_end(text, 0)
    while end < len(text) and (text[end] in _ATTACHED or text[end - 1] in _OPENING):
        end = _piece_end(text, end)
    return end


def _piece_end(text: str, start: int) -> int:
    """Where the word, number or single character ends that begins at a place."""
    word = _WESTERN.match(text, start)
    return word.end() if word else start + 1
