"""What was taken out of a text and what was put in, word for word."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


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


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """The runs that make `new` out of `old`: without the inserted ones they are `old`, without the deleted `new`."""
    runs = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run(old[a:b], Kind.EQUAL))
            continue
        runs += [
            Run(text, kind) for text, kind in ((old[a:b], Kind.DELETED), (new[c:d], Kind.INSERTED)) if text
        ]
    return tuple(runs)
