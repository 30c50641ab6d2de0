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
        """Which of the figure's amounts is shown: ``""`` this year's, ``last`` last year's."""
        return self.target.partition(".")[2]

    @property
    def token(self) -> str:
        """The link as stored."""
        return f"{{{{{self.target}}}}}"


def parts(stored: str) -> Iterator[str | Link]:
    """The stored text as plain runs and links, in order."""
    at = 0
    for match in _TOKEN.finditer(stored):
        if match.start() > at:
            yield stored[at : match.start()]
        yield Link(match[1]) if match[1] else "{{"
        at = match.end()
    if at < len(stored):
        yield stored[at:]


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
