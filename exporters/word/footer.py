"""Footers of the Word file: page number and version line, on upright pages and on pages turned for a wide table."""

from collections.abc import Iterable, Iterator
from enum import Enum

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.profile import Profile
from exporters.word import styles
from exporters.word.measures import (
    TWIPS,
    cell_margins,
    exact_lines,
    footer_distance,
    footer_fill,
    trace_distance,
    trace_line,
    twips,
)
from exporters.word.xml import aligned, element, page_field, paragraph, switch, text_run


class FooterKind(Enum):
    """The footers of a kind of page: the parts of the file for odd and even pages."""

    UPRIGHT = ("footer1", "footer2")
    TURNED = ("footer3", "footer4")
    UNNUMBERED = ("footer5", "footer5")

    @property
    def parts(self) -> tuple[str, str]:
        """The names of its two parts."""
        return self.value


def foot_distance(page: Profile, has_trace: bool) -> int:
    """From the paper's edge to the foot of the footer's lowest line, in twips."""
    return trace_distance(page) if has_trace else footer_distance(page)


def footers(page: Profile, trace: str, kinds: Iterable[FooterKind]) -> Iterator[tuple[str, BaseOxmlElement]]:
    """The parts of some kinds by name."""
    for kind in kinds:
        sides = zip(kind.parts, (styles.ODD_FOOTER, styles.EVEN_FOOTER), strict=True)
        for name, style in dict(sides).items():
            yield name, element("ftr", *_lines(kind, style, page, trace))


def _lines(kind: FooterKind, style: str, page: Profile, trace: str) -> Iterator[BaseOxmlElement]:
    if kind is FooterKind.TURNED:
        yield from _turned(style, page, trace)
    elif kind is FooterKind.UPRIGHT:
        yield paragraph(style, *_number(), properties=_above_trace(page) if trace else ())
        if trace:
            yield _trace(style, trace)
    else:
        height = trace_line(page)
        above = footer_fill(page, foot_distance(page, bool(trace)), height)
        yield _trace(styles.EVEN_FOOTER, trace, exact_lines(height, above))


def _number() -> list[BaseOxmlElement]:
    """— 1 — (§7.5)."""
    return [text_run("— "), *page_field(), text_run(" —")]


def _above_trace(page: Profile) -> list[BaseOxmlElement]:
    """The number's line keeps its place above the line of the version."""
    height = round(page.styles.page_number.size_pt * TWIPS)
    below = footer_distance(page) - trace_distance(page) - trace_line(page)
    above = footer_fill(page, footer_distance(page), height)
    return [exact_lines(height, above, max(0, below))]


def _trace(style: str, trace: str, *properties: BaseOxmlElement) -> BaseOxmlElement:
    """The version in small type on the inner side of the sheet."""
    return paragraph(
        styles.TRACE,
        *([text_run(trace)] if trace else []),
        properties=[aligned("left" if style == styles.ODD_FOOTER else "right"), *properties],
    )


def _turned(style: str, page: Profile, trace: str) -> Iterator[BaseOxmlElement]:
    """Where they stand on an upright sheet, which here lies on its side: its foot is the left edge (§8).

    Tables of one cell, because Word can turn the text of a cell and not that of a paragraph.
    """
    number = round(page.styles.page_number.size_pt * TWIPS)
    middle = page.margins_mm.bottom - page.page_number.below_mm
    line = paragraph(style, *_number(), properties=[exact_lines(number)])
    yield _on_its_side(line, twips(middle) - number // 2, number, page)
    if trace:
        height = trace_line(page)
        yield _on_its_side(_trace(style, trace), trace_distance(page), height, page)
    yield paragraph(styles.TRACE)


def _on_its_side(line: BaseOxmlElement, left: int, thickness: int, page: Profile) -> BaseOxmlElement:
    """A line of text that runs down along the left edge, as long as the upright page's type area is wide."""
    length = twips(page.paper_mm.width) - twips(page.margins_mm.left) - twips(page.margins_mm.right)
    properties = element(
        "tblPr",
        element(
            "tblpPr",
            leftFromText=0,
            rightFromText=0,
            vertAnchor="page",
            horzAnchor="page",
            tblpX=left,
            tblpY=twips(page.margins_mm.left),
        ),
        element("tblOverlap", val="never"),
        element("tblW", w=thickness, type="dxa"),
        element("tblLayout", type="fixed"),
        cell_margins(0, 0),
    )
    height = element("trPr", switch("cantSplit", True), element("trHeight", val=length, hRule="exact"))
    shape = element("tcPr", element("tcW", w=thickness, type="dxa"), element("textDirection", val="tbRl"))
    return element(
        "tbl",
        properties,
        element("tblGrid", element("gridCol", w=thickness)),
        element("tr", height, element("tc", shape, line)),
    )
