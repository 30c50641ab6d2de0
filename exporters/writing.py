"""Write an exported file whole or not at all: the only place where exporting touches the disk."""

import errno
import os
import re
import secrets
import time
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import count
from pathlib import Path

from exporters.exporter import Exporter
from exporters.profile import Profile
from models.document import Document
from models.errors import UserError

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST = 60
"""Characters of a file name: at four bytes each under Linux' 255, and Windows' 260 leave room for folders."""
_PAUSES = (0.02, 0.04, 0.08, 0.16, 0.32)
"""Seconds: on Windows a virus scanner or indexer holds a fresh file for a moment."""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_FOLDER = {errno.EEXIST, errno.ENOTDIR}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


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
) -> tuple[Path, ...]:
    """Write the document into the folder, which is made if it is missing; the files' paths, format by format.

    All files get the same name: where one of them is taken the next free one（2）, unless `overwrite`. Raises
    UserError where the folder cannot be written to; then no new file is left behind.
    """
    contents = [_written(document, exporter, rules) for exporter in exporters]
    name = file_name(document.name)
    wanted = folder / f"{name}{exporters[0].suffix}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        suffixes = [exporter.suffix for exporter in exporters]
        targets = (
            [folder / f"{name}{suffix}" for suffix in suffixes]
            if overwrite
            else _free(folder, name, suffixes)
        )
        for wanted in targets:
            if wanted.is_dir():
                raise IsADirectoryError(errno.EISDIR, "", str(wanted))
        _write_whole(dict(zip(targets, contents, strict=True)))
    except OSError as error:
        raise UserError(_explanation(error, wanted)) from error
    return tuple(targets)


def _written(document: Document, exporter: Exporter, rules: Profile | None) -> bytes:
    content = BytesIO()
    exporter.write(document, content, rules)
    return content.getvalue()


def file_name(name: str) -> str:
    """A document's name as every file system takes it."""
    plain = " ".join(_FORBIDDEN.sub(" ", name).split())[:_LONGEST].strip(" .")
    return f"{plain}_" if _DEVICES.fullmatch(plain) else plain or "未命名"


def _free(folder: Path, name: str, suffixes: Sequence[str]) -> list[Path]:
    """The first name that is free in every format."""
    names = (name if number == 1 else f"{name}（{number}）" for number in count(1))
    sets = ([folder / f"{one}{suffix}" for suffix in suffixes] for one in names)
    return next(paths for paths in sets if not any(map(os.path.lexists, paths)))


def _write_whole(contents: Mapping[Path, bytes]) -> None:
    """Every file is written beside its target before the first takes its place."""
    temporaries = {target: target.with_name(f".{secrets.token_hex(8)}.tmp") for target in contents}
    placed: list[Path] = []
    try:
        for target, content in contents.items():
            _write_and_sync(temporaries[target], content)
        for target, temporary in temporaries.items():
            is_new = not os.path.lexists(target)
            _replace(temporary, target)
            if is_new:
                placed.append(target)
    except BaseException:
        for target in placed:
            target.unlink(missing_ok=True)
        raise
    finally:
        for temporary in temporaries.values():
            temporary.unlink(missing_ok=True)


def _write_and_sync(file: Path, content: bytes) -> None:
    with file.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(temporary: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def _explanation(error: OSError, target: Path) -> str:
    folder = target.parent
    if error.errno == errno.EISDIR:
        return f"“{target.name}”是一个文件夹，什么也没有写入；请把它移开，或换一个文件夹再导出。"
    if error.errno in _FULL:
        return f"磁盘已满，“{target.name}”没有写成，也没有留下残缺的文件；请清出空间或换一个文件夹再导出。"
    if error.errno in _NO_FOLDER:
        return f"“{folder}”不是文件夹，什么也没有写入；请换一个文件夹再导出。"
    if error.errno in _DENIED and target.is_file():
        return f"“{target.name}”写不进去，原文件未改；请关闭正打开它的WPS或Word，或换一个文件夹再导出。"
    if error.errno in _DENIED:
        return f"没有权限写入“{folder}”，什么也没有写入；请换一个文件夹再导出。"
    return f"“{target}”写不进去，没有留下残缺的文件；请换一个文件夹再导出。"
