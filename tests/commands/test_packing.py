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

    answer = shell("unpack", parcel, "--merge", "--accept")

    assert answer["reports"][0]["id"] == "1"
    assert shell("show", "1")["signature"]["date"] == "2026年3月1日"
    assert [one["id"] for one in shell("list")["reports"]] == ["1"]


class TestLookingBeforeMerging:
    @pytest.fixture
    def brought(self, shell: Shell, parcel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
        """A parcel with changes of another PC, some of which contradict those made here since."""
        other = Shell(tmp_path / "另一台", capsys)
        other("unpack", parcel)
        other("set", "1", "date=2026-3-9", "copies=某局", "figure.fy_apply=200")
        shell("set", "1", "date=2026-3-5", "figure.fy_apply=191")
        return Path(other("pack", "1", "--to", tmp_path / "带回.fznb")["files"][0])

    def test_what_would_change_is_told_and_nothing_changes(self, shell: Shell, brought: Path) -> None:
        before = (shell("list"), shell("show", "1"), shell("versions", "1"))

        answer = shell("unpack", brought, "--merge")

        assert set(answer) == {"reports", "changes", "conflicts"}
        (change,) = answer["changes"]
        assert (change["where"], change["here"], change["brought"]) == ("文头·抄送机关", "", "某局")
        told = [(one["where"], one["here"], one["brought"]) for one in answer["conflicts"]]
        assert told == [
            ("文头·成文日期", "2026年3月5日", "2026年3月9日"),
            ("数据·行政复议申请（本年）", "191", "200"),
        ]
        assert (shell("list"), shell("show", "1"), shell("versions", "1")) == before

    def test_accepting_merges_and_names_field_and_both_values_of_a_conflict(
        self, shell: Shell, brought: Path
    ) -> None:
        foreseen = shell("unpack", brought, "--merge")

        answer = shell("unpack", brought, "--merge", "--accept")

        assert (answer["changes"], answer["conflicts"]) == (foreseen["changes"], foreseen["conflicts"])
        notes = "\n".join(answer["reports"][0]["notes"])
        assert "“文头·成文日期”：本机是“2026年3月5日”，带来的是“2026年3月9日”" in notes
        assert shell("show", "1")["signature"]["date"] == "2026年3月5日"
        assert shell("unpack", brought, "--merge")["changes"] == []

    def test_a_report_that_is_not_here_is_not_taken_in_before_it_is_accepted(
        self, tmp_path: Path, parcel: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        third = Shell(tmp_path / "第三台", capsys)

        assert third("unpack", parcel, "--merge") == {"reports": [], "changes": [], "conflicts": []}
        assert third("list") == {"reports": []}
        assert third("unpack", parcel, "--merge", "--accept")["reports"][0]["id"] == "1"


def test_pack_says_who_can_read_the_file_and_under_which_other_name_it_was_written(
    data_dir: Path, parcel: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert main.main(["--data-dir", str(data_dir), "pack", "1", "--to", str(parcel)]) == 0

    said = capsys.readouterr()
    assert said.out.strip() == str(parcel.with_stem(f"{parcel.stem}（2）"))
    assert "谁拿到这个文件都能打开看" in said.err
    assert f"“{parcel.name}”已经有了，没有动它；这次写成了“{parcel.stem}（2）.fznb”" in said.err


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
        (["unpack", SAMPLE, "--accept"], "--accept只和--merge一起用"),
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
