"""What fills a gap comes from the same report, never from one that only has the same number."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from actions.recovering import recover
from models.backup import Reason, keep_backup
from models.database import file_in
from models.report import Report
from models.store import Store
from tests.drafts import damage

OURS = Report(2024, "county-regulation", preamble=("本县写的。",))
THEIRS = Report(2024, "county-regulation", preamble=("邻县写的。",))


def furnished(data_dir: Path, report: Report) -> Path:
    """A data folder with one report in a backup."""
    with Store.open(data_dir) as store:
        store.create(report)
    keep_backup(data_dir, Reason.ASKED)
    return data_dir


@pytest.fixture
def ours(data_dir: Path) -> Path:
    return furnished(data_dir, OURS)


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    return furnished(tmp_path / "邻县", THEIRS)


def contents(data_dir: Path) -> str:
    with closing(sqlite3.connect(file_in(data_dir))) as connection:
        return str(connection.execute("SELECT key, value FROM contents").fetchall())


@pytest.mark.parametrize(
    "statements",
    [
        ["DELETE FROM contents WHERE key = 'preamble'"],
        ["DELETE FROM contents WHERE key = 'preamble'", "DELETE FROM reports"],
        ["UPDATE contents SET value = '[' WHERE key = 'preamble'"],
        [
            "UPDATE contents SET value = '[' WHERE key = 'preamble'",
            "UPDATE reports SET uid = '?', created = updated",
        ],
    ],
)
def test_another_report_of_the_same_number_lends_nothing(
    ours: Path, theirs: Path, statements: list[str]
) -> None:
    for statement in statements:
        damage(ours, statement)

    done = recover(theirs, file_in(ours))

    assert "邻县" not in contents(theirs)
    assert "开头没有救回" in "".join(done.lost)
    assert done.reports == 1


def test_where_nothing_tells_whether_it_is_the_same_the_way_to_the_backup_is_said(ours: Path) -> None:
    damage(ours, "DELETE FROM contents WHERE key = 'preamble'")
    damage(ours, "DELETE FROM reports")

    done = recover(ours, file_in(ours))

    assert "取出报告" in "".join(done.lost)


def test_the_same_report_lends_also_from_another_folder(ours: Path, tmp_path: Path) -> None:
    copied = tmp_path / "拷走"
    shutil.copytree(ours, copied)
    damage(copied, "DELETE FROM contents WHERE key = 'preamble'")

    done = recover(ours, file_in(copied))

    assert "本县写的" in contents(ours)
    assert "的备份" in "".join(done.lost) or done.lost == ()


def test_a_report_without_its_row_is_known_by_a_version(ours: Path, theirs: Path) -> None:
    with Store.open(ours) as store:
        store.keep("1", "手动", "初稿")
        store.edit("1", lambda report: replace(report, year=2023))
    keep_backup(ours, Reason.ASKED)
    damage(ours, "DELETE FROM contents WHERE key = 'preamble'")
    damage(ours, "DELETE FROM reports")

    recover(ours, file_in(ours))

    assert "本县写的" in contents(ours)


def test_a_report_of_other_drafts_is_not_added_whole(ours: Path, theirs: Path) -> None:
    with Store.open(theirs) as store:
        store.create(THEIRS)
    keep_backup(theirs, Reason.ASKED)
    with file_in(ours).open("r+b") as stream:
        stream.write(bytes(100))

    assert recover(theirs, file_in(ours)).reports == 1
    assert "邻县" not in contents(theirs)
