"""Texts as an editor counts them: a UTF-16 unit is one atom and a link is one, whatever number it shows.

Stored texts, undo steps and comparisons use atom positions, which a changed figure does not move. Links are
private characters above every UTF-16 unit, so no text can contain one by accident; which character stands for
which link is known to an `Alphabet` and nowhere stored.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.linked_text import Link, escape, parts

FORBIDDEN = dict.fromkeys([0x0000, 0xFFFC, 0xFDD0, 0xFDD1])
"""For str.translate: characters that Qt's text documents give a meaning of their own."""

_FIRST_LINK = 0xF0000
_LINK = re.compile("([\U000f0000-\U0010ffff])")
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_CLAUSE_END = "，。；：、！？\n"

_CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A}
_DIRECTIONS = {0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_INVISIBLE = dict.fromkeys(
    [*FORBIDDEN, *_CONTROLS, *_DIRECTIONS, 0x00AD, 0x200B, 0x200C, *range(0x2060, 0x2065), 0xFEFF]
)
_SPACES = {0x00A0: " ", 0x2007: " ", 0x202F: " ", 0x0009: " "}
_NEW_LINE = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BLANK_LINES = re.compile("\n+")
_PICTURE = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_JOINER = re.compile(f"(?<![{_PICTURE}])\u200d|\u200d(?![{_PICTURE}])")
"""A joiner that joins no two pictures: a family is drawn from several."""
_INDENT = re.compile("^(?: *\u3000[ \u3000]*|  +)", re.MULTILINE)


def units(text: str) -> str:
    """One character per UTF-16 unit, as Qt counts: 𠮷 becomes two."""
    return _WIDE.sub(lambda found: _halves(ord(found[0]) - 0x10000), text)


def whole(atoms: str) -> str:
    """The reverse of `units`, for atoms without links."""
    return atoms.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _halves(offset: int) -> str:
    return chr(0xD800 + (offset >> 10)) + chr(0xDC00 + (offset & 0x3FF))


class Alphabet:
    """Which private character stands for which link, as long as a text is open."""

    def __init__(self) -> None:
        self._targets: list[str] = []

    def atom(self, link: Link) -> str:
        """The character that stands for a link."""
        if link.target not in self._targets:
            self._targets.append(link.target)
        return chr(_FIRST_LINK + self._targets.index(link.target))

    def runs(self, atoms: str) -> Iterator[str | Link]:
        """The atoms as runs of ordinary text, whole again, and links, in order."""
        for run in _LINK.split(atoms):
            if run:
                yield Link(self._targets[ord(run) - _FIRST_LINK]) if _LINK.match(run) else whole(run)

    def parse(self, stored: str) -> str:
        """A stored text as atoms."""
        return "".join(self.atom(part) if isinstance(part, Link) else units(part) for part in parts(stored))

    def stored(self, atoms: str) -> str:
        """Atoms as stored."""
        return "".join(run.token if isinstance(run, Link) else escape(run) for run in self.runs(atoms))

    def surface(self, atoms: str, show: Callable[[Link], str]) -> str:
        """Atoms as printed, each link filled in by `show`."""
        return "".join(show(run) if isinstance(run, Link) else run for run in self.runs(atoms))


@dataclass(frozen=True, slots=True)
class Splice:
    """One change of one text: at atom `at`, `removed` made room for `inserted`."""

    at: int
    removed: str
    inserted: str

    @property
    def reverse(self) -> "Splice":
        """The change that takes this one back."""
        return Splice(self.at, self.inserted, self.removed)

    def apply(self, atoms: str) -> str:
        """The text after the change."""
        return atoms[: self.at] + self.inserted + atoms[self.at + len(self.removed) :]

    def continues(self, earlier: "Splice") -> bool:
        """Whether the clerk goes on typing, or deleting, where the earlier change stopped.

        A clause's end begins something new, so that undo takes typing back clause by clause.
        """
        if self.inserted:
            goes_on = not self.removed and self.at == earlier.at + len(earlier.inserted)
            return goes_on and bool(earlier.inserted) and earlier.inserted[-1] not in _CLAUSE_END
        return not earlier.inserted and earlier.at in (self.at, self.at + len(self.removed))


def difference(old: str, new: str) -> Splice | None:
    """The smallest single change from old to new, None for none; it never cuts a surrogate pair."""
    if old == new:
        return None
    shorter = min(len(old), len(new))
    head = _longest(shorter, lambda length: old[:length] == new[:length])
    head -= "\ud800" <= old[head - 1 : head] < "\udc00"
    tail = _longest(shorter - head, lambda length: old[len(old) - length :] == new[len(new) - length :])
    tail -= "\udc00" <= old[len(old) - tail :][:1] < "\ue000"
    return Splice(head, old[head : len(old) - tail], new[head : len(new) - tail])


def _longest(limit: int, agree: Callable[[int], bool]) -> int:
    """The greatest length up to `limit` over which two texts agree, found by halving: slices compare fast."""
    low = 0
    while low < limit:
        middle = (low + limit + 1) // 2
        low, limit = (middle, limit) if agree(middle) else (low, middle - 1)
    return low


def visible(text: str) -> str:
    """A text without what nobody can see: zero-width and control characters; every line end is one and the same."""
    return _JOINER.sub("", _NEW_LINE.sub("\n", text).translate(_INVISIBLE))


def clean(pasted: str) -> str:
    """A text from elsewhere as it may stand in a report: nothing invisible, one line end between paragraphs.

    Indents at line starts go, because the page indents paragraphs itself (GB/T 9704-2012 §7.3.3), and so does
    a line end at the very end, which Word copies along with a whole paragraph.
    """
    lines = _BLANK_LINES.sub("\n", visible(pasted).translate(_SPACES))
    return _INDENT.sub("", lines).removesuffix("\n") or lines
