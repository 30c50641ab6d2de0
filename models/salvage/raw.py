"""Rows found in the bytes of a file and its log: page by page, and byte by byte where a page is no longer one.

It needs neither the schema nor interior pages: a row is known by its shape and believed for its seal.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from models.salvage.file_format import (
    INDEX_INTERIOR,
    INDEX_LEAF,
    TABLE_INTERIOR,
    TABLE_LEAF,
    Cell,
    FormatError,
    Page,
    cells,
    kind_of,
    table_cell,
    varint,
)
from models.salvage.finds import Finds, Row, to_row
from models.salvage.log import Log
from models.sealed_rows import ReportRow

_MAGIC = b"SQLite format 3\x00"
_SIZES = tuple(1 << power for power in range(9, 17))
_USUAL_SIZE = 4096
_SEAL_TYPE = b"\x2d"
"""The serial type of a text of 16 bytes; the seal is the last column of each of our tables."""
_HEADER_LENGTHS = range(5, 25)
_LONGEST_START = 12


@dataclass(frozen=True, slots=True)
class View:
    """The pages of a file as they are at one moment: those of the file under those of its log."""

    pages: Mapping[int, bytes]

    def page(self, number: int) -> bytes:
        """A page by its number. Raises FormatError."""
        if number not in self.pages:
            raise FormatError("there is no such page")
        return self.pages[number]


def page_size(content: bytes, log: Log) -> int:
    """The size of a file's pages, the usual one where its header is gone."""
    written = int.from_bytes(content[16:18], "big")
    size = 1 << 16 if written == 1 else written
    if content[:16] == _MAGIC and size in _SIZES:
        return size
    return log.page_size or _USUAL_SIZE


def view(content: bytes, size: int, *layers: tuple[tuple[int, bytes], ...]) -> View:
    """A file's pages with layers of its log over them; a page cut off at the end is filled with zeros."""
    pages = {
        number: content[at : at + size].ljust(size, b"\0")
        for number, at in enumerate(range(0, len(content), size), start=1)
    }
    for layer in layers:
        pages.update(layer)
    return View(pages)


def add_rows(finds: Finds, found: View, seen: set[bytes], only: Collection[int] = ()) -> None:
    """Take in whatever rows and index entries lie in a view's pages (or `only` some), but for pages `seen` before."""
    for number in only or found.pages:
        content = found.pages[number]
        if content in seen or not any(content):
            continue
        seen.add(content)
        for one in _cells(content, number, found.page):
            if one.rowid is not None and (row := to_row(one)):
                finds.add(row)
            finds.add_entry(one.values)


def _cells(content: bytes, number: int, page: Page) -> Iterator[Cell]:
    kind = kind_of(content, number)
    if kind in {TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR}:
        is_torn = False
        for one in cells(content, number, page):
            if isinstance(one, Cell):
                yield one
            is_torn = is_torn or isinstance(one, FormatError)
        if not is_torn:
            return
    elif kind == TABLE_INTERIOR:
        return
    yield from _carved(content, page)


def _carved(content: bytes, page: Page) -> Iterator[Cell]:
    """Rows wherever they may begin in a page whose header or pointers are gone: where a record's header ends in the
    serial type of a seal, a cell begins some bytes before it."""
    at = content.find(_SEAL_TYPE)
    while at >= 0:
        for length in _HEADER_LENGTHS:
            header = at - length + 1
            if header > 1 and content[header] == length:
                yield from _cells_before(content, header, page)
        at = content.find(_SEAL_TYPE, at + 1)


def _cells_before(content: bytes, header: int, page: Page) -> Iterator[Cell]:
    """The rows whose record's header begins at `header`, after the length of the payload and the rowid."""
    for at in range(max(0, header - _LONGEST_START), header - 1):
        try:
            _, rowid = varint(content, at)
            _, end = varint(content, rowid)
            one = table_cell(content, at, page) if end == header else None
        except FormatError:
            continue
        if one and (row := to_row(one)) and _is_certain(row):
            yield one


def _is_certain(row: Row) -> bool:
    """What only looks like a row would be taken for one: the seal decides, a report's row is known by its times."""
    return isinstance(row, ReportRow) or row.is_sound
