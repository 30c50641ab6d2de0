"""The styles of what stands around the text: masthead, imprint, page number, and the small line below it."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.profile import Profile
from exporters.word import styles
from exporters.word.measures import (
    TWIPS,
    exact_lines,
    footer_distance,
    footer_fill,
    line_pitch,
    own_indent,
    trace_line,
)
from exporters.word.style import character_style, lettering, off_grid, paragraph_style
from exporters.word.xml import aligned


def frame_styles(page: Profile) -> Iterator[BaseOxmlElement]:
    """All of them."""
    yield from _masthead(page)
    yield from _imprint(page)
    yield from _footers(page)


def _masthead(page: Profile) -> Iterator[BaseOxmlElement]:
    """Lines of exact height beside the grid: where each stands is said in its paragraph."""
    known, pitch = page.styles, line_pitch(page)
    for name, style in (
        (styles.COPY_NUMBER, known.copy_number),
        (styles.SECRECY, known.secrecy),
        (styles.URGENCY, known.urgency),
        (styles.DOC_NUMBER, known.doc_number),
    ):
        parts = (off_grid(), exact_lines(pitch), aligned("left"))
        yield paragraph_style(name, *parts, type_=lettering(page, style))
    yield character_style(styles.SIGNATORY, lettering(page, known.signatory))
    mark = known.mark
    yield paragraph_style(
        styles.MARK,
        *(
            off_grid(),
            exact_lines(round(mark.size_pt * page.masthead.joint_leading * TWIPS)),
            aligned("center"),
        ),
        type_=lettering(page, mark, page.masthead.colour),
    )


def _imprint(page: Profile) -> Iterator[BaseOxmlElement]:
    """Lines of the same height as the layout's; indents depend on the words and stand in the paragraphs."""
    style = page.styles.imprint
    height = round(style.size_pt * page.imprint.leading * TWIPS)
    for name, side in ((styles.COPIES, "both"), (styles.PRINTED, "left")):
        parts = (off_grid(), exact_lines(height), aligned(side))
        yield paragraph_style(name, *parts, type_=lettering(page, style))


def _footers(page: Profile) -> Iterator[BaseOxmlElement]:
    """The page number's lines: as high as their type, one of its characters from the edge (§7.5)."""
    number = page.styles.page_number
    count = page.page_number.indent_characters
    yield paragraph_style("footer", builtin="Footer")
    for name, side in ((styles.ODD_FOOTER, "right"), (styles.EVEN_FOOTER, "left")):
        edge = own_indent(number, **{side: count})
        height = round(number.size_pt * TWIPS)
        lines = exact_lines(height, above=footer_fill(page, footer_distance(page), height))
        parts = (off_grid(), lines, edge, aligned(side))
        yield paragraph_style(name, *parts, type_=lettering(page, number), based_on="Footer")
    trace = page.styles.trace
    line = exact_lines(trace_line(page))
    yield paragraph_style(
        styles.TRACE, off_grid(), line, aligned("left"), type_=lettering(page, trace), based_on="Footer"
    )
