"""What is no workbook is refused in one Chinese sentence, before a library touches it."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from importers.returned import opening
from importers.returned.opening import open_workbook
from models.errors import UserError

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def packed(**parts: bytes) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "空文件"),
        (OLE + bytes(600), "旧格式"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (b"%PDF-1.7", "PDF"),
        ("指标,本年\n申请,179".encode(), "不是Excel表格"),
        (b"PK\x03\x04" + bytes(80), "损坏"),
        (packed(**{"读我.txt": b"a"}), "压缩文件"),
        (packed(**{"[Content_Types].xml": b"", "word/document.xml": b""}), "Word"),
        (packed(**{"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "OpenDocument"),
        (packed(**{"[Content_Types].xml": b"", "xl/workbook.bin": b""}), "xlsb"),
        (packed(**{"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x"}), "损坏"),
        (
            packed(**{"[Content_Types].xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "a">]><x/>'}),
            "损坏",
        ),
    ],
)
def test_other_files_are_refused_in_words(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "县司法局.xlsx"
    file.write_bytes(content)
    with pytest.raises(UserError, match=f"“县司法局.xlsx”.*{why}.*没有读取；") as caught:
        open_workbook(file)
    assert "\n" not in str(caught.value)


def test_what_would_unfold_hugely_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_MOST_UNPACKED", 100_000)
    file = tmp_path / "县司法局.xlsx"
    file.write_bytes(packed(**{"[Content_Types].xml": b"", "xl/workbook.xml": bytes(100_001)}))
    with pytest.raises(UserError, match="展开后"):
        open_workbook(file)


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到"):
        open_workbook(tmp_path / "没有.xlsx")
    with pytest.raises(UserError, match="是文件夹"):
        open_workbook(tmp_path)
