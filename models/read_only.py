"""Reading drafts where nothing can be written: a write-protected stick, a folder of somebody else.

Even a reader of a write-ahead log writes: into the shared memory beside the file. Where that cannot be, the file is
read as one that nobody changes; what does not go this way (a log with content, an older version) is read from a
private copy.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.database import READING_ERRORS, told_in_words
from models.errors import UserError
from models.migrations import VERSION, known_version, migrate
from models.reading import as_it_lies, connected, has_log, needs_log

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

_COPIES = 3


class Readable(NamedTuple):
    """Where to read a file: its address as a URI for SQLite, and the private copy to remove in the end, if any."""

    address: str
    copy: "TemporaryDirectory[str] | None" = None

    def close(self) -> None:
        """Remove the copy."""
        if self.copy is not None:
            self.copy.cleanup()


def is_read_only(file: Path) -> bool:
    """Whether a file is there, yet can be read at most: it, its folder or what SQLite keeps beside it is protected."""
    if not _exists(file) or not os.access(file, os.R_OK):
        return False
    beside = [one for one in (_beside(file, "wal"), _beside(file, "shm")) if _exists(one)]
    return not (all(map(_may_write, (file, *beside))) and may_write_into(file.parent))


def readable(file: Path) -> Readable:
    """How to read a file that `is_read_only`, as the present version; the caller closes it.

    Raises UserError for a file of a newer program, of another one, or that cannot be read either.
    """
    address = _address_as_it_lies(file)
    if address:
        with told_in_words(file), closing(connected(address)) as connection:
            if known_version(connection, file) == VERSION:
                return Readable(address)
    return _copied(file)


@contextmanager
def reading_anywhere(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write, to a file in any place; raises sqlite3's errors and UserError."""
    if not is_read_only(file):
        with closing(as_it_lies(file)) as connection:
            yield connection
        return
    found = readable(file)
    try:
        with closing(connected(found.address)) as connection:
            yield connection
    finally:
        found.close()


def _plain(file: Path) -> str:
    return f"{file.as_uri()}?mode=ro"


def _address_as_it_lies(file: Path) -> str:
    """The address under which SQLite reads the file where it is; "" where it cannot."""
    if _keeps_log(file) and not _exists(_beside(file, "shm")):
        # Nobody has it open. Read plainly, SQLite would make files beside it that their owner cannot write.
        return "" if has_log(file) else f"{file.as_uri()}?mode=ro&immutable=1"
    try:
        with closing(connected(_plain(file))) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except READING_ERRORS as error:
        return "" if needs_log(error) else _plain(file)
    return _plain(file)


def _copied(file: Path) -> Readable:
    """The file with its log copied into a folder of our own, finished and brought up to date there."""
    from tempfile import TemporaryDirectory  # imports much that a start does without

    try:
        folder = TemporaryDirectory(prefix="fazhi-nianbao-", ignore_cleanup_errors=True)
    except OSError as error:
        raise UserError(_NO_COPY.format(file=file)) from error
    copy = Path(folder.name) / file.name
    try:
        _copy_still(file, copy)
        with told_in_words(file):
            migrate(copy)
            with closing(connected(copy.as_uri())) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")
    except BaseException as error:
        folder.cleanup()
        if isinstance(error, OSError):
            raise UserError(_NO_COPY.format(file=file)) from error
        raise
    return Readable(_plain(copy), folder)


def _copy_still(file: Path, copy: Path) -> None:
    """Copy the file and what SQLite keeps beside it while none of them changes; the last of some tries is taken."""
    import shutil

    for _ in range(_COPIES):
        before = _marks(file)
        for end in ("", "-wal", "-journal"):
            source, target = file.with_name(file.name + end), copy.with_name(copy.name + end)
            target.unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                shutil.copyfile(source, target)
        if _marks(file) == before:
            return


def _marks(file: Path) -> list[tuple[int, int] | None]:
    """Size and time of the file and of what lies beside it."""
    found: list[tuple[int, int] | None] = []
    for end in ("", "-wal", "-journal"):
        try:
            state = file.with_name(file.name + end).stat()
        except OSError:
            found.append(None)
        else:
            found.append((state.st_size, state.st_mtime_ns))
    return found


def _keeps_log(file: Path) -> bool:
    """Whether the file is of the kind that is written through a log, by its header (file format, 1.3.3).

    Opening and closing a file drops this process's locks on it; where nobody can write, none of them matters.
    """
    try:
        with file.open("rb") as stream:
            return stream.read(20)[18:] == b"\x02\x02"
    except OSError:
        return False


def _beside(file: Path, end: str) -> Path:
    return file.with_name(f"{file.name}-{end}")


def _exists(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:
        return False


def _may_write(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)


_NO_COPY = (
    "草稿库“{file}”所在的位置只能读，而临时文件夹也写不下它的副本，什么也没有改动；"
    "请清理磁盘，或把草稿文件夹整个拷到可写的地方再打开。"
)


if sys.platform == "win32":

    def may_write_into(folder: Path) -> bool:
        """Whether files can be made in a folder: Windows says that only where one tries."""
        from tempfile import TemporaryFile

        try:
            TemporaryFile(dir=folder).close()
        except PermissionError:
            return False
        except OSError:
            return True  # a full disk is no write protection
        return True

else:

    def may_write_into(folder: Path) -> bool:
        """Whether files can be made in a folder."""
        return _may_write(folder)
