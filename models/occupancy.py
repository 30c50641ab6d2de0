"""Who has a data folder open: a lock of the operating system, held by a window for its life and gone with its process.

What stands in the lock file is only for words; whether the folder is taken says the lock alone, so that no file left
behind by a crash can keep anybody out.
"""

import os
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from models.errors import UserError

LOCK_NAME = "window.lock"
_TRIES, _PAUSE_S = 5, 0.05
"""`is_occupied` of another program holds a free lock for a moment; who wants to keep it asks again."""
_LOCKED_BYTE = 1 << 30
"""On Windows a locked byte cannot be read by others: one far behind the words."""


class OccupiedError(UserError):
    """Another window has the data folder open."""

    def __init__(self, holder: str) -> None:
        super().__init__(f"法治年报已经打开（{holder}），没有再开一个；请用已经打开的那个窗口。")


class Occupancy:
    """A data folder taken by this process until `release`, or until the process ends, however it ends."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def sign(self) -> None:
        """Write into the lock file who has it; a disk that is full or read-only leaves it unsigned.

        By itself, because it loads more than locking does, and the lock alone keeps others out.
        """
        import json

        said = {
            "computer": _this_computer(),
            "user": _user(),
            "since": datetime.now().astimezone().isoformat(),
        }
        with suppress(OSError):
            os.truncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, json.dumps(said, ensure_ascii=False).encode())

    def release(self) -> None:
        """Give the folder free."""
        os.close(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def occupy(data_dir: Path) -> Occupancy | None:
    """Take a data folder for a window, making it where missing; None where no lock can be had, on an odd disk, say.

    Raises OccupiedError where another window has it.
    """
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = _opened(data_dir / LOCK_NAME)
    except OSError:
        return None
    try:
        for left in reversed(range(_TRIES)):
            if _lock(handle):
                return Occupancy(handle)
            time.sleep(_PAUSE_S if left else 0)
    except OSError:  # a file system without locks
        os.close(handle)
        return None
    os.close(handle)
    raise OccupiedError(holder(data_dir))


def is_occupied(data_dir: Path) -> bool:
    """Whether a window has the data folder open, in this process or another; makes nothing."""
    try:
        handle = os.open(data_dir / LOCK_NAME, os.O_RDONLY)
    except OSError:
        return False
    try:
        return not _lock(handle, shared=True)
    except OSError:
        return False
    finally:
        os.close(handle)


def holder(data_dir: Path) -> str:
    """Who has, or had last, the folder open and since when, in words for the clerk."""
    import json

    try:
        said = json.loads((data_dir / LOCK_NAME).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(said["since"]).astimezone()
        there = "本机" if said["computer"] == _this_computer() else f"电脑“{said['computer']}”"
        return f"{there}，用户“{said['user']}”，{since:%m月%d日%H:%M}起"
    except (OSError, ValueError, KeyError, TypeError):
        return "时间不详"


def _opened(file: Path) -> int:
    """The lock file opened, for reading only where it cannot be written: it can be locked all the same."""
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    except PermissionError:
        return os.open(file, os.O_RDONLY)


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name
        return "不详"


def _this_computer() -> str:
    """The computer's name; `platform` says the same, and takes longer to load than all the rest of this."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int, *, shared: bool = False) -> bool:
        """Lock without waiting; False where another has it. There are no shared locks here: the next try gets it."""
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int, *, shared: bool = False) -> bool:
        """Lock without waiting; False where another has it. Raises OSError where the file system knows no locks."""
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
