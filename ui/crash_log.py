"""What went wrong in the window, for the technicians: the program's own errors and the falls of the whole process."""

import contextlib
import faulthandler
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import PySide6

from models import error_log
from models.error_log import MOST_BYTES, log_folder, note

__all__ = ["described", "hard_crashes_noted", "note"]

_HARD = "hard.txt"


def described(error: BaseException) -> str:
    """What is noted of an error: its type and the places in the code, never a text."""
    return error_log.described(error, f"PySide6 {PySide6.__version__}")


@contextlib.contextmanager
def hard_crashes_noted(data_dir: Path) -> Iterator[None]:
    """While this lasts, the places in the code go into a file when the process itself falls; else there is none."""
    stream = _hard_log(data_dir)
    if stream is None:
        yield
        return
    with stream:
        faulthandler.enable(stream)
        try:
            yield
        finally:
            faulthandler.disable()
            is_empty = not os.fstat(stream.fileno()).st_size
    if is_empty:
        file = Path(stream.name)
        with contextlib.suppress(OSError):
            file.unlink()
            file.parent.rmdir()  # only where nothing else is in it


def _hard_log(data_dir: Path) -> TextIO | None:
    try:
        file = log_folder(data_dir) / _HARD
        if file.exists() and file.stat().st_size > MOST_BYTES:
            file.unlink()
        file.touch(mode=0o600)
        return file.open("a", encoding="utf-8")
    except OSError:
        return None
