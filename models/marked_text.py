"""A text that carries its changes with it, through everything that sets texts, to where they are drawn.

What was deleted or inserted stands between characters that Unicode keeps free for a program's own use (noncharacters,
Unicode 15.0 §23.7). Only a style that `reads_marks` takes them for marks.
"""

import re
from collections.abc import Iterator

from models.word_difference import Kind, word_runs

_MARKS = {Kind.DELETED: "\ufdd2", Kind.INSERTED: "\ufdd3", Kind.EQUAL: "\ufdd4"}
_KINDS = {mark: kind for kind, mark in _MARKS.items()}
_MARK = re.compile(f"([{''.join(_KINDS)}])")


def marked(text: str, kind: Kind) -> str:
    """A text that was deleted or inserted as a whole; nothing for no text."""
    plain = _MARK.sub("", text)
    return f"{_MARKS[kind]}{plain}{_MARKS[Kind.EQUAL]}" if plain and kind is not Kind.EQUAL else plain


def marked_difference(old: str, new: str) -> str:
    """Both texts in one, what was deleted and what was inserted marked."""
    return "".join(marked(run.text, run.kind) for run in word_runs(old, new))


def stretches(text: str) -> Iterator[tuple[str, Kind]]:
    """The text without its marks, in stretches that share one fate; none of them is empty."""
    kind = Kind.EQUAL
    for piece in _MARK.split(text):
        if piece in _KINDS:
            kind = _KINDS[piece]
        elif piece:
            yield piece, kind
