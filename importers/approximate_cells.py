"""Which amounts of an office's workbook are approximate: 约, 余 and the like stand in the number format of the cell.

python-calamine tells no formats and openpyxl takes a fifth of a second for a workbook. So the formats are looked up in
the package itself (ECMA-376 part 1, §§18.2.19, 18.3.1.4, 18.8.30, 18.8.45), and only where figures contradict each
other.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree

from importers.far_cells import column_number
from importers.package import DamagedError, opened_package
from models.quantity import APPROXIMATE

_WORDS = re.compile("|".join(APPROXIMATE))
_CELL = re.compile(rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"[^>]*? s="(\d+)"')
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TARGET = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Place = tuple[int, int]
"""Row and column, from 0."""


def approximate_cells(path: Path, sheet: str) -> frozenset[Place]:
    """The cells of a sheet that are formatted as approximate; none where the file cannot be read so."""
    try:
        with opened_package(path.read_bytes()) as package:
            looks = set(_approximate_looks(package))
            return frozenset(_formatted(package.read(_part(package, sheet)), looks)) if looks else frozenset()
    except (OSError, DamagedError, ElementTree.ParseError):
        return frozenset()


def _approximate_looks(package: zipfile.ZipFile) -> Iterator[bytes]:
    """The numbers of the cell formats whose number format has a word for about so much."""
    styles = ElementTree.fromstring(package.read("xl/styles.xml"))
    about = {
        one.get("numFmtId")
        for one in styles.iter(f"{_MAIN}numFmt")
        if _WORDS.search(one.get("formatCode", ""))
    }
    formats = styles.find(f"{_MAIN}cellXfs")
    for number, one in enumerate([] if formats is None else formats):
        if one.get("numFmtId") in about:
            yield str(number).encode()


def _part(package: zipfile.ZipFile, sheet: str) -> str:
    """The name of the part that holds a sheet."""
    workbook = ElementTree.fromstring(package.read("xl/workbook.xml"))
    target = next(
        (one.get(_TARGET) for one in workbook.iter(f"{_MAIN}sheet") if one.get("name") == sheet), ""
    )
    relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    place = next((one.get("Target", "") for one in relations if one.get("Id") == target), "")
    return normpath(join("/xl", place)).lstrip("/")


def _formatted(content: bytes, looks: set[bytes]) -> Iterator[Place]:
    for column, row, look in _CELL.findall(content):
        if look in looks:
            yield int(row) - 1, column_number(column) - 1
