"""The one door through which Word files come in: their parts as XML, or one sentence that says why not."""

import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

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
from importers.word_xml import Element, local, parsed
from models.errors import UserError

_MOST_BYTES = 60 * 1024 * 1024
"""Of the file as it lies on the disk: photographs may stand in it."""
_MOST_XML = 40 * 1024 * 1024
_MOST_UNPACKED = 300 * 1024 * 1024
_MOST_PARTS = 3000
_HEAD = 1024
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
_XML = (".xml", ".rels")
_SAVE = "请在 Word 或 WPS 中打开，另存为“Word 文档（.docx）”后再导入"
_USUAL_DOCUMENT = "word/document.xml"


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts of a Word file that are read, each None where the file has none."""

    document: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    margins: tuple[Element, ...]
    """Headers and footers."""


def word_parts(path: Path) -> WordParts:
    """The parts of a Word file that is whole. Raises UserError."""
    content = _content(path)
    _refuse_other_kinds(content, path.name)
    try:
        with opened_package(content) as package:
            _refuse_huge(package, path.name)
            main = _main_part(package, path.name)
            _refuse_damaged(package)
            return _parts(package, main)
    except DamagedError:
        raise _damaged(path.name) from None


def _refused(name: str, why: str, advice: str = _SAVE) -> UserError:
    return UserError(f"“{name}”{why}，没有导入；{advice}。")


def _damaged(name: str) -> UserError:
    return _refused(
        name, "打不开，已损坏或没有拷完整", "请重新拷一份，或在 Word、WPS 中打开修复后另存为 .docx"
    )


def _content(path: Path) -> bytes:
    name = path.name
    try:
        if path.stat().st_size > _MOST_BYTES:
            size = path.stat().st_size / 1024 / 1024
            raise _refused(
                name, f"有{size:.0f}MB，不像一篇报告", "请检查是否选错了文件，或把其中的图片删去后另存"
            )
        content = path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"找不到文件“{path}”，没有导入；请检查路径和文件名。") from None
    except OSError as error:
        why = f"读不出来（{error.strerror}）"
        raise _refused(name, why, "请关闭正打开它的程序，或换一份副本") from None
    if not content:
        raise _refused(name, "是空文件", "请选择有正文的文件")
    return content


def _refuse_other_kinds(content: bytes, name: str) -> None:
    if content.startswith(OLE):
        if ENCRYPTED in content:
            raise _refused(
                name, "加了打开密码", "请在 Word 或 WPS 中去掉密码，另存为“Word 文档（.docx）”后再导入"
            )
        raise _refused(name, "是旧格式（.doc、.wps一类）")
    if not content.startswith(ZIP):
        raise _refused(name, "不是 Word 文档（.docx）")


def _refuse_huge(package: zipfile.ZipFile, name: str) -> None:
    if is_encrypted(package):
        raise _refused(name, "是加了密码的压缩文件", "请先解压，再导入其中的 Word 文档")
    too_many = len(package.infolist()) > _MOST_PARTS
    if too_many or unpacked_bytes(package, _XML) > _MOST_XML or unpacked_bytes(package) > _MOST_UNPACKED:
        raise _refused(name, "展开后大得不像一篇报告", "请检查是否选错了文件")


def _main_part(package: zipfile.ZipFile, name: str) -> str:
    """The part that holds the document, as the package's links say."""
    parts = set(package.namelist())
    if {"xl/workbook.xml", "xl/workbook.bin"} & parts:
        raise _refused(name, "是 Excel 表格", "报告请选 Word 或文本文件，采集表请用“收采集表”")
    if "ppt/presentation.xml" in parts:
        raise _refused(name, "是演示文稿", "请检查是否选错了文件")
    if "mimetype" in parts and package.read("mimetype").startswith(_OPEN_DOCUMENT):
        raise _refused(name, "是OpenDocument文件（.odt）")
    links = _links(package, "_rels/.rels", PurePosixPath())
    main = next((target for kind, target in links if kind == "officeDocument"), _USUAL_DOCUMENT)
    if main not in parts:
        if "[Content_Types].xml" in parts:
            raise DamagedError
        raise _refused(name, "是压缩文件，不是 Word 文档", "请先解压，再导入其中的 Word 文档")
    return main


def _refuse_damaged(package: zipfile.ZipFile) -> None:
    for part in package.infolist():
        head = beginning(package, part, _HEAD)
        # No office program writes a document type, and its entities could unfold without end.
        if part.filename.endswith(_XML) and b"<!DOCTYPE" in head:
            raise DamagedError


def _parts(package: zipfile.ZipFile, main: str) -> WordParts:
    place = PurePosixPath(main)
    links = _links(package, str(place.parent / "_rels" / f"{place.name}.rels"), place.parent)
    there = set(package.namelist())

    def of(kind: str) -> list[Element]:
        names = dict.fromkeys(target for one, target in links if one == kind and target in there)
        return [_xml(package, name) for name in names]

    def one(kind: str) -> Element | None:
        return next(iter(of(kind)), None)

    document = _xml(package, main)
    body = next((element for element in document if local(element) == "body"), None)
    if body is None:
        raise DamagedError
    return WordParts(
        document=body,
        styles=one("styles"),
        numbering=one("numbering"),
        footnotes=one("footnotes"),
        endnotes=one("endnotes"),
        margins=(*of("header"), *of("footer")),
    )


def _links(package: zipfile.ZipFile, name: str, base: PurePosixPath) -> list[tuple[str, str]]:
    """Kind and target of each link a part has; targets as the package names them."""
    if name not in package.namelist():
        return []
    return [
        (link.get("Type", "").rpartition("/")[2], _joined(base, link.get("Target", "")))
        for link in _xml(package, name)
        if local(link) == "Relationship" and link.get("TargetMode") != "External"
    ]


def _joined(base: PurePosixPath, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    parts: list[str] = []
    for part in (*base.parts, *target.split("/")):
        if part == ".." and parts:
            parts.pop()
        elif part not in {"", ".", ".."}:
            parts.append(part)
    return "/".join(parts)


def _xml(package: zipfile.ZipFile, name: str) -> Element:
    try:
        return parsed(package.read(name))
    except SyntaxError as error:  # lxml's own for XML that is none
        raise DamagedError from error
