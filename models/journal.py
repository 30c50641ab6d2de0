"""Changes that could not be saved, put into a file of their own until they are: one file for each open report.

The files lie beside the drafts; where that folder cannot be written to (a full disk, a pulled stick), in a private
folder of the user's. They are whole or not there, and nobody but the user may read them.
"""

import json
import os
import secrets
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from models.content import from_content, to_content
from models.errors import UserError
from models.report import Report
from models.version import canonical, content_hash

FOLDER = "unsaved"
_FORMAT = 1
_SUFFIX, _DAMAGED, _UNFINISHED = ".json", ".damaged", ".tmp"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A report that was not saved: which, when that was (local, with its zone), and the file this was read from.

    `base` is the report as it had been stored when the changes began, `report` the one with the changes.
    """

    file: Path
    report_id: str
    uid: str
    time: datetime
    base: Report
    report: Report

    def forget(self) -> None:
        """Remove the file: what was in it is safe elsewhere."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)


class Journal:
    """Where one open report's changes go. A file that was left behind earlier is never written over."""

    def __init__(self, data_dir: Path, report_id: str, uid: str) -> None:
        self._data_dir = data_dir
        self._report_id, self._uid = report_id, uid
        self._file: Path | None = None
        self._held: Report | None = None

    def holds(self, report: Report) -> bool:
        """Whether exactly this state is in a file now."""
        return self._file is not None and self._held == report

    def write(self, base: Report, report: Report) -> None:
        """Put the report into the file, in place of what this journal wrote there before; raises OSError."""
        content = _written(self._report_id, self._uid, base, report)
        trouble = OSError("no folder")
        for folder in folders(self._data_dir):
            file = self._file if self._file and self._file.parent == folder else None
            try:
                _make_private(folder)
                file = file or _free(folder, self._report_id)
                _write_whole(file, content)
            except OSError as error:
                trouble = error
                continue
            if file != self._file:
                self.remove()
            self._file, self._held = file, report
            return
        raise trouble

    def remove(self) -> None:
        """The report has been saved: what this journal wrote is needed no more."""
        if self._file is not None:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
            self._file = self._held = None


def folders(data_dir: Path) -> tuple[Path, ...]:
    """Where journals may lie, the best place first."""
    import platformdirs

    mark = sha256(os.fsencode(data_dir.absolute())).hexdigest()[:16]
    owner = f"fazhi-nianbao-{os.getuid()}" if hasattr(os, "getuid") else "fazhi-nianbao"
    cache = platformdirs.user_cache_path("fazhi-nianbao", appauthor=False)
    return (
        data_dir.absolute() / FOLDER,
        cache / FOLDER / mark,
        Path(tempfile.gettempdir()) / owner / FOLDER / mark,
    )


def left_behind(data_dir: Path) -> tuple[tuple[Unsaved, ...], tuple[UserError, ...]]:
    """What lies in journals, the oldest first, and what is to be said of files that cannot be read.

    Those are put aside under another name, so that they are spoken of once; nothing is deleted.
    """
    found, troubles = [], []
    for file in _files(data_dir):
        try:
            found.append(_read(file))
        except (ValueError, KeyError, TypeError, AttributeError):
            troubles.append(_put_aside(file))
        except OSError:
            troubles.append(
                UserError(f"“{file}”里有没有存下的改动，现在读不出来，文件原样未动；请检查它的权限。")
            )
    return tuple(sorted(found, key=lambda one: one.time)), tuple(troubles)


def _files(data_dir: Path) -> Iterator[Path]:
    for folder in folders(data_dir):
        with suppress(OSError):
            if _is_ours(folder):
                for unfinished in folder.glob(f".*{_UNFINISHED}"):
                    unfinished.unlink(missing_ok=True)
                yield from sorted(folder.glob(f"*{_SUFFIX}"))


def _written(report_id: str, uid: str, base: Report, report: Report) -> bytes:
    """JSON in ASCII, with a hash over everything, so that a damaged file is not taken for the clerk's words."""
    content: dict[str, Any] = {
        "format": _FORMAT,
        "report_id": report_id,
        "uid": uid,
        "time": datetime.now().astimezone().isoformat(),
        "base": to_content(base),
        "report": to_content(report),
    }
    return canonical({**content, "hash": content_hash(canonical(content))}).encode("ascii")


def _read(file: Path) -> Unsaved:
    """Raises OSError, and ValueError, KeyError, TypeError or AttributeError for a file that is damaged."""
    content = json.loads(file.read_bytes())
    if content.pop("hash") != content_hash(canonical(content)):
        raise ValueError("another hash")
    return Unsaved(
        file,
        content["report_id"],
        content["uid"],
        datetime.fromisoformat(content["time"]).astimezone(),
        from_content(content["base"]),
        from_content(content["report"]),
    )


def _put_aside(file: Path) -> UserError:
    aside = file.with_name(f"{file.name}{_DAMAGED}")
    with suppress(OSError):
        file = file.replace(aside)
    return UserError(f"“{file}”里有没有存下的改动，但文件已损坏，读不出来，原样留着；请把它交给技术人员。")


def _make_private(folder: Path) -> None:
    """Make a folder for the user alone; the folder that holds the drafts is never made anew."""
    if folder.name != FOLDER:
        folder.parent.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.parent.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    if not _is_ours(folder):
        raise PermissionError(f"{folder} is somebody else's")


def _is_ours(folder: Path) -> bool:
    """Whether a folder is there and no link; in a place that others can write to, whether it is the user's own."""
    found = folder.lstat()
    is_owned = folder.name == FOLDER or not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return stat.S_ISDIR(found.st_mode) and is_owned


def _free(folder: Path, report_id: str) -> Path:
    names = (f"{report_id}{_SUFFIX}" if at == 1 else f"{report_id}-{at}{_SUFFIX}" for at in count(1))
    return next(folder / name for name in names if not os.path.lexists(folder / name))


def _write_whole(file: Path, content: bytes) -> None:
    temporary = file.with_name(f".{secrets.token_hex(8)}{_UNFINISHED}")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(file)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
