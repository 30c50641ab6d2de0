"""A file becomes sheets of plain cells (openpyxl), or one sentence that says why not.

What is no workbook is told by its first bytes, before a library touches it; what would be huge, by the directory of
the package.
"""

import hashlib
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from importers.cells import Cell
from models.errors import UserError

_MOST_BYTES = 20 * 1024 * 1024
"""Of the file as it lies on the disk; a filled workbook has some 20 KB."""
_MOST_UNPACKED = 40 * 1024 * 1024
_MOST_PARTS = 3000
_MOST_CELLS = 400_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""[MS-OFFCRYPTO] 2.3.4.4: the stream that holds a workbook with a password."""
_ZIP = b"PK\x03\x04"
_IS_ENCRYPTED = 0x1
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"

_SAVE_AS = "请在WPS或Excel中打开，另存为“Excel 工作簿(.xlsx)”后再收"


@dataclass(frozen=True, slots=True)
class Row:
    """A row as Excel counts it, from 1; `cells` by column from 0, blank ones left out."""

    number: int
    cells: Mapping[int, Cell]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's rows that hold anything."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's sheets; `digest` is the SHA-256 of its bytes."""

    name: str
    digest: str
    sheets: tuple[Sheet, ...]


def open_workbook(path: Path) -> Opened:
    """The sheets of a workbook, hidden ones too. Raises UserError for what is none or cannot be read."""
    data = _read(path)
    _refuse_other_kinds(data, path.name)
    _refuse_what_is_huge(data, path.name)
    formulas, values = _load(data, path.name)
    sheets = tuple(_sheet(one, values[one.title]) for one in formulas.worksheets)
    return Opened(path.name, hashlib.sha256(data).hexdigest(), sheets)


def _refused(name: str, why: str, advice: str = _SAVE_AS) -> UserError:
    return UserError(f"“{name}”{why}，没有读取；{advice}。")


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise _refused(path.name, "是文件夹", "请选择其中的采集表")
        size = path.stat().st_size
        if size > _MOST_BYTES:
            raise _refused(path.name, f"有{size / 1024 / 1024:.0f}MB，不像一份采集表", "请检查是否选错了文件")
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"找不到文件“{path}”，没有读取；请检查路径和文件名。") from None
    except OSError as error:
        raise _refused(
            path.name, f"读不出来（{error.strerror}）", "请关闭正打开它的程序，或换一份副本"
        ) from None
    if not data:
        raise _refused(path.name, "是空文件", "请让对方重新发一份")
    return data


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise _refused(name, "加了打开密码", "请让对方去掉密码再发，或打开后另存一份不带密码的")
        raise _refused(name, "是旧格式（.xls或.et）")
    if data.startswith(b"%PDF"):
        raise _refused(name, "是PDF文件，不是Excel表格", "请让对方发Excel表格")
    if not data.startswith(_ZIP):
        raise _refused(name, "不是Excel表格（.xlsx）")


def _refuse_what_is_huge(data: bytes, name: str) -> None:
    """Judge the package by its directory; nothing is unpacked but the first bytes of its parts."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
                raise _refused(name, "是加了密码的压缩文件", "请让对方去掉密码再发")
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
                raise _refused(name, "展开后大得不像一份采集表", "请把数据复制到发出的采集表里再收")
            _refuse_other_packages({part.filename for part in parts}, package, name)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError):
        raise _broken(name) from None


def _refuse_other_packages(parts: set[str], package: zipfile.ZipFile, name: str) -> None:
    if "xl/workbook.bin" in parts:
        raise _refused(name, "是二进制工作簿（.xlsb）")
    if "word/document.xml" in parts:
        raise _refused(name, "是Word文件，不是Excel表格", "请让对方填在发出的采集表里")
    if "mimetype" in parts and package.read("mimetype").startswith(_OPEN_DOCUMENT):
        raise _refused(name, "是OpenDocument文件（.ods）")
    if "[Content_Types].xml" not in parts:
        raise _refused(name, "是压缩文件，不是Excel表格", "请先解压，再收其中的采集表")
    for part in parts:
        if part.endswith((".xml", ".rels")):
            with package.open(part) as stream:
                if b"<!DOCTYPE" in stream.read(
                    1024
                ):  # no office program writes one; entities could unfold without end
                    raise _broken(name)


def _broken(name: str) -> UserError:
    return _refused(name, "已损坏，打不开", "请让对方重新发一份，或在WPS中打开修复后另存")


def _load(data: bytes, name: str) -> tuple[Any, Any]:
    """The workbook twice: with its formulas, and with the values saved beside them."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # openpyxl warns of what it cannot keep; nothing is written back here
            both = tuple(load_workbook(BytesIO(data), data_only=only) for only in (False, True))
    except (
        Exception
    ):  # openpyxl lets everything rise that a damaged part can cause: KeyError, TypeError, ParseError …
        raise _broken(name) from None
    formulas, values = both
    if not formulas.worksheets:
        raise _refused(name, "里没有能读的工作表")
    if sum(len(sheet._cells) for sheet in formulas.worksheets) > _MOST_CELLS:
        raise _refused(name, "里的格子多得不像一份采集表", "请把数据复制到发出的采集表里再收")
    return formulas, values


def _sheet(formulas: Any, values: Any) -> Sheet:
    by_row: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(formulas._cells.items()):
        if cell.value is not None:
            by_row.setdefault(row, {})[column - 1] = _cell(cell, values.cell(row, column))
    hidden = {number for number, one in formulas.row_dimensions.items() if one.hidden}
    return Sheet(
        formulas.title, tuple(Row(number, cells, number in hidden) for number, cells in by_row.items())
    )


def _cell(cell: Any, valued: Any) -> Cell:
    is_formula = cell.data_type == "f"
    source = valued if is_formula else cell
    return Cell(
        _plain(source.value), str(cell.number_format or "General"), is_formula, source.data_type == "e"
    )


def _plain(value: Any) -> str | Decimal | bool | date | time | timedelta | None:
    """A cell's value with its number exact: a workbook holds 15 digits, the rest is the binary fraction's."""
    match value:
        case bool() | str() | None:
            return value
        case int() | float():
            return Decimal(f"{value:.15g}")
        case datetime() | date() | time() | timedelta():
            return value
    return str(value)
