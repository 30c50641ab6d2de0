"""The list is on screen before SQLAlchemy is imported, says what the store says, and never stands in the way."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from models.database import file_in
from models.letterhead import Letterhead
from models.report import Report, Stage
from models.report_list import read_report_list
from models.store import Store

REPORT = Report(2024, "county-regulation", letterhead=Letterhead(organs=("云岭县人民政府",)))


def execute(data_dir: Path, statement: str) -> None:
    with closing(sqlite3.connect(file_in(data_dir))) as connection, connection:
        connection.execute(statement)


def test_it_says_what_the_store_says(data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        store.create(REPORT)
        store.create(replace(REPORT, year=2025, stage=Stage.FINAL))
        while_open = read_report_list(data_dir)

        assert while_open == store.list()
        assert len(while_open) == 2

    assert read_report_list(data_dir) == while_open


@pytest.mark.parametrize("name", ["a b", "云岭县 司法局（测试）#1?x=%20", "很长的名字" * 16])
def test_the_folder_may_be_called_anything(tmp_path: Path, name: str) -> None:
    if sys.platform == "win32":
        name = name.replace("?", "")
    with Store.open(tmp_path / name) as store:
        store.create(REPORT)

    assert [summary.year for summary in read_report_list(tmp_path / name)] == [2024]


def test_a_folder_may_be_given_from_where_one_stands(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(data_dir) as store:
        store.create(REPORT)
    monkeypatch.chdir(data_dir.parent)

    assert len(read_report_list(Path(data_dir.name))) == 1


def test_a_missing_file_is_an_empty_list_and_stays_missing(data_dir: Path) -> None:
    assert read_report_list(data_dir) == ()
    assert not data_dir.exists()


def test_a_file_that_is_no_database_is_an_empty_list(data_dir: Path) -> None:
    data_dir.mkdir()
    file_in(data_dir).write_bytes(b"not a database, but long enough to hold a header")

    assert read_report_list(data_dir) == ()


@pytest.mark.parametrize("version", [0, 99])
def test_a_file_of_another_version_is_left_to_the_store(data_dir: Path, version: int) -> None:
    with Store.open(data_dir) as store:
        store.create(REPORT)
    execute(data_dir, f"PRAGMA user_version = {version}")

    assert read_report_list(data_dir) == ()


def test_a_file_without_its_tables_is_an_empty_list(data_dir: Path) -> None:
    Store.open(data_dir).close()
    execute(data_dir, "DROP TABLE reports")

    assert read_report_list(data_dir) == ()


def test_a_stage_of_another_version_is_a_draft(data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        store.create(REPORT)
    execute(data_dir, "UPDATE reports SET stage = '未来稿'")

    assert [summary.stage for summary in read_report_list(data_dir)] == [Stage.DRAFT]


def test_it_does_not_import_sqlalchemy() -> None:
    code = "import sys, models.report_list; sys.exit('sqlalchemy' in sys.modules)"

    assert (
        subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode
        == 0
    )
