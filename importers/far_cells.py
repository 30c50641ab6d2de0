"""Cells far from the table: python-calamine allots the whole box between a sheet's first cell and its last, and ends
the whole program where one stands a million rows away from the others."""

import re
import zipfile

from importers.package import opened_package

_DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="(?:[A-Z]+\d+:)?([A-Z]+)(\d+)"')
_FILLED = re.compile(rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"[^>/]*>\s*<[^/]')
_BEGINNING = 1024
_MOST_CELLS = 500_000
"""In the box from the first cell to the last: the table of figures has some thousand."""


def has_far_cells(content: bytes) -> bool:
    """Whether a sheet of a workbook holds something so far away. Raises DamagedError."""
    with opened_package(content) as package:
        return any(_is_far(package, part) for part in package.infolist())


def _is_far(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if "worksheets/sheet" not in part.filename.lower():
        return False
    with package.open(part) as stream:
        claimed = _DIMENSION.search(stream.read(_BEGINNING))
    # Formats alone may reach to the last row; only filled cells matter, and looking for them takes longer.
    if claimed and column_number(claimed[1]) * int(claimed[2]) <= _MOST_CELLS:
        return False
    return _filled_cells(package.read(part)) > _MOST_CELLS


def _filled_cells(sheet: bytes) -> int:
    """The size of the box around the cells that hold something."""
    filled = [(column_number(match[1]), int(match[2])) for match in _FILLED.finditer(sheet)]
    return max((column for column, _ in filled), default=0) * max((row for _, row in filled), default=0)


def column_number(letters: bytes) -> int:
    """A column's number, from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
