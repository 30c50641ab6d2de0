"""What is in a backup beside what is there now."""

from pathlib import Path

import pytest

from actions.backup_contents import BrokenBackupError, Standing, contents
from actions.drafting import new_report
from models.backup import back_up
from models.database import file_in
from models.errors import UserError
from models.store import Store


def filled(data_dir: Path, *organs: str) -> Path:
    with Store.open(data_dir) as store:
        for organ in organs:
            store.create(new_report("county-regulation", organ, 2025))
    return data_dir


def test_another_pcs_report_of_the_same_number_is_not_taken_for_ours(data_dir: Path, tmp_path: Path) -> None:
    filled(data_dir, "云岭县人民政府")
    back_up(file_in(filled(tmp_path / "同事", "澜江县人民政府")), tmp_path / "同事给的.db")

    found = contents(data_dir, tmp_path / "同事给的.db")

    assert [one.standing for one in found.held] == [Standing.GONE]
    assert [one.organ for one in found.lacking] == ["云岭县人民政府"]


def test_where_the_present_file_is_damaged_a_backup_can_be_looked_into_all_the_same(
    data_dir: Path, tmp_path: Path
) -> None:
    filled(data_dir, "云岭县人民政府")
    back_up(file_in(data_dir), tmp_path / "备份.db")
    file_in(data_dir).write_bytes(b"\x00" * 8192)

    assert [one.standing for one in contents(data_dir, tmp_path / "备份.db").held] == [Standing.GONE]


def test_empty_or_broken_backup_replaced_the_good_file(data_dir: Path, tmp_path: Path) -> None:
    """An empty file, one without reports and a broken one are each refused before anything is brought back."""
    filled(data_dir, "云岭县人民政府")
    empty, blank, broken = (tmp_path / name for name in ("空.db", "没有报告.db", "断.db"))
    empty.touch()
    back_up(file_in(filled(tmp_path / "另一处")), blank)
    broken.write_bytes(file_in(data_dir).read_bytes()[:5000])

    for file in (empty, blank):
        with pytest.raises(UserError, match=r"不能(直接)?用来恢复"):
            contents(data_dir, file)
    with pytest.raises(BrokenBackupError):
        contents(data_dir, broken)


def test_a_warning_tells_reports_of_one_title_apart_and_speaks_of_the_trash(
    data_dir: Path, tmp_path: Path
) -> None:
    filled(data_dir, "云岭县人民政府", "云岭县人民政府")
    back_up(file_in(data_dir), tmp_path / "备份.db")
    filled(data_dir, "云岭县人民政府")
    with Store.open(data_dir) as store:
        store.trash("2")

    warning = contents(data_dir, tmp_path / "备份.db").warning

    assert "2025年《" in warning
    assert "（云岭县人民政府，编号3，" in warning
    assert "改过）是备份以后才有的" in warning
    assert "回收站也一起换：现在有1份，备份里有0份" in warning
