"""A drafts' file that cannot be written to for a while, and a cache that is not the user's own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from models.database import file_in


@contextmanager
def occupied(data_dir: Path) -> Iterator[None]:
    """Another program holds the file while this lasts."""
    with closing(sqlite3.connect(file_in(data_dir), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def dump(data_dir: Path) -> list[str]:
    """Everything that is in the file."""
    with closing(sqlite3.connect(file_in(data_dir))) as connection:
        return list(connection.iterdump())
