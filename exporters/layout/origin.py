"""Which words of a report a laid-out line prints: so that a page can lead to its text, and a text to its page.

Layout keeps characters in their order and drops at most blanks, so a line is found again in the words its block was
made of; nothing that breaks lines needs to know of places.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import singledispatch

from exporters.layout.strip import PlacedLine, Stretch, Strip
from models.document import (
    Addressees,
    AttachmentList,
    AttachmentStart,
    Block,
    Heading,
    Imprint,
    Masthead,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Title,
)
from models.letterhead import SEPARATOR
from models.printed_places import field_place
from models.report import Place


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that are printed, the place they come from, and from which of its characters on; words of ours come from
    none."""

    text: str
    place: Place | None = None
    starts: int = 0


def with_origins(strips: tuple[Strip, ...], block: Block) -> tuple[Strip, ...]:
    """The strips of a block, every line with the places its words come from."""
    if isinstance(block, Signature):
        return with_field_origins(strips, block) if block.place else strips
    pieces = tuple(_pieces(block))
    if not any(piece.place for piece in pieces):
        return strips
    finder = _Finder(pieces)
    return tuple(
        replace(strip, lines=tuple(replace(one, origin=finder.origin(one.line.text)) for one in strip.lines))
        for strip in strips
    )


def with_field_origins(strips: tuple[Strip, ...], block: Masthead | Signature | Imprint) -> tuple[Strip, ...]:
    """The same of words that stand anywhere in their strip: each line is looked for in the letterhead's fields."""
    fields = tuple(_fields(block))

    def known(placed: PlacedLine) -> PlacedLine:
        return replace(placed, origin=tuple(_field_stretches(placed.line.text, fields)))

    return tuple(replace(strip, lines=tuple(map(known, strip.lines))) for strip in strips)


class _Finder:
    """Finds lines in the words of their block, one after the other."""

    def __init__(self, pieces: tuple[_Piece, ...]) -> None:
        self._pieces = pieces
        self._text = "".join(piece.text for piece in pieces)
        self._reached = 0

    def origin(self, line: str) -> tuple[Stretch, ...]:
        """Where the next line comes from."""
        words = line.strip()
        start = self._text.find(words, self._reached) if words else -1
        if start < 0:
            return ()
        self._reached = start + len(words)
        return tuple(self._stretches(line.index(words), start, len(words)))

    def _stretches(self, at: int, start: int, length: int) -> Iterator[Stretch]:
        begins = 0
        for piece in self._pieces:
            ends = begins + len(piece.text)
            first, last = max(start, begins), min(start + length, ends)
            if piece.place and first < last:
                yield Stretch(piece.place, at + first - start, piece.starts + first - begins, last - first)
            begins = ends


@singledispatch
def _pieces(_block: object) -> Iterable[_Piece]:
    return ()


@_pieces.register
def _(block: Title | StageMark | Addressees | Paragraph) -> Iterable[_Piece]:
    yield _Piece(block.text, block.place)


@_pieces.register
def _(block: Note) -> Iterable[_Piece]:
    yield from (_Piece("（"), _Piece(block.text, block.place, block.starts), _Piece("）"))


@_pieces.register
def _(block: Heading) -> Iterable[_Piece]:
    yield from (_Piece(block.number), _Piece(block.title, block.place), _Piece(block.text, block.text_place))


@_pieces.register
def _(block: AttachmentList) -> Iterable[_Piece]:
    yield _Piece("附件：")
    for number, title in enumerate(block.titles, start=1):
        if len(block.titles) > 1:
            yield _Piece(f"{number}.")
        yield _Piece(title, replace(block.place, item=(number,)) if block.place else None)


@_pieces.register
def _(block: AttachmentStart) -> Iterable[_Piece]:
    yield from (_Piece(f"附件{block.number or ''}", block.place), _Piece(block.title, block.place))


_Field = tuple[Place, int, str]
"""A value of a letterhead field, and from which character of the field's text on it stands there."""


def _fields(block: Masthead | Signature | Imprint) -> Iterator[_Field]:
    match block:
        case Masthead():
            keys = ("organs", "doc_number", "signatories", "copy_number", "secrecy", "urgency")
            yield from _values(block, {key: key for key in keys})
        case Signature():
            yield from _values(block, {"organs": "organs", "date": "date", "position": "signer_position"})
        case Imprint():
            yield from _values(block, {key: key for key in ("copies", "printed_by", "printed_on")})


def _values(block: object, keys: dict[str, str]) -> Iterator[_Field]:
    for name, key in keys.items():
        value = getattr(block, name)
        at = 0
        for text in (value,) if isinstance(value, str) else value:
            if text.strip():
                yield field_place(key), at, text.strip()
            at += len(text) + len(SEPARATOR)


def _field_stretches(line: str, fields: tuple[_Field, ...]) -> Iterator[Stretch]:
    """Every value that stands in the line, or the part of a value that the line is."""
    for place, start, value in fields:
        if (at := line.find(value)) >= 0:
            yield Stretch(place, at, start, len(value))
    part = line.strip()
    for place, start, value in fields:
        if part and part != value and (at := value.find(part)) >= 0:
            yield Stretch(place, line.index(part), start + at, len(part))
