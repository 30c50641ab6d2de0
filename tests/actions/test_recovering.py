"""Restoring a backup wipes nothing out that cannot be found again."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from actions.recovering import recover, take_report
from models.backup import Backup, Reason, keep_backup
from models.database import file_in
from models.errors import UserError
from models.inspection import troubles
from models.report import Report
from models.store import Store

REPORT = Report(2024, "county-regulation", preamble=("原来。",))


@pytest.fixture
def backup(data_dir: Path) -> Backup:
    """A backup of one report with a version; since then the report was changed and another one made."""
    with Store.open(data_dir) as store:
        store.keep(store.create(REPORT), "手动", "初稿")
        made = keep_backup(data_dir, Reason.ASKED)
        store.edit("1", lambda report: replace(report, preamble=("新写的。",)))
        store.create(replace(REPORT, year=2025))
    assert made
    return made


def test_restore_brought_back_something_older_but_wiped_no_new_work(data_dir: Path, backup: Backup) -> None:
    done = recover(data_dir, backup.file)

    said = "".join(done.notes)
    assert (done.how, done.reports, done.versions) == ("restored", 1, 1)
    assert "没有报告2" in said
    assert "旧：报告1" in said
    assert done.aside
    assert done.aside.name in said
    recover(data_dir, done.aside)
    with Store.open(data_dir) as store:
        assert store.load("1").preamble == ("新写的。",)
        assert len(store.list()) == 2


def test_a_store_that_is_open_sees_the_restored_state_and_goes_on(data_dir: Path, backup: Backup) -> None:
    with Store.open(data_dir) as store:
        recover(data_dir, backup.file)

        assert store.load("1").preamble == ("原来。",)
        store.edit("1", lambda report: replace(report, preamble=("接着写。",)))
        assert troubles(file_in(data_dir)) == ()


def test_a_missing_file_is_put_back(data_dir: Path, backup: Backup) -> None:
    file_in(data_dir).unlink()

    done = recover(data_dir, backup.file)

    assert (done.reports, done.aside) == (1, None)
    with Store.open(data_dir) as store:
        assert store.load("1") == REPORT


def test_a_damaged_present_file_goes_aside_with_its_log(data_dir: Path, backup: Backup) -> None:
    file_in(data_dir).write_bytes(b"\x00" * 9000)
    log = data_dir / "drafts.db-wal"
    log.write_bytes(b"old log")

    done = recover(data_dir, backup.file)

    assert done.aside.read_bytes() == b"\x00" * 9000
    assert done.aside.with_name(f"{done.aside.name}-wal").read_bytes() == b"old log"
    assert not log.exists()
    with Store.open(data_dir) as store:
        assert store.load("1") == REPORT


def test_a_backup_of_an_earlier_program_is_brought_up_to_date(data_dir: Path) -> None:
    old = Path(__file__).parents[1] / "models" / "old_databases" / "2.db"
    before = old.read_bytes()

    done = recover(data_dir, old)

    assert (done.reports, done.versions) == (2, 2)
    assert old.read_bytes() == before
    assert sorted(one.name for one in data_dir.iterdir()) == ["drafts.db"]


def test_a_newer_programs_file_and_a_foreign_one_are_refused(
    data_dir: Path, backup: Backup, tmp_path: Path
) -> None:
    newer, foreign = backup.file, tmp_path / "foreign.db"
    for file, statement in ((newer, "PRAGMA user_version = 99"), (foreign, "CREATE TABLE songs (id)")):
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(statement)
    before = file_in(data_dir).read_bytes()

    for file, words in ((newer, "更新版本"), (foreign, "别的程序")):
        with pytest.raises(UserError, match=words):
            recover(data_dir, file)

    assert file_in(data_dir).read_bytes() == before


def test_one_report_comes_out_of_a_backup_as_a_new_one_with_its_history(
    data_dir: Path, backup: Backup
) -> None:
    with Store.open(data_dir) as store:
        taken = take_report(backup.file, "1", store)

        assert store.load(taken) == REPORT
        assert [one.name for one in store.versions(taken)] == ["初稿"]
        assert store.load("1").preamble == ("新写的。",)
