"""What is no workbook, or a damaged one, is refused in one Chinese sentence, before a library touches it."""

import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from importers import workbook_door
from importers.office_workbook import read_submission
from importers.returned.opening import open_workbook
from importers.workbook_door import OFFICES, RETURNED, Door
from models.errors import UserError
from tests.damaged_workbooks import parts, with_another_digit, with_flipped_bytes
from tests.office_workbooks import office_workbook, row

WHOLE = office_workbook("云岭县人民政府", row("fy_apply", 179, 136), row("fy_revoke", 24680, 9))
DOORS = pytest.mark.parametrize("door", [RETURNED, OFFICES], ids=["returned", "offices"])
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def packed(**parts: bytes) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()


@DOORS
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "空文件"),
        (OLE + bytes(600), "旧格式"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (b"%PDF-1.7", "PDF"),
        ("指标,本年\n申请,179".encode(), "不是 Excel 表格"),
        (b"PK\x03\x04" + bytes(80), "损坏"),
        (packed(**{"读我.txt": b"a"}), "压缩文件"),
        (packed(**{"[Content_Types].xml": b"", "word/document.xml": b""}), "Word"),
        (packed(**{"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "OpenDocument"),
        (packed(**{"[Content_Types].xml": b"", "xl/workbook.bin": b""}), "xlsb"),
        (
            packed(**{"[Content_Types].xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "a">]><x/>'}),
            "损坏",
        ),
    ],
)
def test_other_files_are_refused_in_words(tmp_path: Path, door: Door, content: bytes, why: str) -> None:
    file = tmp_path / "县司法局.xlsx"
    file.write_bytes(content)
    with pytest.raises(UserError, match=f"“县司法局.xlsx”.*{why}.*{door.left_out}；") as caught:
        door.read(file)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("read", [open_workbook, read_submission])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet2.xml"])
def test_a_part_that_is_whole_but_ill_formed_is_refused_in_words(
    tmp_path: Path, read: Callable[[Path], object], part: str
) -> None:
    file = tmp_path / "县司法局.xlsx"
    with zipfile.ZipFile(BytesIO(WHOLE)) as whole:
        content = {name: whole.read(name) for name in whole.namelist()}
    file.write_bytes(packed(**{**content, part: content[part][: len(content[part]) // 2]}))
    with pytest.raises(UserError, match=r"“县司法局\.xlsx”.*；.*。"):
        read(file)


@DOORS
@pytest.mark.parametrize("part", parts(WHOLE))
@pytest.mark.parametrize("count", [1, 5, 60])
def test_flipped_bytes_of_any_part_are_noticed(tmp_path: Path, door: Door, part: str, count: int) -> None:
    """Refused, or what is read is what was sent: not every byte of a part's head says anything."""
    file = tmp_path / "县司法局.xlsx"
    with zipfile.ZipFile(BytesIO(WHOLE)) as whole:
        sent = {name: whole.read(name) for name in whole.namelist()}
    for seed in range(8):
        file.write_bytes(with_flipped_bytes(WHOLE, part, count, random.Random(seed)))
        with suppress(UserError), zipfile.ZipFile(BytesIO(door.read(file))) as taken:
            assert {name: taken.read(name) for name in taken.namelist()} == sent


@pytest.mark.parametrize("read", [open_workbook, read_submission])
def test_a_digit_that_changed_on_the_way_is_never_read(
    tmp_path: Path, read: Callable[[Path], object]
) -> None:
    file = tmp_path / "县司法局.xlsx"
    file.write_bytes(with_another_digit(WHOLE, "xl/worksheets/sheet2.xml", b"<v>24680</v>", b"<v>94680</v>"))
    with pytest.raises(UserError, match="打不开"):
        read(file)


@DOORS
def test_what_would_unfold_hugely_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, door: Door
) -> None:
    monkeypatch.setattr(workbook_door, "_MOST_UNPACKED", 100_000)
    file = tmp_path / "县司法局.xlsx"
    file.write_bytes(packed(**{"[Content_Types].xml": b"", "xl/workbook.xml": bytes(100_001)}))
    with pytest.raises(UserError, match="展开后"):
        door.read(file)


@DOORS
def test_a_missing_file_and_a_folder_are_said(tmp_path: Path, door: Door) -> None:
    with pytest.raises(UserError, match="找不到"):
        door.read(tmp_path / "没有.xlsx")
    with pytest.raises(UserError, match="是文件夹"):
        door.read(tmp_path)
