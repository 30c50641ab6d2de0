"""Write an exported file whole or not at all: the only place where exporting touches the disk."""

import errno
import os
import re
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO
from itertools import count
from pathlib import Path

from exporters.exporter import Exporter
from exporters.profile import Profile
from models.document import Document
from models.errors import UserError

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_MOST_BYTES = 247
"""Of a file name, its suffix included: Linux takes 255, and （99） has room beside it."""
_CHARACTER_BYTES = 4
"""At most, in UTF-8. 60 characters also leave room for the folders within Windows' 260."""
_PAUSES = (0.02, 0.04, 0.08, 0.16, 0.32)
"""Seconds: on Windows a virus scanner or indexer holds a fresh file for a moment."""
_UNFINISHED = re.compile(r"\.[0-9a-f]{16}\.tmp")
_LEFT_BEHIND = 3600.0
"""Seconds after which an unfinished file belongs to a program that ended before it could clear it away."""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_FOLDER = {errno.EEXIST, errno.ENOTDIR}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


def _silently(_label: str) -> None:
    """Nobody listens."""


def export(
    document: Document,
    exporter: Exporter,
    folder: Path,
    overwrite: bool = False,
    rules: Profile | None = None,
) -> Path:
    """Write the document in one format; see `export_all`."""
    return export_all(document, (exporter,), folder, overwrite, rules)[0]


def export_all(
    document: Document,
    exporters: Sequence[Exporter],
    folder: Path,
    overwrite: bool = False,
    rules: Profile | None = None,
    begin: Callable[[str], None] = _silently,
) -> tuple[Path, ...]:
    """Write the document into the folder, which is made if it is missing; the files' paths, format by format.

    All files get the same name: where one of them is taken the next free one（2）, unless `overwrite`. Raises
    UserError where the folder cannot be written to; then no new file is left behind. `begin` hears the label of each
    format before it is made; what it raises stops the work before anything is written.
    """
    contents = {}
    for exporter in exporters:
        begin(exporter.label)
        contents[exporter.suffix] = _written(document, exporter, rules)
    with prepared_files(document.name, contents, folder, overwrite) as place:
        return place()


@contextmanager
def prepared_files(
    name: str,
    contents: Mapping[str, bytes],
    folder: Path,
    overwrite: bool = False,
    deed: str = "导出",
) -> Iterator[Callable[[], tuple[Path, ...]]]:
    """Files by suffix (all that follows the name), whole on the disk beside their places.

    What is given puts all of them in their places, or none, and returns these; where it was not called nothing
    remains. Names and errors are those of `export_all`; `deed` is what an error asks to do again.
    """
    wanted = folder / f"{file_name(name)}{next(iter(contents))}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        targets = _targets(folder, name, list(contents), overwrite)
        for wanted in targets:
            if wanted.is_dir():
                raise IsADirectoryError(errno.EISDIR, "", str(wanted))
        with _beside(dict(zip(targets, contents.values(), strict=True))) as place:
            yield place
    except OSError as error:
        raise UserError(_explanation(error, wanted, deed)) from error


def write_whole(wanted: Path, content: bytes, *, deed: str = "导出", is_private: bool = False) -> Path:
    """Write one file at a place that somebody named, whole or not at all; its path, the next free name（2）if taken.

    What is private nobody but the user may read. Errors are those of `export_all`.
    """
    try:
        wanted.parent.mkdir(parents=True, exist_ok=True)
        names = (wanted if number == 1 else _numbered(wanted, number) for number in count(1))
        target = next(one for one in names if not os.path.lexists(one))
        with _beside({target: content}, 0o600 if is_private else 0o666) as place:
            return place()[0]
    except OSError as error:
        raise UserError(_explanation(error, wanted, deed)) from error


def _numbered(wanted: Path, number: int) -> Path:
    return wanted.with_name(f"{wanted.stem}（{number}）{wanted.suffix}")


def _written(document: Document, exporter: Exporter, rules: Profile | None) -> bytes:
    content = BytesIO()
    exporter.write(document, content, rules)
    return content.getvalue()


def file_name(name: str, suffix: str = "") -> str:
    """A document's name as every file system takes it together with a suffix, which is not appended."""
    longest = min(60, (_MOST_BYTES - len(suffix.encode())) // _CHARACTER_BYTES)
    plain = " ".join(_FORBIDDEN.sub(" ", name).split())[:longest].strip(" .")
    return f"{plain}_" if _DEVICES.fullmatch(plain) else plain or "未命名"


def _targets(folder: Path, name: str, suffixes: Sequence[str], overwrite: bool) -> list[Path]:
    """The wanted name, or where it may not be overwritten the first that is free with every suffix."""
    plain = file_name(name, max(suffixes, key=lambda suffix: len(suffix.encode())))
    names = (plain if number == 1 else f"{plain}（{number}）" for number in count(1))
    sets = ([folder / f"{one}{suffix}" for suffix in suffixes] for one in names)
    return next(paths for paths in sets if overwrite or not any(map(os.path.lexists, paths)))


@contextmanager
def _beside(contents: Mapping[Path, bytes], mode: int = 0o666) -> Iterator[Callable[[], tuple[Path, ...]]]:
    """Every file is written beside its target before the first takes its place."""
    temporaries = {target: target.with_name(f".{secrets.token_hex(8)}.tmp") for target in contents}
    try:
        for target, content in contents.items():
            _write_and_sync(temporaries[target], content, mode)
        _clear_away(tuple(temporaries.values()))
        yield lambda: _place(temporaries)
    finally:
        for temporary in temporaries.values():
            temporary.unlink(missing_ok=True)


def _place(temporaries: Mapping[Path, Path]) -> tuple[Path, ...]:
    placed: list[Path] = []
    try:
        for target, temporary in temporaries.items():
            is_new = not os.path.lexists(target)
            _replace(temporary, target)
            if is_new:
                placed.append(target)
    except BaseException:
        for target in placed:
            target.unlink(missing_ok=True)
        raise
    return tuple(temporaries)


def _write_and_sync(file: Path, content: bytes, mode: int) -> None:
    with open(file, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _clear_away(ours: Sequence[Path]) -> None:
    """Remove what ended programs left here. The disk's own clock says how old it is; the PC's may be another."""
    now = ours[0].stat().st_mtime
    for left in ours[0].parent.glob(".*.tmp"):
        if _UNFINISHED.fullmatch(left.name) and left not in ours:
            with suppress(OSError):  # somebody else's file: it lies there as it did
                if now - left.stat().st_mtime > _LEFT_BEHIND:
                    left.unlink()


def _replace(temporary: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def _explanation(error: OSError, target: Path, deed: str) -> str:
    folder = target.parent
    if error.errno == errno.EISDIR:
        return f"“{target.name}”是一个文件夹，什么也没有写入；请把它移开，或换一个文件夹再{deed}。"
    if error.errno in _FULL:
        return f"磁盘已满，“{target.name}”没有写成，也没有留下残缺的文件；请清出空间或换一个文件夹再{deed}。"
    if error.errno in _NO_FOLDER:
        return f"“{folder}”不是文件夹，什么也没有写入；请换一个文件夹再{deed}。"
    if error.errno in _DENIED and target.is_file():
        return f"“{target.name}”写不进去，原文件未改；请关闭正打开它的 WPS 或 Word，或换一个文件夹再{deed}。"
    if error.errno in _DENIED:
        return f"没有权限写入“{folder}”，什么也没有写入；请换一个文件夹再{deed}。"
    return f"“{target}”写不进去，没有留下残缺的文件；请换一个文件夹再{deed}。"
