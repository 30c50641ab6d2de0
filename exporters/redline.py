"""花脸稿 as PDF: the new paper with the deleted struck through in red and the inserted underlined in blue.

Line by line it is set as any paper. What is red and what is blue can be told apart in black and white by the lines.
"""

from dataclasses import replace
from typing import BinaryIO

from exporters import pdf
from exporters.layout import Layout, lay_out
from exporters.layout.paragraph import Setting, Shape, set_paragraph
from exporters.layout.strip import PlacedLine
from exporters.layout.units import Span
from exporters.profile import POINTS_PER_MM, Profile, profile
from models.document import Document
from models.marked_text import marked
from models.redline import redlined
from models.word_difference import Kind

_FROM_TOP_MM = 22.0
_SIZE_PT = 10.5
"""小四 would be the next larger one; two labels with their codes must find room in a line."""


def write_redline_pdf(
    old: Document, new: Document, labels: tuple[str, str], stream: BinaryIO, rules: Profile | None = None
) -> None:
    """The new paper with its changes since the old one, and above its first page what the two are called."""
    page = (rules or profile()).for_redline()
    document = replace(redlined(old, new), trace=between(labels))
    pdf.draw(_with_legend(lay_out(document, page), legend(labels), page), document, stream)


def between(labels: tuple[str, str]) -> str:
    """Which two states are compared."""
    return f"花脸稿：{labels[0]} → {labels[1]}"


def legend(labels: tuple[str, str]) -> str:
    """Which two states, and how changes look, in a text that carries its own."""
    return f"{between(labels)}　　{marked('删去的文字', Kind.DELETED)}　{marked('增加的文字', Kind.INSERTED)}"


def _with_legend(layout: Layout, text: str, page: Profile) -> Layout:
    """The pages with the legend in the first one's upper margin; it moves nothing."""
    first, *others = layout.pages
    style = replace(page.styles.table_body, size_pt=_SIZE_PT)
    lines = set_paragraph((Span(text, style),), Shape(page.text_width_pt, setting=Setting.LEFT))
    foot = _FROM_TOP_MM * POINTS_PER_MM
    placed = (
        PlacedLine(page.left_pt, foot + number * _SIZE_PT * 1.4, line)
        for number, line in enumerate(lines[:2])
    )
    return replace(layout, pages=(replace(first, lines=(*first.lines, *placed)), *others))
