"""Backups: whole copies of the drafts' file, each looked through before it counts, the old ones thinned out.

A backup is one file without a -wal. Its name bears a running number, so that a clock that was set back makes no new
one look old: drafts-0042-20261126-141503-closing.db.
"""

import platform
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from time import monotonic

from models.database import PATIENCE_MS, READING_ERRORS, code_of, file_in, make_private, told_in_words
from models.errors import DamagedError, UserError
from models.holdings import Holdings, holdings
from models.inspection import troubles
from models.reading import has_log, reading
from models.replacing import replace_whole
from models.retention import kept
from models.unfinished import clear_away, forget, unfinished

__all__ = [
    "FOLDER",
    "Backup",
    "Holdings",
    "Reason",
    "back_up",
    "backups",
    "copy_as_is",
    "folder_in",
    "folder_in_second",
    "holdings",
    "keep_backup",
    "keep_backup_of",
    "patience",
    "refuse_emptied",
]

FOLDER = "backups"
_NAME = re.compile(r"drafts-(\d{4,9})-(\d{8}-\d{6})-([a-z]+)\.db")
_TIME = "%Y%m%d-%H%M%S"
_UNFIT, _LONGEST_NAME = re.compile(r"[^A-Za-z0-9-]+"), 32
_TABLES = ("reports", "contents", "versions")


class Reason(StrEnum):
    """Why a backup was made."""

    SCHEDULED = "定时"
    CLOSING = "退出时"
    MIGRATION = "升级前"
    IMPORT = "导入前"
    RECOVERY = "恢复前"
    PURGE = "彻底删除前"
    ASKED = "手动"


_PAGES_AT_ONCE = 1024
"""Four megabytes."""
_NO_ROOM = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
)
_ONLY_IF_CHANGED = frozenset({Reason.SCHEDULED, Reason.CLOSING, Reason.IMPORT})


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup's file, running number, local time with its zone, reason in words and size in bytes.

    `note` is what the clerk should know of the second place, empty where all is well.
    """

    file: Path
    number: int
    time: datetime
    reason: str
    size: int
    note: str = ""


def folder_in(data_dir: Path) -> Path:
    """Where the backups of a data folder lie."""
    return data_dir.absolute() / FOLDER


def folder_in_second(second: Path, data_dir: Path) -> Path:
    """Where the backups of a data folder lie in a second place: several PCs may share it, and each thins its own."""
    source = f"{platform.node()}\n{data_dir.absolute()}"
    mark = sha256(source.encode(errors="surrogateescape")).hexdigest()[:8]
    name = _UNFIT.sub("-", platform.node())[:_LONGEST_NAME] or "PC"
    return second / f"backups-{name}-{mark}"


Watch = Callable[[int, int], None]
"""Hears how many pages were copied, of how many; what it raises stops the copy, of which nothing remains."""


def _unwatched(_copied: int, _pages: int) -> None:
    """Nobody watches."""


def back_up(source: Path, target: Path, watch: Watch = _unwatched) -> None:
    """Copy a drafts' file, also while others write to it, into `target`, which is the user's alone.

    The copy is looked through (pages, row counts, seals) before it takes the place of a file there. Raises UserError,
    DamagedError where the source is damaged; then nothing remains of the copy, and what was at `target` is still there.
    """
    part = unfinished(target)
    try:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        make_private(part)
        _verify(part, copy_as_is(source, part, target, watch))
        replace_whole(part, target)
        clear_away(target.parent, target.stat().st_mtime)
    except OSError as error:
        raise UserError(
            f"“{target}”写不进去，没有备份，草稿和原有备份都在；请检查磁盘是否已满、文件夹能否写入。"
        ) from error
    finally:
        with suppress(OSError):
            forget(part)


def copy_as_is(
    source: Path, target: Path, called: Path | None = None, watch: Watch = _unwatched
) -> dict[str, int]:
    """Copy a file's present state, damaged or not, by SQLite's backup interface; the rows in each table of ours.

    `called` is what the copy is called later, to be named where it cannot be written. Raises UserError.
    """
    with told_in_words(source), reading(source) as connection:
        counts = _counts(connection)
        with _told_of_copy(called or target), closing(sqlite3.connect(target, isolation_level=None)) as copy:
            connection.backup(copy, pages=_PAGES_AT_ONCE, progress=patience(source, watch))
            copy.execute("PRAGMA journal_mode = DELETE")
    return counts


@contextmanager
def _told_of_copy(target: Path) -> Iterator[None]:
    """Say that a copy could not be written; what SQLite says of the file it is made from is left to rise."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if code_of(error) in _NO_ROOM:
            raise UserError(
                f"“{target}”没有写完，可能磁盘已满或已断开，草稿和原有备份都在；请清理磁盘或换一个位置再试。"
            ) from error
        raise


def patience(file: Path, watch: Watch = _unwatched) -> Callable[[int, int, int], None]:
    """For a copy's `progress`, which would wait without end for whoever holds the file. It raises UserError, and what
    `watch` raises."""
    until = monotonic() + PATIENCE_MS / 1000

    def look(status: int, left: int, pages: int) -> None:
        watch(pages - left, pages)
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and monotonic() > until:
            raise UserError(
                f"草稿库“{file}”正被另一个程序占用，什么也没有改动；请关闭其他法治年报窗口后再试。"
            )

    return look


def keep_backup(
    data_dir: Path,
    reason: Reason,
    *,
    second: Path | None = None,
    now: datetime | None = None,
    watch: Watch = _unwatched,
) -> Backup | None:
    """Back a data folder's drafts up, in a `second` place (a stick) as well, then thin older backups out.

    None where nothing changed since the newest one and the reason asks for no more. A second place that is not there
    is no error; the backup's `note` says it. Raises UserError, and then no older backup was touched.
    """
    folder = folder_in(data_dir)
    made = keep_backup_of(file_in(data_dir), folder, reason, now, watch)
    if second is None:
        return made
    newest = made or next(iter(backups(folder)), None)
    note = _copied(newest, second, data_dir, now) if newest else ""
    return replace(made, note=note) if made else None


def keep_backup_of(
    file: Path, folder: Path, reason: Reason, now: datetime | None = None, watch: Watch = _unwatched
) -> Backup | None:
    """`keep_backup` for any drafts' file and folder, without a second place."""
    now = now or datetime.now().astimezone()
    before = backups(folder)
    if reason in _ONLY_IF_CHANGED and before and _is_same(before[0].file, file):
        return None
    number = before[0].number + 1 if before else 1
    target = folder / f"drafts-{number:04d}-{now:{_TIME}}-{reason.name.lower()}.db"
    back_up(file, target, watch)
    _thin(folder, now)
    return _backup(target)


def backups(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, the one made last first; none where there is no folder."""
    with suppress(OSError):
        found = [one for file in folder.iterdir() if (one := _backup(file))]
        return tuple(sorted(found, key=lambda one: (one.number, one.time), reverse=True))
    return ()


def refuse_emptied(data_dir: Path) -> None:
    """Raises DamagedError where the drafts' file is gone or empty although there are backups: to begin anew, as with a
    new folder, would look as if nothing had ever been written."""
    file = file_in(data_dir)
    try:
        is_blank = not file.exists() or (not file.stat().st_size and not has_log(file))
    except OSError:
        return
    if is_blank and backups(folder_in(data_dir)):
        raise DamagedError("全部内容（文件不见了或是空的）")


def _backup(file: Path) -> Backup | None:
    """A backup by its name; None for a file of another name."""
    if not (match := _NAME.fullmatch(file.name)):
        return None
    number, time, key = match.groups()
    reason = Reason[key.upper()] if key.upper() in Reason.__members__ else key
    try:
        return Backup(
            file, int(number), datetime.strptime(time, _TIME).astimezone(), str(reason), file.stat().st_size
        )
    except (ValueError, OSError):
        return None


def _verify(copy: Path, counts: dict[str, int]) -> None:
    found = troubles(copy)
    if not found:
        with told_in_words(copy), reading(copy) as connection:
            found = () if _counts(connection) == counts else ("拷出来的内容不全",)
    if found:
        raise DamagedError(f"部分内容（{found[0]}）")


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in _TABLES
        if table in there
    }


def _is_same(backup: Path, file: Path) -> bool:
    """Whether a backup is sound and holds what the file holds: the seals of reports stand for their contents."""
    with suppress(UserError, *READING_ERRORS):
        return _seals(backup) == _seals(file) and not troubles(backup)
    return False


def _seals(file: Path) -> Sequence[Sequence[object]]:
    with reading(file) as connection:
        reports = connection.execute("SELECT id, seal FROM reports ORDER BY id").fetchall()
        versions = connection.execute(
            "SELECT report_id, number, seal FROM versions ORDER BY report_id, number"
        ).fetchall()
        return (*reports, *versions)


def _copied(newest: Backup, second: Path, data_dir: Path, now: datetime | None) -> str:
    """Bring a backup to the second place; what the clerk should know if that was not to be."""
    if not second.is_dir():
        return f"第二处“{second}”现在不在，这次没有拷到那里；插上以后再备份。"
    folder = folder_in_second(second, data_dir)
    target = folder / newest.file.name
    try:
        if not target.exists() or target.stat().st_size != newest.size:
            back_up(newest.file, target)
        _thin(folder, now or datetime.now().astimezone())
    except (UserError, OSError) as error:
        return f"没有拷到第二处：{error}"
    return ""


def _thin(folder: Path, now: datetime) -> None:
    """Let go of the backups that the scheme of `retention` does not keep; only called after a verified one."""
    found = backups(folder)[::-1]
    stay = kept([one.time for one in found], now)
    for at, one in enumerate(found):
        if at not in stay:
            with suppress(OSError):  # held open by a scanner: the next time
                one.file.unlink()
