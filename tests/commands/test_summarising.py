"""Summarising on the command line."""

from pathlib import Path

import pytest

from tests.office_workbooks import office_workbook, row
from tests.shell import Shell


def test_summarise_answers_with_counts_and_findings(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "各地"
    folder.mkdir()
    for name in ("云岭县", "青河县"):
        (folder / f"{name}.xlsx").write_bytes(office_workbook(f"{name}人民政府", row("fy_apply", 20, 15)))
    (tmp_path / "名单.txt").write_text("云岭县\n青河县\n白水县\n", encoding="utf-8")
    answer = shell("summarise", folder, "--to", tmp_path / "汇总.xlsx", "--offices", tmp_path / "名单.txt")

    assert answer["files"] == [str(tmp_path / "汇总.xlsx")]
    assert (answer["offices"], answer["indicators"], answer["missing"]) == (2, 1, ["白水县"])
    assert (answer["contradictions"], answer["outliers"], answer["problems"]) == ([], [], [])


@pytest.mark.parametrize(
    ("place", "target", "words"),
    [
        ("没有", "汇总.xlsx", "找不到"),
        (".", "汇总.xlsx", "没有 Excel 表格"),
        (".", "汇总.pdf", "只能存成.xlsx"),
    ],
)
def test_summarise_says_what_is_wrong(
    shell: Shell, tmp_path: Path, place: str, target: str, words: str
) -> None:
    folder = tmp_path / "各地"
    folder.mkdir()

    assert words in shell.refused("summarise", folder / place, "--to", tmp_path / target)
    assert not list(folder.iterdir())


def test_ctrl_c_stops_summarising_with_nothing_written(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "云岭县.xlsx").write_bytes(office_workbook("云岭县", row("fy_apply", 20)))

    def press(_done: int, _count: int, name: str) -> None:
        if name:
            raise KeyboardInterrupt

    monkeypatch.setattr("commands.summarising._tell", press)
    assert "什么也没有写入" in shell.refused("summarise", tmp_path, "--to", tmp_path / "汇总.xlsx")
    assert not (tmp_path / "汇总.xlsx").exists()
