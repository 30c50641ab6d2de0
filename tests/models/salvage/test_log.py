"""A log tells what SQLite takes from it, what it forgets, and whether that may have been committed."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from models.salvage.log import read_log

FRAME, HEADER = 24 + 4096, 32


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "some.db", isolation_level=None)) as opened:
        opened.execute("PRAGMA journal_mode = WAL")
        opened.execute("CREATE TABLE words (word TEXT)")
        yield opened


def log_of(tmp_path: Path) -> bytearray:
    copy = shutil.copy(tmp_path / "some.db-wal", tmp_path / "copy")
    return bytearray(Path(copy).read_bytes())


def test_a_log_as_sqlite_wrote_it_is_taken_whole(connection: sqlite3.Connection, tmp_path: Path) -> None:
    connection.execute("INSERT INTO words VALUES ('甲')")

    log = read_log(bytes(log_of(tmp_path)))

    assert len(log.taken) == (len(log_of(tmp_path)) - HEADER) // FRAME
    assert not log.is_torn


def test_a_log_that_began_anew_over_an_older_one_is_not_torn(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    for _ in range(9):
        connection.execute("INSERT INTO words VALUES (hex(randomblob(9000)))")
    connection.execute("PRAGMA wal_checkpoint(RESTART)")
    connection.execute("INSERT INTO words VALUES ('乙')")

    log = read_log(bytes(log_of(tmp_path)))

    assert 0 < len(log.taken) < (len(log_of(tmp_path)) - HEADER) // FRAME
    assert not log.is_torn


def test_a_last_frame_without_the_end_of_its_transaction_was_never_acknowledged(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    connection.execute("INSERT INTO words VALUES (hex(randomblob(9000)))")
    unfinished = log_of(tmp_path)[:-FRAME]

    assert not read_log(bytes(unfinished)).is_torn


@pytest.mark.parametrize("length", [8, FRAME])
def test_a_last_frame_that_was_written_over_may_have_been_a_commit(
    connection: sqlite3.Connection, tmp_path: Path, length: int
) -> None:
    connection.execute("INSERT INTO words VALUES ('甲')")
    damaged = log_of(tmp_path)
    at = len(damaged) - FRAME + 8
    unlike = bytes(
        [damaged[16] ^ 0xFF]
    )  # the log's own salt begins with another byte, whatever it is this time
    damaged[at : at + length] = unlike * min(length, len(damaged) - at)

    assert read_log(bytes(damaged)).is_torn


def test_a_frame_damaged_before_a_commit_hides_it(connection: sqlite3.Connection, tmp_path: Path) -> None:
    for word in "甲乙":
        connection.execute("INSERT INTO words VALUES (?)", (word,))
    damaged = log_of(tmp_path)
    damaged[HEADER + FRAME + 100] ^= 1

    log = read_log(bytes(damaged))

    assert log.is_torn
    assert log.forgotten
