"""Which workbooks lie in the places a clerk names."""

from collections.abc import Iterable, Iterator
from os.path import realpath
from pathlib import Path

from models.errors import UserError

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".xlsb", ".et", ".ett", ".ods", ".ots")
"""Also of those that cannot be read: who sent one shall be told so and not be missing without a word."""
_TEMPORARY = ("~$", ".")
"""How Excel, WPS and file systems begin the names of files that are not meant for people."""


def workbook_files(places: Iterable[Path], but: Path | None = None) -> tuple[Path, ...]:
    """The files named, and the workbooks in the folders named and below, each once; `but` is left out.

    A place that is not there, and a folder with none beside others that have some, stay in the list, so that reading
    says so of them and stops nothing. Raises UserError where there is no workbook at all.
    """
    left_out = realpath(but) if but else None
    found: dict[str, Path] = {}
    empty: list[Path] = []
    for place in places:
        files = [one for one in _files(place) if realpath(one) != left_out]
        empty += () if files else (place,)
        found |= {realpath(file): file for file in files}
    if not found:
        names = "、".join(f"“{place}”" for place in empty)
        raise UserError(
            f"{names}里没有 Excel 表格（.xlsx），什么也没有改动；请选择放着表格的文件夹，压缩包要先解压。"
        )
    return (*found.values(), *empty)


def _files(place: Path) -> Iterator[Path]:
    try:
        if place.is_dir():
            yield from (one for one in sorted(place.rglob("*")) if _is_workbook(one))
        else:
            yield place
    except OSError:
        yield place  # whoever reads it says why it cannot be read


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(_TEMPORARY) and path.is_file()
