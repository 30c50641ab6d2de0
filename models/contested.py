"""Places that both of two states of a report changed: content keys as differences that people can read."""

from collections.abc import Collection, Iterator

from models.comparison import compare
from models.content import from_content, to_content
from models.difference import Deed, Difference
from models.report import ATTACHMENTS, Report

_UNPRINTED = "不印在纸上的内容"
_PARTS = {"preamble": "", "attachments": ATTACHMENTS, "own_indicators": "figures"}


def contested_places(here: Report, there: Report, keys: Collection[str]) -> tuple[Difference, ...]:
    """What differs under these content keys (`models.content.contested_keys`), from `here` to `there`.

    Sentences that only show a contested amount are left out: the amount itself is among them.
    """
    if not keys:
        return ()
    wanted = {_part(key) for key in keys}
    found = tuple(one for one in compare(here, _taken(here, there, keys)) if one.section in wanted)
    return found or tuple(_unprinted())


def _taken(here: Report, there: Report, keys: Collection[str]) -> Report:
    """`here` with what stands under these keys there."""
    content, theirs = dict(to_content(here)), to_content(there)
    for key in keys:
        content.pop(key, None)
        if key in theirs:
            content[key] = theirs[key]
    return from_content(content)


def _part(key: str) -> str:
    """The "section" of a difference (`models.difference`) under which a content key's differences stand."""
    piece, dot, name = key.partition(".")
    if dot:
        return {"letterhead": "letterhead", "figure": "figures"}.get(piece, name)
    return _PARTS.get(key, "report")


def _unprinted() -> Iterator[Difference]:
    yield Difference("report", (), Deed.CHANGED, "", "", _UNPRINTED)
