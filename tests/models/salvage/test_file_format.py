"""The readers of SQLite's own formats agree with SQLite."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.database import file_in
from models.salvage.file_format import FormatError, record, varint
from models.salvage.finds import Finds
from models.salvage.live import add_sound_rows
from models.salvage.log import read_log
from models.salvage.raw import add_rows, view
from models.store import Store
from tests.strategies import FEW
from tests.the_sample import sample_report


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (b"\x00", 0),
        (b"\x7f", 127),
        (b"\x81\x00", 128),
        (b"\xff\x7f", 16383),
        (b"\xff" * 9, -1),
        (b"\x81" + b"\x80" * 7 + b"\x00", 1 << 57),
    ],
)
def test_a_varint_is_read_as_the_format_says(written: bytes, value: int) -> None:
    assert varint(written, 0) == (value, len(written))


@FEW
@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    try:
        values = record(content)
    except FormatError:
        return
    assert all(value is None or isinstance(value, int | str | bytes) for value in values)


def test_the_raw_reader_finds_the_rows_that_sqlite_has(data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        store.keep(store.create(sample_report()), "手动")
        store.create(sample_report())
    wanted, got = Finds(), Finds()
    add_sound_rows(wanted, file_in(data_dir))

    add_rows(got, view(file_in(data_dir).read_bytes(), 4096), set())

    assert got.reports == wanted.reports
    assert got.contents == wanted.contents
    assert got.versions == wanted.versions
    assert got.content_keys == set(wanted.contents)
    assert got.version_keys == set(wanted.versions)
    assert got.last == 2


def test_the_log_is_taken_up_to_its_last_commit_as_by_sqlite(data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        store.create(sample_report())
        file = file_in(data_dir)
        log = read_log(file.with_name("drafts.db-wal").read_bytes())
        got, wanted = Finds(), Finds()
        add_rows(got, view(file.read_bytes(), log.page_size, log.taken), set())
        add_sound_rows(wanted, file)
        with closing(sqlite3.connect(file)) as other:
            (frames,) = {other.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()[1]}

    assert (len(log.taken), log.forgotten) == (frames, ())
    assert got.contents == wanted.contents
