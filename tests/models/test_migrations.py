"""A file from an earlier program becomes one of today's, whole or not at all, and its copy stays."""

import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from models.backup import backups
from models.database import file_in
from models.errors import UserError
from models.migrations import APPLICATION_ID, MIGRATIONS, VERSION, Migration, migrate
from models.records import Base
from models.report import Report
from models.store import Store
from tests.drafts import write


def add_reviewer(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE reports ADD COLUMN reviewer TEXT NOT NULL DEFAULT ''")
    connection.execute("UPDATE reports SET reviewer = '李四'")


def add_letters(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE letters (id INTEGER PRIMARY KEY)")


def fail_half_way(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half (id INTEGER)")
    connection.execute("UPDATE reports SET title = '改了一半'")
    connection.execute("SELECT nonsense FROM nowhere")


def later(*steps: Migration) -> tuple[Migration, ...]:
    return (*MIGRATIONS, *steps)


@pytest.fixture
def file(data_dir: Path) -> Path:
    """A file of today's version with one report in it."""
    with Store.open(data_dir) as store:
        store.create(Report(2024, "county-regulation"))
    return file_in(data_dir)


@pytest.fixture
def reader(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file)) as connection:
        yield connection


def version_of(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def tables_of(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def copies_of(file: Path) -> list[Path]:
    """Whatever lies beside the file, and among the backups, but is not SQLite's own."""
    known = {f"drafts.db{end}" for end in ("", "-wal", "-shm")} | {"backups"}
    return sorted(other for other in file.parent.rglob("*") if other.name not in known)


def test_a_new_file_has_exactly_what_the_records_say(file: Path) -> None:
    by_migrations = create_engine(f"sqlite:///{file}")
    by_records = create_engine("sqlite://")
    Base.metadata.create_all(by_records)

    found, wanted = inspect(by_migrations), inspect(by_records)

    assert set(found.get_table_names()) == set(wanted.get_table_names())
    for table in wanted.get_table_names():
        assert [(c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(table)] == [
            (c["name"], str(c["type"]), c["nullable"]) for c in wanted.get_columns(table)
        ]
        primary = (found.get_pk_constraint(table), wanted.get_pk_constraint(table))
        assert primary[0]["constrained_columns"] == primary[1]["constrained_columns"]
        assert found.get_foreign_keys(table) == wanted.get_foreign_keys(table)
        assert found.get_indexes(table) == wanted.get_indexes(table)
    by_migrations.dispose()
    by_records.dispose()


def test_a_new_file_is_marked_as_ours_and_todays(file: Path, reader: sqlite3.Connection) -> None:
    assert version_of(file) == VERSION
    assert reader.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_opening_todays_file_makes_no_copy(file: Path) -> None:
    Store.open(file.parent).close()

    assert copies_of(file) == []


def test_an_older_file_takes_the_steps_it_lacks_in_order(file: Path, reader: sqlite3.Connection) -> None:
    migrate(file, later(add_reviewer, add_letters))

    assert version_of(file) == VERSION + 2
    assert reader.execute("SELECT year, reviewer FROM reports").fetchall() == [(2024, "李四")]
    assert "letters" in tables_of(file)


def test_an_older_file_is_copied_whole_first(file: Path) -> None:
    with closing(
        sqlite3.connect(file)
    ) as other:  # keeps the change below in the -wal, out of the file itself
        other.execute("SELECT count(*) FROM reports").fetchone()
        write(file.parent, "UPDATE reports SET title = '最后一改'")

        migrate(file, later(add_reviewer))

    (copy,) = copies_of(file)
    assert [(one.file, one.reason) for one in backups(file.parent / "backups")] == [(copy, "升级前")]
    assert version_of(copy) == VERSION
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT title FROM reports").fetchone() == ("最后一改",)
    assert copies_of(file) == [copy]


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX's")
def test_a_copy_is_the_users_alone(file: Path) -> None:
    migrate(file, later(add_reviewer))

    (copy,) = copies_of(file)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_new_file_needs_no_copy(tmp_path: Path) -> None:
    migrate(tmp_path / "drafts.db", later(add_letters))

    assert copies_of(tmp_path / "drafts.db") == []


def test_a_file_from_before_versions_keeps_its_drafts_and_takes_versions(data_dir: Path) -> None:
    data_dir.mkdir()
    migrate(file_in(data_dir), MIGRATIONS[:1])
    with closing(sqlite3.connect(file_in(data_dir))) as connection, connection:
        connection.execute(
            "INSERT INTO reports VALUES (4, '2026-01-05T08:00:00+00:00', '2026-01-06T08:00:00+00:00', 9,"
            " '旧稿', '青河县人民政府', 2025, '起草')"
        )
        connection.executemany(
            "INSERT INTO contents VALUES (4, ?, ?)",
            [("year", "2025"), ("template", '"county-regulation"'), ("preamble", '["现报告如下。"]')],
        )

    with Store.open(data_dir) as store:
        assert store.load("4") == Report(2025, "county-regulation", preamble=("现报告如下。",))
        assert store.list()[0].title == "旧稿"
        assert store.versions("4") == ()
        assert store.keep("4", "送审稿").number == 1

    assert [version_of(copy) for copy in copies_of(file_in(data_dir))] == [1]


def test_a_step_that_fails_leaves_nothing_behind(file: Path, reader: sqlite3.Connection) -> None:
    title = reader.execute("SELECT title FROM reports").fetchone()

    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(file, later(add_reviewer, fail_half_way, add_letters))

    assert version_of(file) == VERSION + 1
    assert tables_of(file).isdisjoint({"half", "letters"})
    assert reader.execute("SELECT title FROM reports").fetchone() == title


def test_a_step_that_failed_can_be_tried_again(file: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        migrate(file, later(fail_half_way))

    migrate(file, later(add_letters))

    assert version_of(file) == VERSION + 1


def test_a_file_of_a_newer_program_is_refused_and_left_as_it_is(file: Path) -> None:
    migrate(file, later(add_reviewer))
    before = file.read_bytes()

    with pytest.raises(UserError, match="更新版本的法治年报"):
        Store.open(file.parent)

    assert file.read_bytes() == before


def test_another_programs_database_is_refused_and_left_as_it_is(data_dir: Path) -> None:
    data_dir.mkdir()
    with closing(sqlite3.connect(file_in(data_dir))) as connection, connection:
        connection.execute("CREATE TABLE reports (id INTEGER)")
    before = file_in(data_dir).read_bytes()

    with pytest.raises(UserError, match="别的程序的数据库"):
        Store.open(data_dir)

    assert file_in(data_dir).read_bytes() == before


def test_no_step_is_taken_without_its_copy(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def disk_full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", disk_full)

    with pytest.raises(UserError, match="没有升级"):
        migrate(file, later(add_reviewer))

    assert version_of(file) == VERSION
    assert copies_of(file) == []
