"""Copies that are not finished yet, named so that those of a program that ended over them can be cleared away."""

import os
import platform
import re
import secrets
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

LEFT_BEHIND = 3600.0
"""Seconds after which an unfinished copy belongs to a program that ended over it."""

_PREFIX = ".fazhi-nianbao-"
_NAME = re.compile(
    rf"{re.escape(_PREFIX)}([0-9a-f]{{8}})-(\d+)-[0-9a-f]{{8}}\.part(-journal|-wal|-shm)?|drafts-\d[\w-]*\.db\.part"
)


def unfinished(target: Path) -> Path:
    """A name beside `target` for a copy that is to take its place: it tells the computer and the process."""
    return target.with_name(f"{_PREFIX}{_computer()}-{os.getpid()}-{secrets.token_hex(4)}.part")


def forget(part: Path) -> None:
    """Remove an unfinished copy with what SQLite keeps beside it. Raises OSError."""
    for end in ("", "-journal", "-wal", "-shm"):
        part.with_name(f"{part.name}{end}").unlink(missing_ok=True)


def clear_away(folder: Path, now: float) -> None:
    """Remove the unfinished copies that nobody works on any more; `now` is the disk's own clock, in seconds."""
    with suppress(OSError):
        for file in list(folder.iterdir()):
            if (found := _NAME.fullmatch(file.name)) and (
                now - file.stat().st_mtime > LEFT_BEHIND or _has_ended(*found.group(1, 2))
            ):
                forget(file)


def _has_ended(computer: str | None, process: str | None) -> bool:
    """Whether the process was one of this computer and is no more; on Windows nobody can ask without ending it."""
    if process is None or computer != _computer() or sys.platform == "win32":
        return False
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return False


def _computer() -> str:
    return sha256(platform.node().encode()).hexdigest()[:8]
