"""A table as Word and WPS keep it: fixed columns said in the grid and in every cell, the head on every page."""

from itertools import accumulate, pairwise

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.characters import printable
from exporters.layout.columns import column_widths
from exporters.profile import Profile
from exporters.word import styles
from exporters.word.measures import text_width
from exporters.word.xml import element, paragraph, switch, text_run
from models.document import Group, Table


def table(page: Profile, block: Table) -> BaseOxmlElement:
    """The table, as wide as the type area."""
    widths = _rounded(column_widths(block, page), text_width(page))
    properties = element(
        "tblPr",
        element("tblStyle", val=styles.TABLE),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
    )
    head = [
        _cell(column.title, styles.TABLE_HEAD, width)
        for column, width in zip(block.columns, widths, strict=True)
    ]
    rows = [_row(head, switch("tblHeader", True))]
    for row in block.rows:
        if isinstance(row, Group):
            rows.append(_row([_group(row, widths)]))
            continue
        texts = [cell.text for cell in row[: len(widths)]] + [""] * (len(widths) - len(row))
        cells = zip(texts, block.columns, widths, strict=True)
        rows.append(
            _row([_cell(text, styles.TABLE_TEXT[column.align], width) for text, column, width in cells])
        )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, grid, *rows)


def _rounded(points: tuple[float, ...], whole: int) -> list[int]:
    """The layout's columns as parts of the whole in twips, rounded so that they add up to it."""
    total = sum(points)
    ends = accumulate(points, initial=0.0)
    return [right - left for left, right in pairwise(round(end / total * whole) for end in ends)]


def _row(cells: list[BaseOxmlElement], *properties: BaseOxmlElement) -> BaseOxmlElement:
    return element("tr", element("trPr", switch("cantSplit", True), *properties), *cells)


def _group(group: Group, widths: list[int]) -> BaseOxmlElement:
    """A cell across the table that stays on the page of the row below it."""
    span = element("gridSpan", val=len(widths))
    return _cell(group.title, styles.TABLE_GROUP, sum(widths), span)


def _cell(text: str, style: str, width: int, *properties: BaseOxmlElement) -> BaseOxmlElement:
    middle = element("vAlign", val="center")
    shape = element("tcPr", element("tcW", w=width, type="dxa"), *properties, middle)
    return element("tc", shape, paragraph(style, text_run(printable(text))))
