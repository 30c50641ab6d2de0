"""When a workbook was last changed: of two from one office the later counts."""

import re
import zipfile

from models.submission import Submission

_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>([^<]+)<")


def last_changed(one: Submission) -> tuple[str, float]:
    """The moment its program wrote into the workbook (ISO 8601, empty where none is), then that of the file system.

    Copying and unpacking change the file's own time, so it decides only where the other says nothing.
    """
    try:
        changed = one.path.stat().st_mtime
        with zipfile.ZipFile(one.path) as package:
            found = _MODIFIED.search(package.read("docProps/core.xml"))
    except (OSError, KeyError, zipfile.BadZipFile):
        return "", 0.0
    return (found[1].decode() if found else ""), changed
