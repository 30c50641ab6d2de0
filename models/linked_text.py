"""Texts with linked figures, as stored: ``行政复议申请{{fy_apply}}件``.

A link is ``{{id}}``, id being ``[a-z][a-z0-9_.]*``; the part behind a dot asks for another face of the figure
(``{{fy_apply.last}}``). Two opening braces that are ordinary text are stored as ``{{}}``. Everything else
stands for itself, so any text can be stored and read back.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"\{\{([a-z][a-z0-9_.]*|)\}\}")


@dataclass(frozen=True, slots=True)
class Link:
    """A place in a text that shows a figure."""

    target: str

    @property
    def figure(self) -> str:
        """The indicator's id, without the face asked for."""
        return self.target.partition(".")[0]

    @property
    def face(self) -> str:
        """What of the figure is shown: ``""`` this year's amount, ``last`` last year's; more in `models.link_words`."""
        return self.target.partition(".")[2]

    @property
    def token(self) -> str:
        """The link as stored."""
        return f"{{{{{self.target}}}}}"


def parts(stored: str) -> Iterator[str | Link]:
    """The stored text as plain runs and links, in order."""
    yield from (part for _, part in _placed_parts(stored))


def _placed_parts(stored: str) -> Iterator[tuple[int, str | Link]]:
    """Each part with the place in the stored text where it begins."""
    at = 0
    for match in _TOKEN.finditer(stored):
        if match.start() > at:
            yield at, stored[at : match.start()]
        yield match.start(), Link(match[1]) if match[1] else "{{"
        at = match.end()
    if at < len(stored):
        yield at, stored[at:]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text: what is printed, from which place on as printed and as stored; `link` if it is one."""

    printed: str
    at: int
    stored_at: int
    link: Link | None = None

    @property
    def stop(self) -> int:
        """The printed place behind it."""
        return self.at + len(self.printed)


def pieces(stored: str, show: Callable[[Link], str]) -> Iterator[Piece]:
    """The stored text run by run, each with its places as printed and as stored."""
    at = 0
    for stored_at, part in _placed_parts(stored):
        piece = (
            Piece(show(part), at, stored_at, part) if isinstance(part, Link) else Piece(part, at, stored_at)
        )
        yield piece
        at = piece.stop


def escape(text: str) -> str:
    """An ordinary text as stored: its double braces do not become links."""
    return text.replace("{{", "{{}}")


def surface(stored: str, show: Callable[[Link], str]) -> str:
    """The text as printed, each link filled in by `show`."""
    return "".join(show(part) if isinstance(part, Link) else part for part in parts(stored))


def relinked(stored: str, typed: str, show: Callable[[Link], str]) -> str:
    """A text retyped where links cannot be seen, as stored: a link stays where its amount still stands."""
    pieces, rest = [], typed
    for link in links(stored):
        found = re.search(rf"(?<![\d.]){re.escape(show(link))}(?![\d.]*\d)", rest)
        if found:
            pieces += [escape(rest[: found.start()]), link.token]
            rest = rest[found.end() :]
    return "".join((*pieces, escape(rest)))


def links(stored: str) -> tuple[Link, ...]:
    """The links of a stored text, in order."""
    return tuple(part for part in parts(stored) if isinstance(part, Link))


def blanked(stored: str) -> str:
    """The stored text with a blank for every character of its links: places in it are places in the text."""
    return _TOKEN.sub(lambda match: "\0" * len(match[0]), stored)
