"""A finished file takes its place whole: it is on the disk before its name is, and Windows' scanners are waited for."""

import os
import time
from contextlib import suppress
from pathlib import Path

_PAUSES = (0.02, 0.04, 0.08, 0.16, 0.32)
"""Seconds: on Windows a virus scanner or indexer holds a fresh file for a moment."""


def replace_whole(finished: Path, target: Path) -> None:
    """Put a finished file in the place of another, which stays as it is where that fails. Raises OSError."""
    with finished.open("r+b") as stream:
        os.fsync(stream.fileno())
    for pause in _PAUSES:
        try:
            finished.replace(target)
            break
        except PermissionError:
            time.sleep(pause)
    else:
        finished.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """See that a folder's names are on the disk; Windows does that by itself and cannot be asked to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
