"""What SQLite itself still reads of a damaged file: each table from its beginning and, past an error, from its end."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from models.database import READING_ERRORS, told_in_words
from models.reading import reading
from models.salvage.finds import Finds, as_row
from models.sealed_rows import (
    CONTENT_COLUMNS,
    REPORT_COLUMNS,
    VERSION_COLUMNS,
)

_TABLES = (("reports", REPORT_COLUMNS), ("contents", CONTENT_COLUMNS), ("versions", VERSION_COLUMNS))
_INDEXES = (
    "SELECT report_id, key, rowid FROM contents ORDER BY report_id, key",
    "SELECT report_id, number, rowid FROM versions ORDER BY report_id, number",
    "SELECT name, seq FROM sqlite_sequence",
)


def add_live_rows(finds: Finds, file: Path) -> None:
    """Take in the rows of a file's tables and the entries of its indexes; `is_whole` falls where any was unreadable."""
    try:
        with reading(file) as connection:
            if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                finds.is_whole = False
            for table, columns in _TABLES:
                for row in _from_both_ends(finds, connection, table, columns):
                    finds.add(as_row(row))
            for statement in _INDEXES:
                for row in _as_far_as_it_goes(finds, connection, statement):
                    finds.add_entry(row)
    except READING_ERRORS:
        finds.is_whole = False


def add_sound_rows(finds: Finds, file: Path) -> None:
    """The same of a file that is sound. Raises UserError."""
    with told_in_words(file), reading(file) as connection:
        for table, columns in _TABLES:
            for row in connection.execute(f"SELECT {columns} FROM {table}"):
                finds.add(as_row(row))


def _from_both_ends(
    finds: Finds, connection: sqlite3.Connection, table: str, columns: str
) -> Iterator[Sequence[Any]]:
    for order in ("ASC", "DESC"):
        was_whole, finds.is_whole = finds.is_whole, True
        yield from _as_far_as_it_goes(
            finds, connection, f"SELECT {columns} FROM {table} NOT INDEXED ORDER BY rowid {order}"
        )
        reached_the_end, finds.is_whole = finds.is_whole, finds.is_whole and was_whole
        if reached_the_end:
            return


def _as_far_as_it_goes(
    finds: Finds, connection: sqlite3.Connection, statement: str
) -> Iterator[Sequence[Any]]:
    try:
        yield from connection.execute(statement)
    except READING_ERRORS:
        finds.is_whole = False
