"""Document → Word file (python-docx), laid out as GB/T 9704-2012 asks and to be changed style by style."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO

import docx
from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.characters import in_one_line
from exporters.layout import lay_out
from exporters.layout.imprint import imprint_strip
from exporters.package import finished
from exporters.profile import Profile, profile
from exporters.word import styles
from exporters.word.blank import blank_package
from exporters.word.block import stretch_parts
from exporters.word.embedding import embed
from exporters.word.footer import FooterKind, footers
from exporters.word.imprint import imprint_table
from exporters.word.masthead import word_masthead
from exporters.word.section import SectionStart, closed, section
from exporters.word.style_sheet import style_sheet
from exporters.word.xml import local_name, paragraph
from models.document import AttachmentStart, Block, Document


@dataclass(frozen=True, slots=True)
class WordSection:
    """Paragraphs and tables that go through pages of one kind."""

    parts: list[BaseOxmlElement]
    footers: FooterKind
    start: SectionStart = SectionStart.NEXT_PAGE


def write(document: Document, stream: BinaryIO, rules: Profile | None = None) -> None:
    """The paper as a Word file. Paragraphs stand in its order, none is aligned by blanks or hard line breaks.

    A profile may have the characters the paper needs of its fonts in the file.
    """
    page = rules or profile()
    write_sections(word_sections(document, page), document, stream, page)


def word_sections(document: Document, page: Profile) -> list[WordSection]:
    """The paper's paragraphs and tables, by the kinds of pages they go through."""
    return _with_imprint(list(_sections(document, page)), document, page)


def write_sections(sections: list[WordSection], document: Document, stream: BinaryIO, page: Profile) -> None:
    """A Word file of these sections, with footers, styles, properties and fonts as the paper has them."""
    kinds = dict.fromkeys(one.footers for one in sections)
    trace = in_one_line(document.trace).strip()
    foot = list(footers(page, trace, kinds))
    body = list(_body(sections, page, bool(trace)))
    sheet = style_sheet(page)
    fonts = embed((*body, *(part for _, part in foot)), sheet, page.fonts) if page.word.embeds_fonts else ()
    file = docx.Document(blank_package(page, sheet, foot, fonts))
    for part in body:
        file.element.body.append(part)
    packed = BytesIO()
    file.save(packed)
    stream.write(finished(packed.getvalue(), document))


def _sections(document: Document, page: Profile) -> Iterator[WordSection]:
    masthead = word_masthead(document.masthead, page)
    above, lines = list(masthead.parts), masthead.lines_above_title
    for number, (is_wide, blocks) in enumerate(_stretches(document.blocks)):
        sheet = page.turned() if is_wide else page
        kind = FooterKind.TURNED if is_wide else FooterKind.UPRIGHT
        yield WordSection([*above, *stretch_parts(sheet, blocks, lines, begins_section=number > 0)], kind)
        above, lines = [], 0


def _stretches(blocks: tuple[Block, ...]) -> Iterator[tuple[bool, list[Block]]]:
    """Blocks with pages of one kind; a wide attachment reaches to the next attachment (§8)."""
    is_wide = False
    stretch: list[Block] = []
    for block in blocks:
        if isinstance(block, AttachmentStart) and block.is_wide != is_wide:
            if stretch:
                yield is_wide, stretch
            is_wide, stretch = block.is_wide, []
        stretch.append(block)
    yield is_wide, stretch


def _with_imprint(sections: list[WordSection], document: Document, page: Profile) -> list[WordSection]:
    """The imprint at the foot of the last page, or in a section of its own where the layout gives it a page (§7.4).

    Where a blank page comes before it, neither bears a number (§7.5).
    """
    table = imprint_table(document.imprint, page)
    if table is None:
        return sections
    anchored = [table, paragraph(styles.TABLE_END)]
    foot = lay_out(document, page).pages[-1]
    strip = imprint_strip(document.imprint, page)
    if strip and len(foot.lines) > len(strip.lines):
        *others, last = sections
        return [*others, replace(last, parts=[*_ended(last.parts), *anchored])]
    is_numbered = foot.number_line is not None
    kind = FooterKind.UPRIGHT if is_numbered else FooterKind.UNNUMBERED
    start = SectionStart.EVEN_PAGE if page.imprint.on_even_page else SectionStart.NEXT_PAGE
    # The paragraph in front begins the page: a table that floats does not, where it is the first in its section.
    return [*sections, WordSection([paragraph(styles.TABLE_END), *anchored], kind, start)]


def _body(sections: list[WordSection], page: Profile, has_trace: bool) -> Iterator[BaseOxmlElement]:
    """Everything in order; each section's properties stand at its end."""
    for one in sections:
        sheet = page.turned() if one.footers is FooterKind.TURNED else page
        properties = section(sheet, one.footers, one.start, has_trace)
        if one is sections[-1]:
            yield from _ended(one.parts)
            yield properties
        else:
            yield from closed(one.parts, properties)


def _ended(parts: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """Followed by a small paragraph where a table is the last: Word demands it, and joins tables that touch."""
    return [*parts, paragraph(styles.TABLE_END)] if parts and local_name(parts[-1]) == "tbl" else parts
