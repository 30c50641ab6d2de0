"""Workbooks that were damaged on the way."""

import random
import zipfile
from io import BytesIO

_LOCAL_HEAD = 30
"""Bytes of a part's own head before its name (PKWARE APPNOTE, 4.3.7)."""


def parts(content: bytes) -> list[str]:
    """The names of a workbook's parts."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.namelist()


def with_flipped_bytes(content: bytes, part: str, count: int, chance: random.Random) -> bytes:
    """The workbook with some bytes of one part changed, its head and its place in the directory included."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        entry = package.getinfo(part)
    damaged = bytearray(content)
    length = _LOCAL_HEAD + len(part.encode()) + entry.compress_size
    for _ in range(count):
        damaged[entry.header_offset + chance.randrange(length)] ^= chance.randrange(1, 256)
    return bytes(damaged)


def with_another_digit(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The workbook with a digit of an unpacked part changed behind the checksum's back."""
    stored = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(stored, "w") as after:
        for name in before.namelist():
            packing = zipfile.ZIP_STORED if name == part else zipfile.ZIP_DEFLATED
            after.writestr(name, before.read(name), packing)
    assert stored.getvalue().count(old) == 1
    return stored.getvalue().replace(old, new)
