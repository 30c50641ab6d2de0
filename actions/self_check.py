"""The self-check: whether this PC has what the program needs, and whether the drafts are safe."""

import platform
import re
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from actions.checking_drafts import check_backups, check_disk, check_file, check_folder
from actions.checking_window import check_input, check_window
from actions.own_check import OwnCheck
from exporters.fonts import ROLES, installed_set, search_folders

_LISTS = Path(__file__).resolve().parent.parent
_OLDEST, _FIRST_TOO_NEW = (3, 11), (3, 14)


def self_check(data_dir: Path) -> tuple[OwnCheck, ...]:
    """Every check, in the order in which one depends on the other. Needs no window and no drafts; changes nothing."""
    return (
        check_python(),
        check_packages(_LISTS),
        check_window(),
        check_input(),
        check_fonts(),
        check_disk(data_dir),
        check_folder(data_dir),
        check_file(data_dir),
        check_backups(data_dir),
    )


def check_python() -> OwnCheck:
    """Whether this Python is one of those the program is made for."""
    here = f"{platform.system()} {platform.release()}（{platform.machine()}）"
    said = f"Python {platform.python_version()}，SQLite {sqlite3.sqlite_version}，{here}"
    if _OLDEST <= sys.version_info[:2] < _FIRST_TOO_NEW:
        return OwnCheck("运行环境", True, f"{said}。")
    return OwnCheck("运行环境", False, f"{said}；请换用 Python 3.11、3.12或3.13。")


def check_packages(lists: Path) -> OwnCheck:
    """Whether the libraries are those of the list, which lies in a folder; an installed program brings its own."""
    try:
        named = re.findall(r"(?m)^([\w-]+)", (lists / "requirements.in").read_text(encoding="utf-8"))
        fixed = re.findall(
            r"(?m)^([\w.-]+)==([^ \\;]+)", (lists / "requirements.txt").read_text(encoding="utf-8")
        )
    except OSError:
        return OwnCheck("依赖库", True, "随程序自带。")
    wanted = {name: number for name, number in fixed if name in named}
    found = {name: _installed(name) for name in wanted}
    wrong = [f"{name}{found[name] and f' {found[name]}'}" for name in wanted if found[name] != wanted[name]]
    if wrong:
        return OwnCheck(
            "依赖库", False, f"缺少或版本不符：{'、'.join(wrong)}；请联网后重新运行 ./run，会自动装好。"
        )
    return OwnCheck("依赖库", True, "、".join(f"{name} {number}" for name, number in found.items()) + "。")


def check_fonts() -> OwnCheck:
    """Which faces of an official paper are drawn in the program's own fonts; those always suffice."""
    choices = installed_set(None, search_folders()).choices
    own = [f"{ROLES[one.face]}用“{one.font.name}”" for one in choices if not one.is_stand_in]
    bundled = [ROLES[one.face] for one in choices if one.is_stand_in]
    said = [*own, f"{'、'.join(bundled)}用自带字体"] if bundled else own
    return OwnCheck("字体", True, f"{'，'.join(said)}。")


def _installed(name: str) -> str:
    """The version of an installed library, "" where it is missing."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
