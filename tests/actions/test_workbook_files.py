"""Which workbooks lie in the places named: all that people sent, also those that no reader understands."""

from pathlib import Path

import pytest

from actions.workbook_files import SUFFIXES, workbook_files
from models.errors import UserError


def lay(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")


def names(found: tuple[Path, ...]) -> list[str]:
    return [one.name for one in found]


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".XLSX"])
def test_every_kind_of_workbook_is_found_below_a_folder(tmp_path: Path, suffix: str) -> None:
    lay(tmp_path, f"一/二/县司法局{suffix}", "说明.docx")
    assert names(workbook_files([tmp_path])) == [f"县司法局{suffix}"]


@pytest.mark.parametrize("name", ["~$表.xlsx", ".~表.xlsx", "._表.xlsx", ".表.xlsx"])
def test_files_that_are_not_meant_for_people_are_left_out(tmp_path: Path, name: str) -> None:
    lay(tmp_path, name, "表.xlsx")
    assert names(workbook_files([tmp_path])) == ["表.xlsx"]


def test_each_is_found_once_and_one_is_left_out(tmp_path: Path) -> None:
    lay(tmp_path, "甲/一.xlsx", "汇总.xlsx")
    places = [tmp_path, tmp_path / "甲", tmp_path / "甲" / "一.xlsx"]
    assert names(workbook_files(places, but=tmp_path / "汇总.xlsx")) == ["一.xlsx"]


def test_places_without_any_stay_in_the_list_beside_others(tmp_path: Path) -> None:
    lay(tmp_path, "甲/一.xlsx")
    (tmp_path / "空").mkdir()
    found = workbook_files([tmp_path / "空", tmp_path / "没有的", tmp_path / "甲"])
    assert sorted(names(found)) == ["一.xlsx", "没有的", "空"]


def test_no_workbook_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有 Excel 表格"):
        workbook_files([tmp_path])
