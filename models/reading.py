"""A drafts' file read as it is: one state of it, by a connection that cannot change it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from models.database import PATIENCE_MS, READING_ERRORS, as_text, code_of

_NO_LOG_CAN_BE_MADE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}


@contextmanager
def reading(file: Path, patience_ms: int = PATIENCE_MS) -> Iterator[sqlite3.Connection]:
    """A connection within one reading transaction; what a -wal holds is seen, too. Raises READING_ERRORS."""
    with closing(_connected(file, patience_ms)) as connection:
        connection.execute("BEGIN")
        yield connection


def _connected(file: Path, patience_ms: int) -> sqlite3.Connection:
    """Where no -shm can be made (a CD, a locked stick), a file without a log is read as one that nobody changes."""
    try:
        return _opened(file, "mode=ro", patience_ms)
    except READING_ERRORS as error:
        if code_of(error) not in _NO_LOG_CAN_BE_MADE or not file.exists() or has_log(file):
            raise
        return _opened(file, "mode=ro&immutable=1", patience_ms)


def _opened(file: Path, how: str, patience_ms: int) -> sqlite3.Connection:
    address = f"{file.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(address, uri=True, timeout=patience_ms / 1000, isolation_level=None)
    try:
        connection.text_factory = as_text
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def has_log(file: Path) -> bool:
    """Whether a -wal with content lies beside a file."""
    with suppress(OSError):
        return file.with_name(f"{file.name}-wal").stat().st_size > 0
    return False
