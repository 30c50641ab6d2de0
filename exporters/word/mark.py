"""发文机关标志 in Word: one line, or organs spread over one width, their suffix beside them (GB/T 9704-2012 §7.2.4)."""

from collections.abc import Iterator, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.characters import printable
from exporters.layout.strip import PlacedLine
from exporters.profile import Profile
from exporters.word import styles
from exporters.word.measures import TWIPS, cell_margins, exact_lines
from exporters.word.stack import Stack
from exporters.word.xml import aligned, element, paragraph, switch, text_run
from models.document import Masthead

_SLACK = 0.03
"""Share of their width that spread characters are narrower than in the layout: one that finds no room goes to a line of
its own, and the room between them takes up what is left."""


def mark_parts(
    lines: Sequence[PlacedLine], masthead: Masthead, page: Profile, stack: Stack
) -> Iterator[BaseOxmlElement]:
    """The mark's paragraph, or the table that holds several organs and their suffix."""
    if not lines:
        return
    count = sum(bool(organ.strip()) for organ in masthead.organs)
    organs, suffix = (lines, ()) if count == 1 else (lines[:count], lines[count:])
    rooms = [stack.put(placed.baseline_pt, _height(placed, page)) for placed in organs]
    if count == 1:
        yield from (_line(placed, page, room) for placed, room in zip(lines, rooms, strict=True))
        return
    spread = [
        _line(placed, page, room, aligned("distribute"), slack=_SLACK)
        for placed, room in zip(organs, rooms, strict=True)
    ]
    cells = [_cell(spread, _width(organs[0]))]
    if suffix:
        # The same room above on both sides of the middle: the suffix is centred on the organs, not on the cell.
        beside = _line(suffix[0], page, rooms[0], aligned("right"))
        gap = suffix[0].line.left_pt - organs[0].line.right_pt
        cells.append(_cell([beside], _width(suffix[0]) + round(gap * TWIPS)))
    yield _table(cells)


def _height(placed: PlacedLine, page: Profile) -> int:
    return round(placed.line.size_pt * page.masthead.joint_leading * TWIPS)


def _width(placed: PlacedLine) -> int:
    return round((placed.line.right_pt - placed.line.left_pt) * TWIPS)


def _line(
    placed: PlacedLine, page: Profile, room: int, *properties: BaseOxmlElement, slack: float = 0.005
) -> BaseOxmlElement:
    """A line of the mark in its size, its characters narrowed where the layout narrows them."""
    run = placed.line.runs[0]
    half_points = int(run.size_pt * 2)
    letters = [element("sz", val=half_points), element("szCs", val=half_points)]
    if run.narrowing < 1 or slack == _SLACK:
        letters.append(element("w", val=int((run.narrowing - slack) * 100)))
    lines = exact_lines(_height(placed, page), above=room)
    text = text_run(printable(placed.line.text), properties=letters)
    return paragraph(styles.MARK, text, properties=[lines, *properties])


def _cell(paragraphs: Sequence[BaseOxmlElement], width: int) -> BaseOxmlElement:
    shape = element("tcPr", element("tcW", w=width, type="dxa"), element("vAlign", val="center"))
    return element("tc", shape, *paragraphs)


def _table(cells: Sequence[BaseOxmlElement]) -> BaseOxmlElement:
    """One row without rules, in the middle of the type area."""
    widths = [int(width) for cell in cells for width in cell.xpath("w:tcPr/w:tcW/@w:w")]
    properties = element(
        "tblPr",
        element("tblW", w=sum(widths), type="dxa"),
        element("jc", val="center"),
        element("tblLayout", type="fixed"),
        cell_margins(0, 0),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    row = element("tr", element("trPr", switch("cantSplit", True)), *cells)
    return element("tbl", properties, grid, row)
