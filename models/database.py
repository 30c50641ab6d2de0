"""The file that holds the drafts: where it lies, who may read it, what is said when SQLite cannot use it."""

import os
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors import UserError

FILE_NAME = "drafts.db"
PATIENCE_MS = 3000
"""How long an operation waits for another program that is writing before it gives up with a sentence."""

READING_ERRORS = (sqlite3.DatabaseError, UnicodeDecodeError, OverflowError, MemoryError)
"""What sqlite3 raises of a file. All but the first come of damage only: names in the schema that are no text, lengths
that cannot be."""

_LONGEST = 504
"""Bytes in the path of a file that SQLite opens: its 512, less what it appends."""
_ROOM_FOR_BACKUPS = 64


def file_in(data_dir: Path) -> Path:
    """The drafts' file of a data folder."""
    return data_dir.absolute() / FILE_NAME


def prepare(data_dir: Path) -> Path:
    """Make the data folder and an empty file for the drafts where missing; both are the user's alone.

    SQLite gives the -wal and -shm files beside it the mode of the file itself. Raises UserError.
    """
    file = file_in(data_dir)
    try:
        _refuse_long_path(file)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        make_private(file)
    except OSError as error:
        raise UserError(
            f"无法在“{file.parent}”建立草稿库，什么也没有改动；请换一个可以写入的文件夹，或清理磁盘后再试。"
        ) from error
    return file


def _refuse_long_path(file: Path) -> None:
    """SQLite opens no longer path outside Windows, whatever the disk allows, and calls that a matter of rights."""
    if sys.platform == "win32":
        return
    bytes_long = len(os.fsencode(os.path.realpath(file)))
    if bytes_long > (_LONGEST if file.exists() else _LONGEST - _ROOM_FOR_BACKUPS):
        raise UserError(
            f"存放草稿的文件夹“{file.parent}”路径太长，数据库打不开，什么也没有改动；"
            "请把它移到路径短一些的地方，连上级文件夹在内不超过140个汉字。"
        )


def make_private(file: Path) -> None:
    """See that a file exists and that nobody but its owner may read it, whatever the umask.

    A file that exists is not opened: closing it again would drop the locks this process holds on it.
    """
    if not file.exists():
        file.touch(mode=0o600)
    with suppress(
        PermissionError
    ):  # somebody else's file, or a disk without owners: SQLite will tell if it matters
        file.chmod(file.stat().st_mode & 0o700)


def as_text(stored: bytes) -> str:
    """A text of the file, for a connection's `text_factory`; bytes that are no UTF-8 are damage, which seals notice."""
    return stored.decode("utf-8", "surrogateescape")


@contextmanager
def told_in_words(file: Path) -> Iterator[None]:
    """Turn what SQLite says of a file in a bad state into UserError; bugs of ours are left to rise."""
    try:
        yield
    except READING_ERRORS as error:
        if (told := in_words(error, file)) is None:
            raise
        raise told from error


def in_words(error: BaseException | None, file: Path) -> UserError | None:
    """What to tell the clerk of an error of SQLite; None for an error that is a bug of this program."""
    if error is None:
        return None
    sentence = _BROKEN if re.match(_MISSING, str(error)) else _SENTENCES.get(code_of(error))
    return UserError(sentence.format(file=file)) if sentence else None


def code_of(error: BaseException) -> int:
    """SQLite's primary code of an error; that of damage for one that only damage makes sqlite3 raise."""
    if isinstance(error, READING_ERRORS) and not isinstance(error, sqlite3.Error):
        return sqlite3.SQLITE_CORRUPT
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF


_BUSY = "草稿库正被另一个程序占用，这次没有写入，原有内容都在；请关闭其他法治年报窗口后再试（“{file}”）。"
_FULL = "磁盘已满，这次没有写入，上次保存的内容都在；请清理磁盘后再试（“{file}”）。"
_NOT_WRITABLE = "草稿库只能读不能写，这次没有写入，原有内容都在；请检查该文件和所在文件夹的权限（“{file}”）。"
_NOT_READABLE = "草稿库无法打开，什么也没有改动；请检查该文件和所在文件夹的权限（“{file}”）。"
_DISK = "读写草稿库时磁盘出错，这次没有写入，上次保存的内容都在；请检查磁盘是否已满或已断开（“{file}”）。"
_BROKEN = "“{file}”不是草稿库或已损坏，文件原样未动；请在“数据备份”里恢复（命令行用recover）。"
_MISSING = r"no such (table: (reports|contents|versions|sqlite_sequence)$|column: )"
"""Once migrated a file has them all: only damage to its schema takes them away."""

_SENTENCES = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_TOOBIG: _FULL,
    sqlite3.SQLITE_READONLY: _NOT_WRITABLE,
    sqlite3.SQLITE_PERM: _NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: _NOT_READABLE,
    sqlite3.SQLITE_AUTH: _NOT_READABLE,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_NOTADB: _BROKEN,
    sqlite3.SQLITE_CORRUPT: _BROKEN,
}
