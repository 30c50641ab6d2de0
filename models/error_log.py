"""What went wrong, for the technicians, in a file on this PC: where in the program, never a word of a report.

Messages of errors nobody expected, values and texts stay out: they may quote what the clerk wrote.
"""

import contextlib
import os
import platform
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

FOLDER = "crashes"
_FILE = "errors.txt"
MOST_BYTES = 200_000
_MOST_PLACES = 60
_HOME = Path(__file__).resolve().parent.parent


def described(error: BaseException, *libraries: str) -> str:
    """The error's type and the places in the code, and those of the errors it came from; versions and system.

    `libraries` are more versions to name, such as Qt's.
    """
    head = [
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}",
        ", ".join([f"Python {platform.python_version()}", *libraries, platform.platform()]),
    ]
    return "\n".join([*head, *_chain(error), ""])


def note(data_dir: Path, words: str) -> Path | None:
    """Put what `described` says behind what the file holds; the file, or None where it cannot be written."""
    try:
        file = log_folder(data_dir) / _FILE
        earlier = file.read_bytes() if file.exists() else b""
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write((earlier + words.encode() + b"\n")[-MOST_BYTES:])
    except OSError:
        return None
    return file


def log_folder(data_dir: Path) -> Path:
    """Where the logs of a data folder lie, made where missing. Raises OSError."""
    folder = data_dir.absolute() / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


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
