"""Document → Word file (python-docx), laid out as GB/T 9704-2012 asks and to be changed style by style."""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, assert_never

import docx
from docx.oxml.xmlchemy import BaseOxmlElement

from exporters import word_styles as styles
from exporters.characters import printable
from exporters.package import finished
from exporters.profile import Profile, profile
from exporters.word_blank import blank_package
from exporters.word_ending import attachment_list, signature_lines
from exporters.word_measures import title_spacing
from exporters.word_table import table
from exporters.word_title import shaped_title
from exporters.word_xml import paragraph, switch, text_run
from models.document import (
    Addressees,
    AttachmentList,
    AttachmentStart,
    Block,
    Document,
    Heading,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Table,
    Title,
)


def write(document: Document, stream: BinaryIO, rules: Profile | None = None) -> None:
    """The paper as a Word file. Paragraphs stand in its order, none is empty, none is aligned by blanks."""
    page = rules or profile()
    file = docx.Document(blank_package(page))
    section = file.element.body.get_or_add_sectPr()
    for block, following in zip(document.blocks, (*document.blocks[1:], None), strict=False):
        for part in _parts(page, block, following):
            if "".join(part.itertext()).strip():
                section.addprevious(part)
    if document.blocks and isinstance(document.blocks[-1], Table):
        section.addprevious(paragraph(styles.TABLE_END))
    packed = BytesIO()
    file.save(packed)
    stream.write(finished(packed.getvalue(), document))


def _parts(page: Profile, block: Block, following: Block | None) -> Iterator[BaseOxmlElement]:
    """A block's paragraphs or table; what stands before a signature stays on its page (§7.3.5.5)."""
    held = (switch("keepNext", True),) if isinstance(following, Signature) else ()
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
            yield _heading(block, *held)
        case Paragraph(text):
            yield _paragraph(styles.BODY, text, *held)
        case AttachmentList(titles):
            yield from attachment_list(page, titles, held)
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
