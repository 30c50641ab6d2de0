"""SQLite's file format as far as finding rows needs it, in the terms of https://sqlite.org/fileformat2.html.

Pure: bytes in, values out. Whatever does not hold together raises FormatError.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR, TABLE_INTERIOR = 0x0D, 0x0A, 0x02, 0x05
HEADER = 100
"""Bytes before the b-tree header of page 1."""
_MOST_PAYLOAD = 1 << 28
_SIZES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}

Value = int | float | str | bytes | None
Page = Callable[[int], bytes]
"""Gives a page by its number (from 1); raises FormatError where there is none."""


class FormatError(ValueError):
    """Bytes that are not what the file format has there."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A row of a table (rowid and columns) or an entry of an index (rowid None; its last column is the rowid)."""

    rowid: int | None
    values: tuple[Value, ...]


def varint(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length integer and where the next byte lies."""
    value = 0
    for place in range(at, min(at + 8, len(data))):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    if at + 8 >= len(data):
        raise FormatError("a varint runs over the end")
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >= 1 << 63 else value, at + 9


def record(payload: bytes) -> tuple[Value, ...]:
    """The columns of a record."""
    end, at = varint(payload, 0)
    if not at <= end <= len(payload):
        raise FormatError("a record's header is longer than the record")
    values: list[Value] = []
    body = end
    while at < end:
        kind, at = varint(payload, at)
        value, body = _value(payload, body, kind)
        values.append(value)
    if at != end or body != len(payload):
        raise FormatError("a record is longer or shorter than its header says")
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    """A column of a serial type, and where the next one begins."""
    size = _SIZES.get(kind, (kind - 12) // 2 if kind >= 12 else -1)
    piece = payload[at : at + size]
    if size < 0 or len(piece) != size:
        raise FormatError("a column runs over the end of its record")
    if kind >= 12:
        return (piece.decode("utf-8", "surrogateescape") if kind % 2 else piece), at + size
    if kind == 0:
        return None, at
    if kind == 7:
        raise FormatError("none of our columns holds a fraction")
    return (kind - 8 if kind >= 8 else int.from_bytes(piece, "big", signed=True)), at + size


def kind_of(content: bytes, number: int) -> int:
    """A page's b-tree type byte; any other value is no b-tree page's."""
    start = HEADER if number == 1 else 0
    return content[start] if len(content) > start else 0


def cells(content: bytes, number: int, page: Page) -> Iterator[Cell | FormatError]:
    """The cells of a table leaf or index page; what cannot be read of them comes as an error in its place."""
    start = HEADER if number == 1 else 0
    kind = content[start]
    pointers = start + (12 if kind == INDEX_INTERIOR else 8)
    for place in range(int.from_bytes(content[start + 3 : start + 5], "big")):
        at = int.from_bytes(content[pointers + 2 * place : pointers + 2 * place + 2], "big")
        try:
            if not start < at < len(content):
                raise FormatError("a cell pointer points outside its page")
            yield (
                table_cell(content, at, page) if kind == TABLE_LEAF else _index_cell(content, at, kind, page)
            )
        except FormatError as error:
            yield error


def table_cell(content: bytes, at: int, page: Page) -> Cell:
    """A cell of a table leaf: payload length, rowid, payload."""
    length, at = varint(content, at)
    rowid, at = varint(content, at)
    return Cell(rowid, record(_payload(content, at, length, len(content) - 35, page)))


def _index_cell(content: bytes, at: int, kind: int, page: Page) -> Cell:
    """A cell of an index page; on an interior one the number of a child page comes first."""
    length, at = varint(content, at + 4 if kind == INDEX_INTERIOR else at)
    most = (len(content) - 12) * 64 // 255 - 23
    return Cell(None, record(_payload(content, at, length, most, page)))


def _payload(content: bytes, at: int, length: int, most: int, page: Page) -> bytes:
    """A payload, with the pages it overflows into."""
    if not 0 < length < _MOST_PAYLOAD:
        raise FormatError("a payload of an impossible length")
    if length <= most:
        return content[at : at + length]
    least = (len(content) - 12) * 32 // 255 - 23
    local = least + (length - least) % (len(content) - 4)
    local = local if local <= most else least
    pieces, have = [content[at : at + local]], local
    following = int.from_bytes(content[at + local : at + local + 4], "big")
    while have < length:
        overflow = page(following)
        following = int.from_bytes(overflow[:4], "big")
        pieces.append(overflow[4 : 4 + length - have])
        have += len(pieces[-1])
    return b"".join(pieces)
