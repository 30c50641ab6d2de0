"""Whether the drafts' file that is open still is the one that lies at its place.

A cleaning or synchronising program may take the file away while it is open. On most systems what is written then goes
into a file nobody will ever find again, and SQLite says nothing.
"""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeAlias

from models.database import make_private
from models.errors import UserError

Identity: TypeAlias = tuple[int, int] | None
"""What the system knows a file by: its device and its number there; None for none."""


def identity_of(file: Path) -> Identity:
    """The identity of what lies at a place now."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def holds_same(connection: sqlite3.Connection, file: Path) -> bool:
    """Whether what lies at the place holds what the open file does: some disks number a file anew each time."""
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, isolation_level=None)) as other:
            return _state(other) == _state(connection)
    except sqlite3.Error:
        return False


def _state(connection: sqlite3.Connection) -> tuple[object, ...]:
    reports = connection.execute("SELECT count(*), sum(revision), max(updated), max(seal) FROM reports")
    return (*reports.fetchone(), *connection.execute("SELECT count(*) FROM versions").fetchone())


def put_back(connection: sqlite3.Connection, file: Path) -> Path:
    """Write what is open into a new file beside its former place, whole; returns it, to be moved there by `move_back`.

    Raises UserError where that cannot be; the file that is open is left as it is.
    """
    copy = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy.unlink(missing_ok=True)
        make_private(copy)
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        with copy.open("rb") as written:
            os.fsync(written.fileno())
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
        raise gone(file) from error
    return copy


def move_back(copy: Path, file: Path) -> None:
    """Put the copy into the empty place, and away with a log there: it belonged to the file that is gone.

    Nobody may have the former file open any more. Raises UserError where something else lies there by now.
    """
    try:
        for end in ("-wal", "-shm"):
            file.with_name(f"{file.name}{end}").unlink(missing_ok=True)
        os.link(copy, file)
    except FileExistsError:
        raise replaced(file) from None
    except OSError:  # a disk without links
        try:
            copy.rename(file)
        except OSError as error:
            raise gone(file) from error
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)


def gone(file: Path) -> UserError:
    """What is said where the file was taken away and cannot be put back."""
    return UserError(
        f"草稿库被别的程序移走或删除了，改动没有存下来；请用“另存到”存到别处，再从“数据备份”恢复（{file}）。"
    )


def replaced(file: Path) -> UserError:
    """What is said where something else lies in the file's place."""
    return UserError(
        f"草稿库被别的程序换掉了，改动没有存下来；请用“另存到”存到别处，再重新打开法治年报（{file}）。"
    )
