"""The one door through which other people's workbooks come in: their bytes, or one sentence that says why not.

What is no workbook is told by its first bytes, before a library touches it; what would be huge, by the directory of the
package; what is damaged, by the checksums of all its parts, because libraries stop reading where they have enough.
"""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from importers.package import (
    ENCRYPTED,
    OLE,
    ZIP,
    DamagedError,
    beginning,
    is_encrypted,
    opened_package,
    unpacked_bytes,
)
from models.errors import UserError

_MOST_BYTES = 20 * 1024 * 1024
"""Of the file as it lies on the disk; a report's workbook has some 100 KB."""
_MOST_UNPACKED = 40 * 1024 * 1024
_MOST_PARTS = 3000
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_HEAD = 1024
"""Bytes of a part within which its document type would stand."""


@dataclass(frozen=True, slots=True)
class Door:
    """Which workbooks come in, and the words about those that do not: 没有读取, 对方, 再收."""

    table: str
    left_out: str
    sender: str
    again: str

    def refused(self, name: str, why: str, advice: str = "") -> UserError:
        """The sentence about a file; without advice of its own the clerk saves it as .xlsx."""
        usual = f"请在 WPS 或 Excel 中打开，另存为“Excel 工作簿（.xlsx）”后{self.again}"
        return UserError(f"“{name}”{why}，{self.left_out}；{advice or usual}。")

    def damaged(self, name: str) -> UserError:
        """The sentence about a damaged file."""
        return self.refused(
            name,
            "打不开，已损坏或没有传完整",
            f"请让{self.sender}重新发一份，或在 WPS 中打开修复后另存",
        )

    def read(self, path: Path) -> bytes:
        """The bytes of a workbook that is whole. Raises UserError."""
        content = self._content(path)
        self._refuse_other_kinds(content, path.name)
        try:
            with opened_package(content) as package:
                self._refuse_huge(package, path.name)
                self._refuse_other_packages(package, path.name)
                self._refuse_damaged(package, path.name)
        except DamagedError:
            raise self.damaged(path.name) from None
        return content

    def _content(self, path: Path) -> bytes:
        name = path.name
        try:
            if path.is_dir():
                raise self.refused(name, "是文件夹，里面没有 Excel 表格", f"请选择放着{self.table}的文件夹")
            size = path.stat().st_size
            if size > _MOST_BYTES:
                why = f"有{size / 1024 / 1024:.0f}MB，不像一份{self.table}"
                raise self.refused(name, why, "请检查是否选错了文件")
            content = path.read_bytes()
        except FileNotFoundError:
            raise UserError(f"找不到文件“{path}”，{self.left_out}；请检查路径和文件名。") from None
        except OSError as error:
            why = f"读不出来（{error.strerror}）"
            raise self.refused(name, why, "请关闭正打开它的程序，或换一份副本") from None
        if not content:
            raise self.refused(name, "是空文件", f"请让{self.sender}重新发一份")
        return content

    def _refuse_other_kinds(self, content: bytes, name: str) -> None:
        if content.startswith(OLE):
            if ENCRYPTED in content:
                advice = f"请让{self.sender}去掉密码再发，或打开后另存一份不带密码的"
                raise self.refused(name, "加了打开密码", advice)
            raise self.refused(name, "是旧格式（.xls或.et）")
        if content.startswith(b"%PDF"):
            raise self.refused(name, "是 PDF 文件，不是 Excel 表格", f"请让{self.sender}发 Excel 表格")
        if not content.startswith(ZIP):
            raise self.refused(name, "不是 Excel 表格（.xlsx）")

    def _refuse_huge(self, package: zipfile.ZipFile, name: str) -> None:
        if is_encrypted(package):
            raise self.refused(name, "是加了密码的压缩文件", f"请让{self.sender}去掉密码再发")
        if len(package.infolist()) > _MOST_PARTS or unpacked_bytes(package) > _MOST_UNPACKED:
            raise self.refused(name, f"展开后大得不像一份{self.table}", "请检查是否选错了文件")

    def _refuse_other_packages(self, package: zipfile.ZipFile, name: str) -> None:
        parts = set(package.namelist())
        if "xl/workbook.bin" in parts:
            raise self.refused(name, "是二进制工作簿（.xlsb）")
        if "word/document.xml" in parts:
            raise self.refused(name, "是 Word 文件，不是 Excel 表格", f"请让{self.sender}填在{self.table}里")
        if "mimetype" in parts and package.read("mimetype").startswith(_OPEN_DOCUMENT):
            raise self.refused(name, "是OpenDocument文件（.ods）")
        if "[Content_Types].xml" not in parts:
            raise self.refused(
                name, "是压缩文件，不是 Excel 表格", f"请先解压，{self.again}其中的{self.table}"
            )

    def _refuse_damaged(self, package: zipfile.ZipFile, name: str) -> None:
        for part in package.infolist():
            head = beginning(package, part, _HEAD)
            # No office program writes a document type, and its entities could unfold without end.
            if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in head:
                raise self.damaged(name)


RETURNED = Door("采集表", "没有读取", "对方", "再收")
OFFICES = Door("统计表", "没有计入", "填报单位", "再汇总")
