"""Is a file a workbook that can be read here? Asked of its bytes, because python-calamine ends the whole program where
a cell stands a million rows away from the others."""

import re
import zipfile
from pathlib import Path

from models.errors import UserError

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BEGINNING = 1024
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="(?:[A-Z]+\d+:)?([A-Z]+)(\d+)"')
_FILLED = re.compile(rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"[^>/]*>\s*<[^/]')
_MOST_CELLS = 500_000
"""In the box from the first cell to the last: the table of figures has some thousand."""
_MOST_BYTES = 60 * 1024 * 1024
"""Unpacked. A report's workbook has half a megabyte."""


def refuse_unreadable(path: Path) -> None:
    """Raises UserError in words for what is no readable xlsx: empty, old, locked, broken, far too large."""
    try:
        _look(path)
    except (zipfile.BadZipFile, EOFError, zipfile.zlib.error, NotImplementedError, RuntimeError) as error:  # type: ignore[attr-defined]
        raise UserError(f"“{path.name}”打不开，可能没有传完整，没有计入；请让填报单位重新发一份。") from error
    except OSError as error:
        raise UserError(f"“{path.name}”读不出来，没有计入；请检查文件还在不在、有没有权限。") from error


def _look(path: Path) -> None:
    with path.open("rb") as stream:
        beginning = stream.read(len(_ZIP))
        if not beginning:
            raise UserError(f"“{path.name}”是空文件，没有计入；请让填报单位重新发一份。")
        if beginning == _OLE:
            raise UserError(_old_or_locked(path.name, stream.read()))
        if beginning != _ZIP:
            raise UserError(f"“{path.name}”不是Excel工作簿，没有计入；请让填报单位发.xlsx格式的统计表。")
        stream.seek(0)
        with zipfile.ZipFile(stream) as package:
            _refuse_far_cells(path, package)


def _old_or_locked(name: str, content: bytes) -> str:
    """A locked xlsx is an OLE file around the encrypted package."""
    if _ENCRYPTED in content:
        return f"“{name}”设了打开密码，没有计入；请让填报单位去掉密码再发。"
    return f"“{name}”是旧版.xls格式，没有计入；请在WPS或Excel中另存为.xlsx再汇总。"


def _refuse_far_cells(path: Path, package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise UserError(f"“{path.name}”大得不像统计表，没有计入；请检查是否选错了文件。")
    for entry in entries:
        if "worksheets/sheet" not in entry.filename.lower():
            continue
        with package.open(entry) as stream:
            claimed = _DIMENSION.search(stream.read(_BEGINNING))
        # Formats alone may reach to the last row; only filled cells matter, and looking for them takes longer.
        if claimed and _cells(claimed[1], int(claimed[2])) <= _MOST_CELLS:
            continue
        if _filled_cells(package.read(entry)) > _MOST_CELLS:
            raise UserError(
                f"“{path.name}”的表格远处还有零星内容，没有计入；请删去表格以外的行和列，保存后再汇总。"
            )


def _filled_cells(sheet: bytes) -> int:
    """The size of the box around the cells that hold something."""
    filled = [(_column(match[1]), int(match[2])) for match in _FILLED.finditer(sheet)]
    return max((column for column, _ in filled), default=0) * max((row for _, row in filled), default=0)


def _cells(column: bytes, row: int) -> int:
    return _column(column) * row


def _column(letters: bytes) -> int:
    """A column's number, from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
