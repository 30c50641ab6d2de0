"""When a workbook was last changed: of two from one office the later counts."""

import re

from importers.package import DamagedError, opened_package
from models.submission import Submission

_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>([0-9A-Za-z:.+-]+)<")


def last_changed(one: Submission) -> tuple[str, float]:
    """The moment its program wrote into the workbook (ISO 8601, empty where none is), then that of the file system.

    Copying and unpacking change the file's own time, so it decides only where the other says nothing.
    """
    try:
        content, changed = one.path.read_bytes(), one.path.stat().st_mtime
    except OSError:
        return "", 0.0
    try:
        with opened_package(content) as package:
            found = _MODIFIED.search(package.read("docProps/core.xml"))
    except DamagedError:
        return "", changed
    return (found[1].decode() if found else ""), changed
