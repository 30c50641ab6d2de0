"""A drafts' file read as it is: one state of it, by a connection that cannot change it.

For whoever inspects, copies or salvages a file, damaged or of an older version. What is to be shown of drafts that
lie where nothing can be written is read through `models.read_only`, which may read an up-to-date copy instead.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from models.database import PATIENCE_MS, READING_ERRORS, as_text, code_of

_NO_LOG_CAN_BE_MADE = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY})


@contextmanager
def reading(file: Path, patience_ms: int = PATIENCE_MS) -> Iterator[sqlite3.Connection]:
    """A connection within one reading transaction; what a -wal holds is seen, too. Raises READING_ERRORS."""
    with closing(as_it_lies(file, patience_ms)) as connection:
        connection.execute("BEGIN")
        yield connection


def as_it_lies(file: Path, patience_ms: int = PATIENCE_MS) -> sqlite3.Connection:
    """A connection to a file, outside a transaction; raises READING_ERRORS.

    Where no -shm can be made (a CD, a locked stick), a file without a log is read as one that nobody changes.
    """
    try:
        return _opened(file, "mode=ro", patience_ms)
    except READING_ERRORS as error:
        if not needs_log(error) or not file.exists() or has_log(file):
            raise
        return _opened(file, "mode=ro&immutable=1", patience_ms)


def _opened(file: Path, how: str, patience_ms: int) -> sqlite3.Connection:
    connection = connected(f"{file.absolute().as_uri()}?{how}", patience_ms)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def connected(address: str, patience_ms: int = PATIENCE_MS) -> sqlite3.Connection:
    """A connection to an address (a URI for SQLite), on which nothing was read yet."""
    connection = sqlite3.connect(address, uri=True, timeout=patience_ms / 1000, isolation_level=None)
    connection.text_factory = as_text
    return connection


def needs_log(error: Exception) -> bool:
    """Whether a file could not be read because nothing can be made beside it."""
    return code_of(error) in _NO_LOG_CAN_BE_MADE


def has_log(file: Path) -> bool:
    """Whether a -wal with content lies beside a file."""
    with suppress(OSError):
        return file.with_name(f"{file.name}-wal").stat().st_size > 0
    return False
