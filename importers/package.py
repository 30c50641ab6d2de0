"""The package a workbook is: parts in a zip file, read so that damage of any kind is one error."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError, LookupError),
)
"""All that zipfile lets rise where bytes are not what they were: of the directory, of a part's head, of its content."""
_CHUNK = 1024 * 1024

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
"""How the package begins, and how the files do that office programs wrote before there were packages."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""[MS-OFFCRYPTO] 2.3.4.4: the stream in an old file that holds a package with a password."""
_IS_ENCRYPTED = 0x1


class DamagedError(Exception):
    """The package, or the part that was asked for, cannot be read."""


@contextmanager
def opened_package(content: bytes) -> Iterator[zipfile.ZipFile]:
    """The package. Whatever reading it in the block comes upon is raised as DamagedError."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            yield package
    except _DAMAGE as error:
        raise DamagedError from error


def beginning(package: zipfile.ZipFile, part: zipfile.ZipInfo, length: int) -> bytes:
    """The first bytes of a part, which is read to its end: only there its checksum tells whether it is whole."""
    with package.open(part) as stream:
        first = stream.read(length)
        while stream.read(_CHUNK):
            pass
    return first


def is_encrypted(package: zipfile.ZipFile) -> bool:
    """Whether any part asks for a password."""
    return any(part.flag_bits & _IS_ENCRYPTED for part in package.infolist())


def unpacked_bytes(package: zipfile.ZipFile, ends: str | tuple[str, ...] = "") -> int:
    """How large the parts whose names end so would be, by the package's own directory."""
    return sum(part.file_size for part in package.infolist() if part.filename.endswith(ends))
