"""Sections of the Word file: upright pages, pages turned for a wide table, and the page of the imprint alone."""

from enum import Enum

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.profile import Profile
from exporters.word import styles
from exporters.word.footer import FooterKind, foot_distance
from exporters.word.measures import line_pitch, twips
from exporters.word.xml import element, local_name, paragraph, related, set_property


class SectionStart(Enum):
    """Where a section begins, as Word says it."""

    NEXT_PAGE = "nextPage"
    EVEN_PAGE = "evenPage"


def section(
    page: Profile, footers: FooterKind, start: SectionStart = SectionStart.NEXT_PAGE, has_trace: bool = False
) -> BaseOxmlElement:
    """Paper, margins, page numbers on both sides of the sheet, and the line grid.

    The grid counts lines only: with a grid of characters LibreOffice gives every character two cells, so the 28
    characters of a line come from the runs' spacing.
    """
    width, height = twips(page.paper_mm.width), twips(page.paper_mm.height)
    paper = element("pgSz", w=width, h=height)
    if width > height:
        paper.set(qn("w:orient"), "landscape")
    distance = foot_distance(page, has_trace)
    return element(
        "sectPr",
        *(
            related("footerReference", name, type=side)
            for side, name in zip(("default", "even"), footers.parts, strict=True)
        ),
        element("type", val=start.value),
        paper,
        element(
            "pgMar",
            top=twips(page.margins_mm.top),
            right=twips(page.margins_mm.right),
            bottom=twips(page.margins_mm.bottom),
            left=twips(page.margins_mm.left),
            header=distance,
            footer=distance,
            gutter=0,
        ),
        element("pgNumType", fmt="decimal"),
        element("cols", space=425),
        element("docGrid", type="lines", linePitch=line_pitch(page)),
    )


def closed(parts: list[BaseOxmlElement], properties: BaseOxmlElement) -> list[BaseOxmlElement]:
    """A section's paragraphs with its properties in the last one, where Word looks for them."""
    if not parts or local_name(parts[-1]) != "p":
        parts = [*parts, paragraph(styles.TABLE_END)]
    set_property(parts[-1], properties)
    return parts
