"""`collect` and `merge` as a clerk's scripts use them."""

from pathlib import Path

import pytest

import main
from tests.actions import returned_workbooks as returned
from tests.shell import SAMPLE, Shell


@pytest.fixture
def shell(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    made = Shell(data_dir, capsys)
    made("import", SAMPLE)
    return made


def value(shell: Shell, indicator: str) -> str:
    (figure,) = (one for one in shell("show", 1)["figures"] if one["id"] == indicator)
    return str(figure["value"])


def test_collected_filled_in_and_merged(shell: Shell, tmp_path: Path) -> None:
    files = shell("collect", 1, "--to", tmp_path, "--deadline", "2026-01-15")["files"]
    law = next(Path(one) for one in files if "司法局" in one)
    returned.set_cell(law, "fy_apply", "本年", 180)

    seen = shell("merge", 1, law)

    (change,) = seen["changes"]
    assert {key: change[key] for key in ("id", "old", "new", "source")} == {
        "id": "fy_apply", "old": "164", "new": "180", "source": law.name,
    }  # fmt: skip
    assert value(shell, "fy_apply") == "164"
    assert shell("merge", 1, law, "--accept")["accepted"]
    assert value(shell, "fy_apply") == "180"
    assert shell("merge", 1, law)["changes"] == []


def test_taking_over_amounts_says_which_frozen_paper_was_left(
    shell: Shell, tmp_path: Path, data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = shell("collect", 1, "--to", tmp_path)["files"]
    law = next(one for one in files if "司法局" in one)
    returned.set_cell(Path(law), "fy_apply", "本年", 180)
    shell("export", 1, "--to", tmp_path, "--format", "txt", "--stage", "送审稿")

    line = ["--data-dir", str(data_dir), "--json", "merge", "1", law]
    assert main.main(line) == 0
    assert "已离开" not in capsys.readouterr().err
    assert main.main([*line, "--accept"]) == 0
    assert "已离开送审稿第1稿" in capsys.readouterr().err


def test_a_conflict_waits_for_take(shell: Shell, tmp_path: Path) -> None:
    for folder, number in (("一", 180), ("二", 181)):
        files = shell("collect", 1, "--to", tmp_path / folder)["files"]
        law = next(Path(one) for one in files if "司法局" in one)
        returned.set_cell(law, "fy_apply", "本年", number)
        law.replace(tmp_path / f"司法局{folder}.xlsx")
    both = [tmp_path / "司法局一.xlsx", tmp_path / "司法局二.xlsx"]

    seen = shell("merge", 1, *both, "--accept")
    assert seen["changes"] == []
    assert any("司法局一.xlsx" in words and "181" in words for words in seen["problems"])
    assert value(shell, "fy_apply") == "164"

    shell("merge", 1, *both, "--accept", "--take", "fy_apply=司法局二.xlsx")
    assert value(shell, "fy_apply") == "181"


def test_when_nothing_could_be_read_the_request_is_refused(shell: Shell, tmp_path: Path) -> None:
    old = tmp_path / "司法局.xls"
    old.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))

    answer = shell("merge", 1, old, "--accept", status=2)

    assert answer["changes"] == []
    assert answer["problems"] == [answer["error"]]
    assert "旧格式" in answer["error"]


def test_a_deadline_that_is_no_day_is_refused(shell: Shell, tmp_path: Path) -> None:
    assert "不是日期" in shell("collect", 1, "--to", tmp_path, "--deadline", "下周", status=2)["error"]
    assert list(tmp_path.glob("*.xlsx")) == []
