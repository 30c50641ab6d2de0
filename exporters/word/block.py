"""One block of a document becomes paragraphs of the Word file, each in the style of its kind."""

from collections.abc import Iterator
from typing import assert_never

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.characters import printable
from exporters.profile import Profile
from exporters.word import styles
from exporters.word.ending import attachment_list, signature_lines
from exporters.word.measures import spacing, title_spacing
from exporters.word.table import table
from exporters.word.title import shaped_title
from exporters.word.xml import local_name, paragraph, set_property, switch, text_run
from models.document import (
    Addressees,
    AttachmentList,
    AttachmentStart,
    Block,
    Heading,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Table,
    Title,
)


def stretch_parts(
    page: Profile, blocks: list[Block], lines_above: float = 0, begins_section: bool = False
) -> list[BaseOxmlElement]:
    """The paragraphs and tables of blocks that go through pages of one kind; nothing without a word.

    `lines_above` are grid lines to leave above the first. A section that begins a page needs no page break of its own.
    """
    parts = [
        part
        for block, following in zip(blocks, (*blocks[1:], None), strict=False)
        for part in _parts(page, block, following)
        if "".join(part.itertext()).strip()
    ]
    if lines_above and parts and local_name(parts[0]) == "p":
        _leave_above(parts[0], page, blocks, lines_above)
    if parts and begins_section:
        set_property(parts[0], switch("pageBreakBefore", False))
    return parts


def _leave_above(first: BaseOxmlElement, page: Profile, blocks: list[Block], lines: float) -> None:
    if isinstance(blocks[0], Title) and blocks[0].text.strip():
        is_close = isinstance(blocks[1] if len(blocks) > 1 else None, StageMark)
        below = 0 if is_close else page.title.blank_lines_below
        set_property(first, title_spacing(page, above=lines, below=below))
    else:
        set_property(first, spacing(page, above=lines))


def _parts(page: Profile, block: Block, following: Block | None) -> Iterator[BaseOxmlElement]:
    """A block's paragraphs or table; what stands before a signature stays on its page (§7.3.5.5)."""
    is_held = isinstance(following, Signature | AttachmentList)
    held = (switch("keepNext", True),) if is_held else ()
    match block:
        case Title(text):
            shaped, indents = shaped_title(text, page)
            close = (title_spacing(page),) if isinstance(following, StageMark) else ()
            yield _paragraph(styles.TITLE, shaped, *indents, *close)
        case StageMark(text):
            yield _paragraph(styles.STAGE_MARK, text)
        case Addressees(text):
            yield _paragraph(styles.ADDRESSEES, text)
        case Heading():
            is_whole = not block.text.strip() and not block.heads(following) and not is_held
            yield _heading(block, *held, *([switch("keepNext", False)] if is_whole else []))
        case Paragraph(text):
            yield _paragraph(styles.BODY, text, *held)
        case AttachmentList(titles):
            yield from attachment_list(page, titles, is_held)
        case Signature():
            yield from signature_lines(page, block, isinstance(following, Note))
        case Note(text):
            yield _paragraph(styles.NOTE, f"（{text}）" if text.strip() else "")
        case AttachmentStart(number, title):
            shaped, indents = shaped_title(title, page)
            yield _paragraph(styles.ATTACHMENT_MARK, f"附件{number or ''}")
            yield _paragraph(styles.ATTACHMENT_TITLE, shaped, *indents)
        case Table():
            yield _paragraph(styles.TABLE_TITLE, block.title)
            if block.columns:
                yield table(page, block)
        case _:
            assert_never(block)


def _paragraph(style: str, text: str, *properties: BaseOxmlElement) -> BaseOxmlElement:
    return paragraph(style, text_run(printable(text).strip()), properties=properties)


def _heading(block: Heading, *held: BaseOxmlElement) -> BaseOxmlElement:
    """A heading on its own, or the opening words of a paragraph in the heading's face."""
    words = f"{block.number}{block.title}"
    if not block.text.strip():
        return _paragraph(styles.heading(block.level), words, *held)
    opening = text_run(printable(words).lstrip(), styles.heading_words(block.level))
    running = text_run(printable(block.text).rstrip())
    return paragraph(styles.run_in_heading(block.level), opening, running, properties=held)
