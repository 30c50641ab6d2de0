"""One block of a document becomes strips. Nothing here knows of other blocks or of pages."""

from dataclasses import replace
from typing import assert_never

from exporters.layout.attachment_list import attachment_list_strips
from exporters.layout.ending import signature_strips
from exporters.layout.paragraph import Setting, Shape, set_paragraph
from exporters.layout.strip import Strip, blank_strips, grid_strips
from exporters.layout.table import table_strips
from exporters.layout.title import set_title
from exporters.layout.units import Span
from exporters.profile import Profile, Style
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


def block_strips(block: Block, profile: Profile) -> tuple[Strip, ...]:
    """The strips of one block, with the blank lines that belong to it."""
    styles = profile.styles
    match block:
        case Title(text):
            return _title(text, profile)
        case StageMark(text):
            return _centred(text, styles.stage_mark, profile)
        case Addressees(text):
            return _flowing((Span(text, styles.body),), profile, indent_characters=0)
        case Heading(level, number, title, text):
            return _heading(Span(number + title, styles.heading(level)), Span(text, styles.body), profile)
        case Paragraph(text):
            return _flowing((Span(text, styles.body),), profile)
        case AttachmentList():
            return attachment_list_strips(block, profile) if block.titles else ()
        case Signature():
            return signature_strips(block, profile) if block.organs or block.date else ()
        case Note(text):
            return _flowing((Span(f"（{text}）" if text.strip() else "", styles.body),), profile)
        case AttachmentStart(number, title):
            return _attachment_start(number, title, profile)
        case Table():
            return table_strips(block, profile)
        case _:
            assert_never(block)


def _flowing(
    spans: tuple[Span, ...], profile: Profile, indent_characters: float | None = None
) -> tuple[Strip, ...]:
    """A paragraph of the body: first line indented, every full line flush on both sides (§7.3.3)."""
    indent = profile.body.indent_characters if indent_characters is None else indent_characters
    squeeze = profile.cell_pt / profile.styles.body.size_pt
    shape = Shape(
        profile.text_width_pt,
        first_indent_pt=indent * profile.cell_pt,
        squeeze=squeeze,
        hanging=profile.line_breaking.hanging,
    )
    return grid_strips(set_paragraph(_trimmed(spans), shape), profile)


def _heading(words: Span, text: Span, profile: Profile) -> tuple[Strip, ...]:
    """A heading is never the last on its page: its lines keep what follows, up to the line its text begins in."""
    strips = _flowing((words, text), profile)
    kept, reached = 0, 0
    while kept < len(strips) and reached <= len(words.text.strip()):
        reached += sum(len(placed.line.text) for placed in strips[kept].lines)
        kept += 1
    kept -= bool(text.text.strip()) and reached > len(words.text.strip())
    return (*(replace(strip, keeps_next=True) for strip in strips[:kept]), *strips[kept:])


def _trimmed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without the blanks that were typed to indent the paragraph."""
    return (replace(spans[0], text=spans[0].text.lstrip()), *spans[1:])


def _title(text: str, profile: Profile) -> tuple[Strip, ...]:
    lines = set_title(text, profile.styles.title, profile.text_width_pt)
    return grid_strips(lines, profile, profile.title.grid_lines)


def _centred(text: str, style: Style, profile: Profile) -> tuple[Strip, ...]:
    shape = Shape(profile.text_width_pt, setting=Setting.CENTER)
    return grid_strips(set_paragraph((Span(text, style),), shape), profile)


def _attachment_start(number: int | None, title: str, profile: Profile) -> tuple[Strip, ...]:
    """附件N flush left on the first line of a new page, the title centred from the third on (§7.3.7)."""
    mark = f"附件{number or ''}"
    shape = Shape(profile.text_width_pt, setting=Setting.LEFT)
    lines = set_paragraph((Span(mark, profile.styles.attachment_mark),), shape)
    (first,) = grid_strips(lines, profile)
    between = blank_strips(profile.attachment.title_line - 2, profile)
    below = blank_strips(profile.attachment.blank_lines_below_title, profile) if title.strip() else ()
    return (replace(first, starts_page=True), *between, *_title(title, profile), *below)
