"""Blocks of cells that travel between the figures and a spreadsheet by the clipboard."""

import csv
import io
from collections.abc import Sequence


def cells_of(text: str) -> list[list[str]]:
    """A copied block as rows of cells: tabs between cells, a cell with line ends or tabs is quoted."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    return [row or [""] for row in csv.reader(io.StringIO(lines, newline=""), dialect="excel-tab")]


def text_of(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells as spreadsheets take them."""
    stream = io.StringIO()
    csv.writer(stream, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return stream.getvalue()
