"""pack and unpack on the command line."""

import io
import sys
from pathlib import Path

import pytest

import main
from tests.shell import SAMPLE, Shell


def say(monkeypatch: pytest.MonkeyPatch, line: bytes) -> None:
    """What stands on the standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line), encoding="utf-8"))


@pytest.fixture(autouse=True)
def passwords_are_tried_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.password_seal.COST", 2**10)


@pytest.fixture
def parcel(shell: Shell, imported: str, tmp_path: Path) -> Path:
    return Path(shell("pack", imported, "--to", tmp_path / "县 报告.fznb")["files"][0])


def test_pack_answers_with_the_file_and_unpack_as_import_does(shell: Shell, parcel: Path) -> None:
    shell("set", "1", "figure.fy_apply=987654")

    answer = shell("unpack", parcel)

    (report,) = answer["reports"]
    assert set(report) == {"id", "file", "notes"}
    assert (report["id"], report["file"]) == ("2", str(parcel))
    assert [one["id"] for one in shell("list")["reports"]] == ["2", "1"]


def test_unpack_merges_into_the_report_it_was_packed_from(shell: Shell, parcel: Path) -> None:
    shell("set", "1", "date=2026-3-1")

    answer = shell("unpack", parcel, "--merge")

    assert answer["reports"][0]["id"] == "1"
    assert shell("show", "1")["signature"]["date"] == "2026年3月1日"
    assert [one["id"] for one in shell("list")["reports"]] == ["1"]


def test_another_data_folder_gets_the_same_report(
    shell: Shell, parcel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Shell(tmp_path / "另一台", capsys)

    other("unpack", parcel)

    assert other("show", "1") == shell("show", "1")
    assert other("versions", "1") == shell("versions", "1")


def test_the_password_is_the_first_line_of_the_standard_input(
    shell: Shell, imported: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(monkeypatch, "密码\n".encode())
    file = shell("pack", imported, "--to", tmp_path / "包", "--password-stdin")["files"][0]

    assert "设了密码" in shell.refused("unpack", file)
    say(monkeypatch, "错\n".encode())
    assert "密码不对" in shell.refused("unpack", file, "--password-stdin")
    for line in ("密码\r\n多余".encode(), "密码".encode("utf-8-sig"), "密码\n".encode("gb18030")):
        say(monkeypatch, line)
        assert shell("unpack", file, "--password-stdin")["reports"][0]["id"] == imported


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["pack", "99", "--to", "."], "没有编号为“99”的报告"),
        (["pack", "1", "--to", "/proc/出"], "/proc/出"),
        (["pack", "1", "--to", SAMPLE / "包"], "文件夹"),
        (["pack", "1"], "缺少--to"),
        (["unpack", "没有这个.fznb"], "找不到"),
        (["unpack", SAMPLE], "不是打包带走的报告"),
        (["unpack", SAMPLE, "--new", "--merge"], "什么也没有做"),
        (["unpack", SAMPLE, "--password-stdin"], "没有密码"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, list) else "",
)
def test_what_cannot_be_met_is_refused_in_a_sentence_and_changes_nothing(
    shell: Shell, imported: str, monkeypatch: pytest.MonkeyPatch, arguments: list[object], reason: str
) -> None:
    say(monkeypatch, b"\n")
    before = (imported, shell("list"), shell("versions", "1"))

    assert reason in shell.refused(*arguments)

    assert (imported, shell("list"), shell("versions", "1")) == before


def test_people_read_one_line_for_each_file(
    data_dir: Path, parcel: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["--data-dir", str(data_dir), "unpack", str(parcel)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        f"{parcel} → 报告1",
        "  报告1就是包里的这一份，内容和历史版本都相同，什么也没有做。",
    ]
