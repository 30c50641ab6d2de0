"""Where the offices' workbooks lie, and which offices are expected."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from models.errors import UserError

_WORKBOOKS = {".xlsx", ".xlsm", ".xls", ".et"}
"""Also those that cannot be read: an office that sent one shall not be missing without a word."""
_TEMPORARY = ("~$", ".~", "._", ".")
"""How Excel, WPS and file systems begin the names of files that are not meant for people."""


def workbook_files(places: Iterable[Path], but: Path | None = None) -> tuple[Path, ...]:
    """The files named, and the workbooks in the folders named and below, each once; `but` is left out.

    Raises UserError for a place that is not there, and where there is no workbook at all.
    """
    left_out = but.resolve() if but else None
    found = {file.resolve(): file for place in places for file in _files(place) if file.resolve() != left_out}
    if not found:
        raise UserError("没有找到.xlsx工作簿，什么也没有写入；请选择存放各地统计表的文件夹，压缩包要先解压。")
    return tuple(found.values())


def expected_offices(path: Path) -> tuple[str, ...]:
    """The names in a list of offices, one a line; blank lines and numbers before the names do not count.

    Raises UserError for a file that is no list.
    """
    from importers.decoding import read_text_file

    lines = (line.strip().lstrip("0123456789.．、 \t") for line in read_text_file(path).splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def _files(place: Path) -> Iterator[Path]:
    try:
        if place.is_file():
            yield place
            return
        if not place.is_dir():
            raise UserError(f"找不到“{place}”，什么也没有写入；请检查路径。")
        for file in sorted(place.rglob("*")):
            if file.suffix.lower() in _WORKBOOKS and not file.name.startswith(_TEMPORARY) and file.is_file():
                yield file
    except OSError as error:
        raise UserError(f"读不了“{place}”，什么也没有写入；请检查有没有权限。") from error
