"""A whole file of drafts takes the place of another: what is to come is made ready apart, what was there stays."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.backup import copy_as_is, patience
from models.database import FILE_NAME, PATIENCE_MS, READING_ERRORS, make_private, told_in_words
from models.errors import UserError
from models.inspection import troubles
from models.migrations import APPLICATION_ID, NEAR, VERSION, migrate, stored_version
from models.reading import reading
from models.replacing import replace_whole

_APART = ".recover-"
_LEFT_BEHIND = 3600
"""Seconds after which a folder for what is to come belongs to a recovery that was cut off."""
_LOGS = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Registered:
    """What a file says of a report: its number, what it is called, when it was saved last (local time)."""

    id: int
    title: str
    updated: datetime


@contextmanager
def apart(data_dir: Path) -> Iterator[Path]:
    """A folder of one's own on the same disk as the drafts, gone afterwards. Raises UserError."""
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in data_dir.glob(f"{_APART}*"):
            if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
                shutil.rmtree(left, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(prefix=_APART, dir=data_dir))
    except OSError as error:
        raise UserError(
            f"在“{data_dir}”里写不进去，没有恢复，什么也没有改动；请检查磁盘是否已满、文件夹能否写入。"
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def made_ready(file: Path, folder: Path) -> Path:
    """A copy of a sound file, of any earlier program's, as today's program keeps it. Raises UserError."""
    ready = folder / FILE_NAME
    make_private(ready)
    copy_as_is(file, ready)
    with told_in_words(ready):
        migrate(ready)
    return ready


def refuse_foreign(file: Path) -> None:
    """Raises UserError for what is no file, for another program's database and for a newer program's."""
    if not file.is_file():
        raise UserError(f"没有“{file}”这个文件，什么也没有改动；请选一个备份文件或草稿库文件。")
    with suppress(*READING_ERRORS), reading(file) as connection:
        names = {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        (owner,) = connection.execute("PRAGMA application_id").fetchone()
        version = stored_version(connection)
        if names and owner != APPLICATION_ID and not names & {"reports", "contents"}:
            raise UserError(f"“{file}”是别的程序的数据库，什么也没有改动；请选一个法治年报的备份。")
        if VERSION < version < VERSION + NEAR:
            raise UserError(
                f"“{file}”是用更新版本的法治年报写的，本版本不能恢复，什么也没有改动；请安装新版本。"
            )


def is_blank(file: Path) -> bool:
    """Whether there is no file, or one into which nothing was ever written."""
    sizes = [_size(file), _size(file.with_name(f"{file.name}-wal"))]
    return not any(sizes)


def is_damaged(file: Path) -> bool:
    """Whether a file needs to be moved aside: nothing can be put into it any more."""
    return not is_blank(file) and (not _size(file) or bool(troubles(file)))


def put_into(ready: Path, file: Path) -> None:
    """Put what is ready into a sound file as one transaction, for other programs too. Raises UserError."""
    with told_in_words(file), reading(ready) as source:
        make_private(file)
        connected = sqlite3.connect(file, timeout=PATIENCE_MS / 1000, isolation_level=None)
        with closing(connected) as connection:
            source.backup(connection, progress=patience(file))


def move_aside(file: Path, now: datetime) -> Path:
    """Copy a damaged file with its logs beside itself and take the logs away, so that they meet no other file.

    The file itself stays until `put_in_place`: at no moment is there nothing. Raises UserError.
    """
    aside = _free(file.with_name(f"{file.stem}-损坏-{now:%Y%m%d-%H%M%S}{file.suffix}"))
    try:
        for end in ("", *_LOGS):
            one = file.with_name(f"{file.name}{end}")
            if one.exists():
                copy = aside.with_name(f"{aside.name}{end}")
                part = copy.with_name(f"{copy.name}.part")
                make_private(part)
                shutil.copyfile(one, part)
                replace_whole(part, copy)
    except OSError as error:
        raise UserError(
            f"损坏的“{file}”没能另存一份，因此没有恢复，文件原样未动；请清理磁盘后再试。"
        ) from error
    return aside


def put_in_place(ready: Path, file: Path) -> None:
    """Put what is ready in the place of a damaged file of which a copy lies aside. Raises UserError."""
    try:
        for end in _LOGS:
            file.with_name(f"{file.name}{end}").unlink(missing_ok=True)
        replace_whole(ready, file)
    except OSError as error:
        raise UserError(
            f"“{file}”换不掉，损坏的文件已另存一份，没有恢复；请关闭其他法治年报窗口后再试。"
        ) from error


def registered(file: Path) -> dict[tuple[int, str], Registered]:
    """The reports in a sound file, those in the trash included, by number and time of making, which never change."""
    with told_in_words(file), reading(file) as connection:
        if not stored_version(connection):
            return {}
        found = connection.execute("SELECT id, created, title, updated FROM reports").fetchall()
    return {
        (number, created): Registered(number, title, datetime.fromisoformat(updated).astimezone())
        for number, created, title, updated in found
    }


def _free(file: Path) -> Path:
    return file if not file.exists() else _free(file.with_name(f"{file.stem}-2{file.suffix}"))


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0
