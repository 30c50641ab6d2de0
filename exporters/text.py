"""Document → plain text as an office pastes it into its website: a paragraph a line, UTF-8."""

from collections.abc import Iterator
from typing import BinaryIO, assert_never

from exporters.characters import in_one_line, printable
from exporters.profile import Profile
from models.document import (
    Addressees,
    AttachmentList,
    AttachmentStart,
    Block,
    Document,
    Group,
    Heading,
    Imprint,
    Masthead,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Table,
    Title,
)


def write(document: Document, stream: BinaryIO, _rules: Profile | None = None) -> None:
    """The paper as UTF-8."""
    stream.write(as_text(document).encode())


def as_text(document: Document) -> str:
    """The paper as lines that end in a line feed and never in a blank."""
    texts = (
        *masthead_lines(document.masthead),
        *(text for block in document.blocks for text in _texts(document, block)),
    )
    lines = (
        line for text in (*texts, *imprint_lines(document.imprint)) for line in printable(text).split("\n")
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def masthead_lines(masthead: Masthead) -> Iterator[str]:
    """The document number only: the rest of the masthead belongs on paper, not on a website."""
    if masthead.doc_number:
        yield masthead.doc_number


def imprint_lines(imprint: Imprint) -> Iterator[str]:
    """Who gets a copy, then who printed it and when."""
    if imprint.copies:
        yield f"抄送：{'，'.join(imprint.copies)}。"
    if imprint.printed_by or imprint.printed_on:
        printed_on = f"{imprint.printed_on}印发" if imprint.printed_on else ""
        yield " ".join(filter(None, (imprint.printed_by, printed_on)))


def _texts(document: Document, block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield document.title
        case StageMark(text) | Addressees(text) | Paragraph(text):
            yield text
        case Heading(_, number, title, text):
            yield f"{number}{title}{text}"
        case AttachmentList(titles):
            yield from attachment_list(titles)
        case Signature(organs, date):
            yield from (*organs, date) if date else organs
        case Note(text):
            yield f"（{text}）"
        case AttachmentStart(number, title):
            yield from ("", f"附件{number or ''}", title)
        case Table():
            yield from _table(block)
        case _:
            assert_never(block)


def attachment_list(titles: tuple[str, ...]) -> Iterator[str]:
    """附件：1. … one line each; a single attachment has no number."""
    if len(titles) == 1:
        yield f"附件：{titles[0]}"
        return
    for number, title in enumerate(titles, start=1):
        yield f"{'附件：' if number == 1 else ''}{number}.{title}"


def _table(table: Table) -> Iterator[str]:
    yield table.title
    yield _row(column.title for column in table.columns)
    for row in table.rows:
        yield in_one_line(row.title) if isinstance(row, Group) else _row(cell.text for cell in row)


def _row(texts: Iterator[str]) -> str:
    return "\t".join(in_one_line(text) for text in texts)
