"""A new, sound drafts' file from what was chosen."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

from models.database import make_private, told_in_words
from models.migrations import migrate
from models.salvage.choosing import Choice
from models.seal import seal
from models.sealed_rows import ReportRow, VersionRow


def build(file: Path, choices: Iterable[Choice], versions: Iterable[VersionRow], last: int) -> None:
    """Write reports with their versions; `last` is the highest number that was ever given. Raises UserError."""
    make_private(file)
    with told_in_words(file):
        migrate(file)
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for choice in choices:
                _write(connection, choice)
            for version in versions:
                connection.execute(f"INSERT INTO versions VALUES ({_marks(10)})", astuple(version))
            _keep_numbers_used(connection, last)
            connection.execute("COMMIT")
            connection.execute("PRAGMA journal_mode = DELETE")  # it is moved as one file


def _write(connection: sqlite3.Connection, choice: Choice) -> None:
    number = choice.row.id
    contents = [(number, key, value, seal(number, key, value)) for key, value in choice.contents.items()]
    row = ReportRow(*map(_storable, astuple(choice.row)))
    row = replace(row, seal=row.reckoned_seal(sealed for *_, sealed in contents))
    connection.execute(f"INSERT INTO reports VALUES ({_marks(11)})", astuple(row))
    connection.executemany(f"INSERT INTO contents VALUES ({_marks(4)})", contents)


def _keep_numbers_used(connection: sqlite3.Connection, last: int) -> None:
    """A number that was given once is given to no other report."""
    (given,) = connection.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = 'reports'").fetchone()
    if given is not None and given < last:
        connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'reports'", (last,))


def _storable(value: Any) -> Any:
    """A column without the bytes that are no text."""
    return value.encode(errors="replace").decode() if isinstance(value, str) else value


def _marks(many: int) -> str:
    return ", ".join("?" * many)
