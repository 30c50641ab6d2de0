"""版记 in Word: a table that floats at the foot of the type area, whatever stands above it (GB/T 9704-2012 §7.4)."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.characters import in_one_line
from exporters.layout.imprint import imprint_strip
from exporters.profile import Profile
from exporters.word import styles
from exporters.word.measures import TWIPS, cell_margins, own_indent, rule, text_width, twips
from exporters.word.xml import aligned, element, paragraph, switch, tab_run, text_run
from models.document import Imprint

_COPIES_LABEL = "抄送："
_PRINTED = "印发"


def imprint_table(imprint: Imprint, page: Profile) -> BaseOxmlElement | None:
    """The table, a row for the copies and one for who printed it and when; None where there is nothing to print."""
    rows = list(_rows(imprint, page))
    if not rows:
        return None
    width = text_width(page)
    properties = element(
        "tblPr",
        element(
            "tblpPr",
            leftFromText=0,
            rightFromText=0,
            vertAnchor="margin",
            # LibreOffice lets a table as wide as the type area float only where it is placed on the paper.
            horzAnchor="page",
            tblpX=twips(page.margins_mm.left),
            tblpYSpec="bottom",
        ),
        element("tblOverlap", val="never"),
        element("tblW", w=width, type="dxa"),
        element("tblLayout", type="fixed"),
        cell_margins(0, 0),
    )
    made = (_row(row, page, number == 0, number == len(rows) - 1) for number, row in enumerate(rows))
    return element("tbl", properties, element("tblGrid", element("gridCol", w=width)), *made)


def _rows(imprint: Imprint, page: Profile) -> Iterator[list[BaseOxmlElement]]:
    """The paragraphs of each row."""
    style, indent = page.styles.imprint, page.imprint.indent_characters
    copies = [name for name in map(in_one_line, imprint.copies) if name.strip()]
    if copies:
        hanging = len(_COPIES_LABEL)
        room = own_indent(style, left=indent + hanging, right=indent, hanging=hanging)
        yield [paragraph(styles.COPIES, text_run(f"{_COPIES_LABEL}{'，'.join(copies)}。"), properties=[room])]
    by, on = in_one_line(imprint.printed_by).strip(), in_one_line(imprint.printed_on).strip()
    if by or on:
        yield _printing(by, f"{on}{_PRINTED}" if on else "", _share_a_line(imprint, page), page)


def _share_a_line(imprint: Imprint, page: Profile) -> bool:
    """Whether the layout finds room for printer and date beside each other."""
    strip = imprint_strip(imprint, page)
    baselines = [placed.baseline_pt for placed in strip.lines[-2:]] if strip else []
    return len(baselines) == 2 and baselines[0] == baselines[1]


def _printing(by: str, on: str, share_a_line: bool, page: Profile) -> list[BaseOxmlElement]:
    """Who printed it on the left and when on the right, one character in; beside each other by a tab stop."""
    style, indent = page.styles.imprint, page.imprint.indent_characters
    left, right = own_indent(style, left=indent), own_indent(style, right=indent)
    if share_a_line:
        edge = text_width(page) - round(indent * style.size_pt * TWIPS)
        stop = element("tabs", element("tab", val="right", pos=edge))
        return [paragraph(styles.PRINTED, text_run(by), tab_run(), text_run(on), properties=[left, stop])]
    lines = [paragraph(styles.PRINTED, text_run(by), properties=[left])] if by else []
    if on:
        lines.append(paragraph(styles.PRINTED, text_run(on), properties=[right, aligned("right")]))
    return lines


def _row(content: list[BaseOxmlElement], page: Profile, is_first: bool, is_last: bool) -> BaseOxmlElement:
    """A row between its rules: the first and the last of the table are thicker than those between (§7.4.1)."""
    rules = page.imprint
    borders = element(
        "tcBorders",
        rule("top", rules.outer_rule_mm if is_first else rules.inner_rule_mm),
        rule("bottom", rules.outer_rule_mm if is_last else rules.inner_rule_mm),
    )
    shape = element("tcPr", element("tcW", w=text_width(page), type="dxa"), borders)
    return element("tr", element("trPr", switch("cantSplit", True)), element("tc", shape, *content))
