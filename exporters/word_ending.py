"""What stands below the body in Word: the list of attachments, and the issuing organs with the date."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters import word_styles as styles
from exporters.characters import printable
from exporters.layout.ending import signature_strips
from exporters.layout.paragraph import Line
from exporters.profile import Profile
from exporters.word_measures import TWIPS, indent, spacing
from exporters.word_xml import aligned, element, paragraph, switch, tab_run, text_run
from models.document import Signature

_LABEL = "附件："
_TOLERANCE = 0.01
"""Characters."""


def attachment_list(
    page: Profile, titles: tuple[str, ...], held: tuple[BaseOxmlElement, ...]
) -> Iterator[BaseOxmlElement]:
    """附件：1.… with the titles hanging below each other (§7.3.4)."""
    for number, title in enumerate(titles, start=1):
        counted = f"{number}." if len(titles) > 1 else ""
        opening = f"{_LABEL}{counted}" if number == 1 else counted
        left = page.body.indent_characters + _width(f"{_LABEL}{counted}")
        properties = [indent(page, left=left, hanging=_width(opening))]
        if number == 1:
            properties.append(spacing(page, above=page.attachment_list.blank_lines_above))
        if number == len(titles):
            properties.extend(held)
        text = printable(f"{opening}{title}").strip()
        yield paragraph(styles.ATTACHMENT_LIST, text_run(text), properties=properties)


def signature_lines(page: Profile, signature: Signature, has_note: bool) -> Iterator[BaseOxmlElement]:
    """Organs centred over the date, the date four characters from the right (§7.3.5.1), kept on one page.

    The layout says where each stands; here that is put into indents and tabs that stay right when the clerk
    changes the words.
    """
    strips = signature_strips(signature, page) if signature.organs or signature.date else ()
    rows = [[placed.line for placed in strip.lines] for strip in strips if strip.lines]
    for number, row in enumerate(rows, start=1):
        is_last = number == len(rows)
        properties = []
        if number == 1:
            properties.append(spacing(page, above=page.signature.blank_lines_above))
        if not is_last or has_note:
            properties.append(switch("keepNext", True))
        if is_last and signature.date:
            yield _date(page, row[0], properties)
        elif len(row) == 1:
            yield _organ(page, row[0], properties)
        else:
            yield _organs_side_by_side(row, properties)


def _date(page: Profile, line: Line, properties: list[BaseOxmlElement]) -> BaseOxmlElement:
    """The date where its style has it, unless a long organ has moved it."""
    from_right = (page.text_width_pt - line.right_pt) / page.cell_pt
    if abs(from_right - page.signature.date_right_characters) > _TOLERANCE:
        properties = [*properties, indent(page, right=from_right)]
    return paragraph(styles.DATE, text_run(printable(line.text)), properties=properties)


def _organ(page: Profile, line: Line, properties: list[BaseOxmlElement]) -> BaseOxmlElement:
    """An organ in the middle of a room that has the date in its middle and ends at the right edge."""
    from_left = max(0.0, (line.left_pt + line.right_pt - page.text_width_pt) / page.cell_pt)
    return paragraph(
        styles.SIGNATURE,
        text_run(printable(line.text)),
        properties=[*properties, indent(page, left=from_left)],
    )


def _organs_side_by_side(row: list[Line], properties: list[BaseOxmlElement]) -> BaseOxmlElement:
    middles = (round((line.left_pt + line.right_pt) / 2 * TWIPS) for line in row)
    tabs = element("tabs", *(element("tab", val="center", pos=middle) for middle in middles))
    runs = (run for line in row for run in (tab_run(), text_run(printable(line.text))))
    return paragraph(styles.SIGNATURE, *runs, properties=[*properties, tabs, aligned("left")])


def _width(text: str) -> float:
    """A text's width in characters: digits and other ASCII are half as wide in the official faces."""
    return sum(0.5 if character.isascii() else 1 for character in text)
