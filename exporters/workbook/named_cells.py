"""Where each amount stands in the workbook: named cells, by which every sheet's formulas ask for it."""

import re

from xlsxwriter.utility import xl_rowcol_to_cell

from exporters.workbook.book import Book
from models.target import Target

_NOT_IN_NAMES = re.compile(r"\W")


class Places:
    """The cells of amounts by target (``fy_apply``, ``fy_apply.last``), each named in the workbook once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._names: dict[str, str] = {}

    def put(self, target: str, sheet: str, row: int, column: int) -> None:
        """Name the cell (from 0) that holds an amount, unless another holds it already."""
        if not target or target in self._names:
            return
        name = cell_name(target)
        cell = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
        self._book.workbook.define_name(name, f"='{sheet}'!{cell}")
        self._names[target] = name

    def __contains__(self, target: str) -> bool:
        return target in self._names

    def name(self, target: str) -> str:
        """The name of an amount's cell. Raises KeyError where it stands nowhere."""
        return self._names[target]


def cell_name(target: str) -> str:
    """The name of an amount's cell: 本年_fy_apply. A Chinese word before the id keeps it from looking like a cell."""
    found = Target.parse(target)
    return f"{found.year}_{_NOT_IN_NAMES.sub('_', found.indicator)}"
