"""Which files can be read as a report's text, and what is said of the others."""

from pathlib import Path

import pytest

from importers.decoding import LIMIT, read_text_file
from models.errors import UserError

TEXT = "一、主要举措和成效\n（一）依法全面履行政府职能。全年办理行政复议申请179件。\n"
TRADITIONAL = "一、主要舉措和成效\n（一）依法全面履行政府職能。全年辦理行政復議申請179件。\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "报告 2025.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16"])
def test_the_encodings_of_office_pcs_are_read(file: Path, encoding: str) -> None:
    file.write_bytes(TEXT.encode(encoding))

    assert read_text_file(file) == TEXT


def test_traditional_characters_are_read_in_both_encodings(file: Path) -> None:
    for encoding in ("utf-8", "gb18030"):
        file.write_bytes(TRADITIONAL.encode(encoding))

        assert read_text_file(file) == TRADITIONAL


def test_line_ends_of_windows_and_old_macs_become_line_feeds(file: Path) -> None:
    file.write_bytes("无。\r\n有。\r终。\n".encode())

    assert read_text_file(file) == "无。\n有。\n终。\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空文件"),
        (b" \r\n\t ", "空文件"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (bytes(range(256)) * 8, "不是文本文件"),
        (TEXT.encode()[:50] + b"\x00\x01" + TEXT.encode()[50:], "不是文本文件"),
        (TRADITIONAL.encode("big5"), "编码"),
        ("行政不服審査の件数は百七十九件でした。".encode("shift_jis"), "编码"),
        (TEXT.encode()[:40] + b"\xff\xfe\xfd" + TEXT.encode()[40:], "编码"),
        (b"plain English only, 179 cases\n", "没有汉字"),
    ],
    ids=[
        "empty",
        "blank",
        "pdf",
        "bytes",
        "NUL",
        "big5",
        "shift_jis",
        "broken utf-8",
        "english",
    ],
)
def test_what_is_no_chinese_text_is_refused_in_one_sentence(file: Path, data: bytes, reason: str) -> None:
    file.write_bytes(data)

    with pytest.raises(UserError) as refused:
        read_text_file(file)

    assert reason in str(refused.value)
    assert file.name in str(refused.value)
    assert str(refused.value).count("。") == 1


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到文件"):
        read_text_file(tmp_path / "没有.txt")
    with pytest.raises(UserError, match="是文件夹"):
        read_text_file(tmp_path)


def test_a_file_of_fifty_megabytes_is_refused_without_reading_it(file: Path) -> None:
    with file.open("wb") as hole:
        hole.truncate(50 * 1024 * 1024)
    assert file.stat().st_size > LIMIT

    with pytest.raises(UserError, match="有50MB"):
        read_text_file(file)


def test_a_file_that_cannot_be_read_is_refused_in_words() -> None:
    unreadable = Path("/proc/self/mem")  # for root, too
    if not unreadable.exists():
        pytest.skip("Linux only")

    with pytest.raises(UserError, match="读不了“mem”"):
        read_text_file(unreadable)


def test_a_device_is_refused_before_it_is_read() -> None:
    with pytest.raises(UserError, match="不是普通文件"):
        read_text_file(Path("/dev/zero"))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_stray_control_characters_are_left_out_and_rare_ones_kept(file: Path, encoding: str) -> None:
    file.write_bytes(f"{TEXT}表格\x07单元\x7f格😀𠮷\n".encode(encoding))

    assert read_text_file(file) == f"{TEXT}表格单元格😀𠮷\n"
