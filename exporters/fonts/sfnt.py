"""What a font file says of itself, without opening a glyph: names, outlines, permission, encoding.

Thousands of files are looked at this way, so only their directories, names and a few numbers are read
(ISO/IEC 14496-22 §4.5 directory and collections, §5.2.7 name, §5.2.8 OS/2, §5.2.1 cmap).
"""

import errno
import os
import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

_FAMILY, _FULL_NAME, _POSTSCRIPT_NAME, _TYPOGRAPHIC_FAMILY = 1, 4, 6, 16
_NAMES = {_FAMILY, _FULL_NAME, _POSTSCRIPT_NAME, _TYPOGRAPHIC_FAMILY}
_UNICODE, _MACINTOSH, _WINDOWS = 0, 1, 3
_ITALIC_OR_BOLD = 0b100001
_NEEDED = frozenset("cmap head hhea hmtx maxp name post".split())
_MOST_FONTS, _MOST_TABLES, _MOST_BYTES = 256, 512, 1 << 20
"""More than any font has: what is beyond is a broken file, and reading it would take memory."""


class BrokenFontError(Exception):
    """The file is no font, or not the whole of one."""


@dataclass(frozen=True, slots=True)
class FileKey:
    """A font file in one state: a changed file is another one."""

    path: Path
    changed_ns: int
    size: int

    @classmethod
    def of(cls, path: Path) -> "FileKey":
        """The file as it is now. Raises OSError, also for what is no file: a pipe would never end."""
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise OSError(errno.EINVAL, "no file", str(path))
        return cls(path, state.st_mtime_ns, state.st_size)


@dataclass(frozen=True, slots=True)
class Facts:
    """One font of a file: `number` is its place in a collection (TTC), names are folded for comparing.

    `embedding` is OS/2 fsType. `is_plain`: neither bold nor italic. `is_unicode`: its characters are found by
    Unicode where reportlab 5.1 looks for them, in the last table of the Windows platform. `is_whole`: every table
    it needs is there and ends within the file.
    """

    number: int
    names: frozenset[str]
    postscript_names: frozenset[str]
    has_truetype_outlines: bool
    embedding: int
    is_plain: bool
    is_unicode: bool
    is_whole: bool


def folded(name: str) -> str:
    """A font's name without what may be written one way or the other: case and blanks."""
    return "".join(name.split()).casefold()


@cache
def facts(file: FileKey) -> tuple[Facts, ...]:
    """What every font of a file says of itself. Raises BrokenFontError, OSError."""
    with file.path.open("rb") as stream:
        try:
            return tuple(_facts(stream, number, at, file.size) for number, at in enumerate(_offsets(stream)))
        except struct.error as error:
            raise BrokenFontError(str(file.path)) from error


def _offsets(stream: BinaryIO) -> tuple[int, ...]:
    """Where the fonts of a file begin."""
    if _read(stream, 0, 4) != b"ttcf":
        return (0,)
    (count,) = struct.unpack(">L", _read(stream, 8, 4))
    if count > _MOST_FONTS:
        raise BrokenFontError(stream.name)
    return struct.unpack(f">{count}L", _read(stream, 12, 4 * count))


def _facts(stream: BinaryIO, number: int, at: int, size: int) -> Facts:
    tables = _tables(stream, at)
    os2 = _table(stream, tables, "OS/2", 64)
    embedding, selection = struct.unpack(">8xH52xH", os2) if len(os2) == 64 else (0, 0)
    names = tuple(_names(_table(stream, tables, "name", _MOST_BYTES)))
    return Facts(
        number,
        frozenset(name for _, name in names),
        frozenset(name for kind, name in names if kind == _POSTSCRIPT_NAME),
        "glyf" in tables,
        embedding,
        not selection & _ITALIC_OR_BOLD,
        _is_unicode(_table(stream, tables, "cmap", _MOST_BYTES)),
        tables.keys() >= _NEEDED and all(start + length <= size for start, length in tables.values()),
    )


def _tables(stream: BinaryIO, at: int) -> dict[str, tuple[int, int]]:
    """Where each table begins and how long it is."""
    version, count = struct.unpack(">4sH", _read(stream, at, 6))
    if version not in {b"\0\1\0\0", b"true", b"OTTO"} or count > _MOST_TABLES:
        raise BrokenFontError(stream.name)
    records = struct.iter_unpack(">4s4xLL", _read(stream, at + 12, 16 * count))
    return {tag.decode("latin-1").strip(): (start, length) for tag, start, length in records}


def _table(stream: BinaryIO, tables: dict[str, tuple[int, int]], tag: str, most: int) -> bytes:
    """The beginning of a table, empty where there is none."""
    start, length = tables.get(tag, (0, 0))
    stream.seek(start)
    return stream.read(min(length, most))


def _read(stream: BinaryIO, at: int, length: int) -> bytes:
    stream.seek(at, os.SEEK_SET)
    return stream.read(length)


def _names(table: bytes) -> Iterator[tuple[int, str]]:
    if len(table) < 6:
        return
    count, texts = struct.unpack_from(">2xHH", table)
    for record in range(min(count, (len(table) - 6) // 12)):
        platform, encoding, _, kind, length, start = struct.unpack_from(">6H", table, 6 + 12 * record)
        if kind in _NAMES:
            yield kind, folded(_text(table[texts + start : texts + start + length], platform, encoding))


def _text(raw: bytes, platform: int, encoding: int) -> str:
    """A name as text; fonts of the nineties say it in the encoding of their system."""
    if platform == _WINDOWS and encoding == 3:
        return raw.replace(b"\0", b"").decode("gb18030", "ignore")
    if platform in {_UNICODE, _WINDOWS}:
        return raw.decode("utf-16-be", "ignore")
    return raw.decode("gb18030" if (platform, encoding) == (_MACINTOSH, 25) else "mac-roman", "ignore")


def _is_unicode(table: bytes) -> bool:
    if len(table) < 4:
        return False
    (count,) = struct.unpack_from(">2xH", table)
    listed = struct.iter_unpack(">HH4x", table[4 : 4 + 8 * min(count, (len(table) - 4) // 8)])
    encodings = list(listed)
    windows = [encoding for platform, encoding in encodings if platform == _WINDOWS]
    if windows:
        return windows[-1] in {1, 10}
    return any(platform == _UNICODE and encoding != 5 for platform, encoding in encodings)
