"""花脸稿: two states of a paper as one, whose texts carry what was deleted and what was inserted (`marked_text`)."""

from dataclasses import fields, replace
from itertools import zip_longest
from typing import Any, TypeVar

from models.alignment import in_order, likeness
from models.document import (
    AttachmentStart,
    Block,
    Cell,
    Document,
    Group,
    Heading,
    Imprint,
    Mark,
    Masthead,
    Paragraph,
    Table,
)
from models.marked_text import marked, marked_difference
from models.word_difference import Kind

COUNTED = "序号"
"""A column that only counts the rows is printed as it is now: one row put in would change all below it."""

_Row = tuple[Cell, ...] | Group
_Piece = TypeVar("_Piece", Block, Masthead, Imprint)


def redlined(old: Document, new: Document) -> Document:
    """The new paper with everything in its place that was in the old one and is no longer there.

    Names, title and figures are the new paper's. What counts by itself (附件2, 1. in the list of attachments) stands as
    it is counted now.
    """
    ours, theirs = old.blocks, new.blocks
    pairs = in_order(
        list(map(_key, ours)),
        list(map(_key, theirs)),
        lambda one, other: _likeness(ours[one], theirs[other]),
    )
    return replace(
        new,
        blocks=tuple(
            block
            for one, other in pairs
            for block in _blocks(None if one is None else ours[one], None if other is None else theirs[other])
        ),
        masthead=_masthead(old.masthead, new.masthead),
        imprint=_merged(old.imprint, new.imprint, new.imprint),
    )


def _key(block: Block) -> str:
    """What makes two blocks the same; a number that only counts on does not."""
    return f"{type(block).__name__}\n{_text(block)}"


def _text(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{block.title}{block.text}"
    return "\n".join(str(getattr(block, field.name)) for field in fields(block))


def _likeness(old: Block, new: Block) -> float:
    if type(old) is not type(new):
        return 0.0
    if isinstance(old, Heading | Paragraph | AttachmentStart):
        return likeness(_text(old), _text(new))
    return 1.0  # a paper has one of the kind


def _blocks(old: Block | None, new: Block | None) -> tuple[Block, ...]:
    """What is printed of a block that stands in both papers, or in one of them."""
    present = new or old
    if present is None:
        return ()
    if not isinstance(present, Table):
        return (_merged(old, new, present),)
    one = old if isinstance(old, Table) else replace(present, title="", rows=())
    other = new if isinstance(new, Table) else replace(present, title="", rows=())
    if _heads(one) == _heads(other):
        return (_table(one, other),)
    return _table(one, replace(one, title="", rows=())), _table(replace(other, title="", rows=()), other)


def _merged(old: _Piece | None, new: _Piece | None, present: _Piece) -> _Piece:
    """Its texts with their changes; what is no text, as it is present."""
    texts: dict[str, Any] = {}
    for field in fields(present):
        value = getattr(present, field.name)
        if type(value) is str:
            before, after = (getattr(one, field.name, "").lstrip() for one in (old, new))
            texts[field.name] = marked_difference(before, after)
        elif isinstance(value, tuple):
            texts[field.name] = _listed(*(getattr(one, field.name, ()) for one in (old, new)))
    return replace(present, **texts)


def _listed(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """The entries of both lists, each with its changes."""
    return tuple(
        marked_difference("" if one is None else old[one], "" if other is None else new[other])
        for one, other in in_order(old, new)
    )


def _masthead(old: Masthead, new: Masthead) -> Masthead:
    one, other = (Masthead() if head.mark is Mark.NONE else head for head in (old, new))
    return _merged(one, other, one if other.mark is Mark.NONE else other)


def _heads(table: Table) -> list[str]:
    return [column.title for column in table.columns]


def _table(old: Table, new: Table) -> Table:
    """Row by row: those with the same words belong together, whatever numbers stand in them."""
    before, after = list(map(_words, old.rows)), list(map(_words, new.rows))
    pairs = in_order(before, after)
    heads = _heads(new)
    rows = (
        _row(None if one is None else old.rows[one], None if other is None else new.rows[other], heads)
        for one, other in pairs
    )
    return Table(marked_difference(old.title, new.title), new.columns, tuple(rows))


def _words(row: _Row) -> str:
    """What a row says beside its numbers."""
    if isinstance(row, Group):
        return f"\n{row.title}"
    return "\t".join(cell.text for cell in row if cell.number is None)


def _row(old: _Row | None, new: _Row | None, heads: list[str]) -> _Row:
    if isinstance(old, Group) or isinstance(new, Group):
        return Group(marked_difference(*(one.title if isinstance(one, Group) else "" for one in (old, new))))
    return tuple(
        _cell(one, other, head)
        for one, other, head in zip_longest(old or (), new or (), heads, fillvalue=None)
    )


def _cell(old: Cell | None, new: Cell | None, head: str | None) -> Cell:
    present = new or old or Cell("")
    if old and new and head == COUNTED:
        return new
    if not new:
        return replace(present, text=marked(present.text, Kind.DELETED))
    return replace(present, text=marked_difference(old.text if old else "", new.text))
