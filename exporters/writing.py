"""Write an exported file whole or not at all: the only place where exporting touches the disk."""

import errno
import os
import re
import secrets
import time
from io import BytesIO
from itertools import count
from pathlib import Path

from exporters.exporter import Exporter
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


def export(document: Document, exporter: Exporter, folder: Path, overwrite: bool = False) -> Path:
    """Write the document into the folder, which is made if it is missing, and return the file's path.

    A file of that name is left alone and the next free name（2） taken, unless `overwrite`. Raises UserError
    where the folder cannot be written to; then nothing is left behind and an older file is as it was.
    """
    content = BytesIO()
    exporter.write(document, content)
    name = file_name(document.name)
    wanted = folder / f"{name}{exporter.suffix}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = wanted if overwrite else _free(folder, name, exporter.suffix)
        _write_whole(content.getvalue(), target)
    except OSError as error:
        raise UserError(_explanation(error, wanted)) from error
    return target


def file_name(name: str) -> str:
    """A document's name as every file system takes it."""
    plain = " ".join(_FORBIDDEN.sub(" ", name).split())[:_LONGEST].strip(" .")
    return f"{plain}_" if _DEVICES.fullmatch(plain) else plain or "未命名"


def _free(folder: Path, name: str, suffix: str) -> Path:
    names = (f"{name}{suffix}" if number == 1 else f"{name}（{number}）{suffix}" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not os.path.lexists(path))


def _write_whole(content: bytes, target: Path) -> None:
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


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
    if error.errno in _FULL:
        return f"磁盘已满，“{target.name}”没有写成，也没有留下残缺的文件；请清出空间或换一个文件夹再导出。"
    if error.errno in _NO_FOLDER:
        return f"“{folder}”不是文件夹，什么也没有写入；请换一个文件夹再导出。"
    if error.errno in _DENIED and target.is_file():
        return f"“{target.name}”写不进去，原文件未改；请关闭正打开它的WPS或Word，或换一个文件夹再导出。"
    if error.errno in _DENIED:
        return f"没有权限写入“{folder}”，什么也没有写入；请换一个文件夹再导出。"
    return f"“{target}”写不进去，没有留下残缺的文件；请换一个文件夹再导出。"
