"""What went wrong, for the technicians, in a file on this PC: where in the program, never a word of a report.

Messages of errors nobody expected, values and texts stay out: they may quote what the clerk wrote.
"""

import contextlib
import faulthandler
import os
import platform
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TextIO

import PySide6

FOLDER = "crashes"
_FILE, _HARD = "errors.txt", "hard.txt"
_MOST_BYTES = 200_000
_MOST_PLACES = 60
_HOME = Path(__file__).resolve().parent.parent


def described(error: BaseException) -> str:
    """The error's type and the places in the code, and those of the errors it came from; versions and system."""
    head = [
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {platform.platform()}",
    ]
    return "\n".join([*head, *_chain(error), ""])


def note(data_dir: Path, words: str) -> Path | None:
    """Put what `described` says behind what the file holds; the file, or None where it cannot be written."""
    try:
        file = _folder(data_dir) / _FILE
        earlier = file.read_bytes() if file.exists() else b""
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write((earlier + words.encode() + b"\n")[-_MOST_BYTES:])
    except OSError:
        return None
    return file


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
        file = _folder(data_dir) / _HARD
        if file.exists() and file.stat().st_size > _MOST_BYTES:
            file.unlink()
        file.touch(mode=0o600)
        return file.open("a", encoding="utf-8")
    except OSError:
        return None


def _chain(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        kind = type(found)
        yield f"{kind.__module__}.{kind.__qualname__}"
        for frame in traceback.extract_tb(found.__traceback__)[-_MOST_PLACES:]:
            yield f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
        found = found.__cause__ or found.__context__


def _place(filename: str) -> str:
    """The file within the program, or its name alone: folders may be named after people."""
    file = Path(filename)
    with contextlib.suppress(ValueError):
        return str(file.resolve().relative_to(_HOME))
    return file.name


def _folder(data_dir: Path) -> Path:
    folder = data_dir.absolute() / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
