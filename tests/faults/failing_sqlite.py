"""SQLite that fails once: every call a program makes of it is counted, and the one asked for goes wrong."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

_REAL = sqlite3.connect


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong: SQLite's code and words, whether SQLite takes the transaction back, when it happens.

    `after`: the call took effect and yet says that it failed, as a COMMIT may whose answer is lost. `lasting`: all
    calls from then on fail, too.
    """

    name: str
    code: int
    words: str
    rolls_back: bool = False
    after: bool = False
    lasting: bool = False

    def error(self) -> sqlite3.DatabaseError:
        """The exception that Python's driver raises for this code."""
        is_broken = self.code & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
        error = (sqlite3.DatabaseError if is_broken else sqlite3.OperationalError)(self.words)
        error.sqlite_errorcode = self.code
        error.sqlite_errorname = self.name
        return error


_FULL = (sqlite3.SQLITE_FULL, "database or disk is full")
_IO = (sqlite3.SQLITE_IOERR_WRITE, "disk I/O error")
FAULTS = (
    Fault("full", *_FULL, rolls_back=True),
    Fault("full from then on", *_FULL, rolls_back=True, lasting=True),
    Fault("I/O error", *_IO, rolls_back=True),
    Fault("I/O error after the call", *_IO, after=True),
    Fault("I/O error from then on", *_IO, lasting=True),
    Fault("locked", sqlite3.SQLITE_BUSY, "database is locked"),
    Fault("read-only", sqlite3.SQLITE_READONLY, "attempt to write a readonly database"),
    Fault("corrupt", sqlite3.SQLITE_CORRUPT, "database disk image is malformed"),
    Fault("cannot open", sqlite3.SQLITE_CANTOPEN, "unable to open database file"),
)


@dataclass(slots=True)
class Schedule:
    """Counts calls from 1 and says which of them fails."""

    fault: Fault
    at: int
    calls: int = 0
    struck: str = ""
    connections: list[sqlite3.Connection] = field(default_factory=list)

    def pass_through(self, name: str, connection: sqlite3.Connection | None, call: Callable[[], Any]) -> Any:
        """Make the call, or fail in its place, or make it and fail."""
        self.calls += 1
        if self.calls != self.at and not (self.fault.lasting and self.calls > self.at):
            return call()
        self.struck = self.struck or name
        if self.fault.after:
            call()
        elif self.fault.rolls_back and connection is not None:
            with suppress(sqlite3.Error):
                sqlite3.Connection.rollback(connection)
        raise self.fault.error()


@contextmanager
def failing(schedule: Schedule) -> Iterator[None]:
    """Within, every connection that is opened follows the schedule; afterwards these are whole again."""
    kept = (sqlite3.connect, sqlite3.dbapi2.connect)

    def connect(file: str | Path, *positional: Any, **named: Any) -> sqlite3.Connection:
        factory = _factory(schedule)
        opened: sqlite3.Connection = schedule.pass_through(
            f"connect {Path(file).suffix}", None, lambda: _REAL(file, *positional, factory=factory, **named)
        )
        schedule.connections.append(opened)
        return opened

    sqlite3.connect = sqlite3.dbapi2.connect = connect  # type: ignore[assignment]
    try:
        yield
    finally:
        sqlite3.connect, sqlite3.dbapi2.connect = kept
        schedule.at, schedule.fault = -1, FAULTS[0]


def _factory(schedule: Schedule) -> type[sqlite3.Connection]:
    class FailingCursor(sqlite3.Cursor):
        def pass_through(self, statement: str, call: Callable[[], Any]) -> Any:
            try:
                return schedule.pass_through(statement, self.connection, call)
            except sqlite3.Error:
                super().close()  # the driver resets a statement that failed; left half read it would hold its lock
                raise

        def execute(self, statement: str, *values: Any) -> Any:
            return self.pass_through(statement, partial(super().execute, statement, *values))

        def executemany(self, statement: str, *values: Any) -> Any:
            return self.pass_through(statement, partial(super().executemany, statement, *values))

        def fetchone(self) -> Any:
            return self.pass_through("fetch", super().fetchone)

        def fetchall(self) -> Any:
            return self.pass_through("fetch", super().fetchall)

    class FailingConnection(sqlite3.Connection):
        def cursor(self, *_given: Any) -> Any:
            return super().cursor(FailingCursor)

        def execute(self, *given: Any) -> Any:
            return self.cursor().execute(*given)

        def executemany(self, *given: Any) -> Any:
            return self.cursor().executemany(*given)

        def commit(self) -> None:
            schedule.pass_through("COMMIT", self, super().commit)

        def rollback(self) -> None:
            schedule.pass_through("ROLLBACK", self, super().rollback)

        def backup(self, *given: Any, **named: Any) -> None:
            schedule.pass_through("backup", self, partial(super().backup, *given, **named))

    return FailingConnection
