"""Whether the drafts lie well: the disk, the folder, the file, its backups. Nothing is made or changed."""

import shutil
import stat
import sys
from datetime import datetime, timedelta
from pathlib import Path

from actions.own_check import OwnCheck
from actions.place_note import place_note
from models.backup import backups, folder_in, refuse_emptied
from models.database import file_in, told_in_words
from models.errors import UserError
from models.inspection import troubles
from models.migrations import VERSION, known_version
from models.occupancy import holder, is_occupied
from models.read_only import may_write_into, reading_anywhere
from models.report_list import read_report_list

_LEAST_FREE_MB = 200
_UNPROTECTED = timedelta(days=1)
"""How old a change may be that no backup holds: one is made every half hour while somebody works."""

_SECOND = timedelta(seconds=1)
"""A backup's time is cut to it."""


def check_disk(data_dir: Path, least_mb: int = _LEAST_FREE_MB) -> OwnCheck:
    """Whether there is room where the drafts are or will be."""
    there = _nearest(data_dir)
    try:
        free = shutil.disk_usage(there).free // 1_000_000
    except OSError:
        return OwnCheck("磁盘", False, f"看不到“{there}”所在的磁盘；请检查它是否已断开。")
    said = f"“{there}”所在的磁盘还剩{free / 1000:.1f} GB"
    if free < least_mb:
        return OwnCheck("磁盘", False, f"{said}，不够安全；请清理出{least_mb} MB以上再写。")
    return OwnCheck("磁盘", True, f"{said}。")


def check_folder(data_dir: Path) -> OwnCheck:
    """Whether the drafts' folder can be written, lies well, and is the user's alone."""
    name, file = "草稿文件夹", file_in(data_dir)
    if note := place_note(data_dir):
        return OwnCheck(name, False, note)
    if data_dir.exists() and not data_dir.is_dir():
        return OwnCheck(name, False, f"“{data_dir}”不是文件夹，放不了草稿；请换一个文件夹。")
    if not may_write_into(_nearest(data_dir)):
        return OwnCheck(name, False, f"“{data_dir}”不能写入，草稿存不进去；请换一个可以写入的文件夹。")
    if not data_dir.exists():
        return OwnCheck(name, True, f"“{data_dir}”还没有建立，第一次使用时会建立。")
    if sys.platform != "win32" and file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077:
        return OwnCheck(name, False, f"别的用户也能读草稿“{file}”；打开一次法治年报，权限就会收回。")
    taken = f"，窗口开着（{holder(data_dir)}）" if is_occupied(data_dir) else ""
    return OwnCheck(name, True, f"“{data_dir}”可以写入，只有本人能看{taken}。")


def check_file(data_dir: Path) -> OwnCheck:
    """Whether the drafts' file can be read and nothing in it is damaged."""
    name, file = "草稿库", file_in(data_dir)
    try:
        refuse_emptied(data_dir)
        if not file.exists():
            return OwnCheck(name, True, "还没有草稿。")
        with told_in_words(file), reading_anywhere(file) as connection:
            version = known_version(connection, file)
        found = troubles(file)
    except UserError as error:
        return OwnCheck(name, False, str(error))
    except OSError:
        return OwnCheck(name, False, f"草稿库“{file}”读不到；请检查磁盘是否已断开、有没有权限。")
    if found:
        more = f"等{len(found)}处" if len(found) > 1 else ""
        return OwnCheck(
            name, False, f"草稿库“{file}”已损坏（{found[0]}{more}），文件原样未动；请用recover抢救。"
        )
    if version < VERSION:
        return OwnCheck(name, True, "完好，是较早的版本写的，打开一次就会升级。")
    return OwnCheck(name, True, f"完好，有{len(read_report_list(data_dir))}份报告。")


def check_backups(data_dir: Path, now: datetime | None = None) -> OwnCheck:
    """Whether everything that was written up to yesterday stands in a backup."""
    name, now = "数据备份", now or datetime.now().astimezone()
    newest = next(iter(backups(folder_in(data_dir))), None)
    said = f"最近一次备份是{newest.time:%Y年%m月%d日%H:%M}" if newest else "还没有备份"
    changed = [
        one.updated for one in read_report_list(data_dir) if not newest or one.updated > newest.time + _SECOND
    ]
    if any(now - one > _UNPROTECTED for one in changed):
        return OwnCheck(name, False, f"{said}，此后改过的内容只有一份；请用backup备份到另一个磁盘。")
    if changed and not newest:
        return OwnCheck(
            name, True, f"{said}；请用backup备份一次，或打开窗口，它会定时备份。", is_reminder=True
        )
    return OwnCheck(name, True, f"{said}。")


def _nearest(folder: Path) -> Path:
    """The folder itself, or the nearest above it that is there."""
    absolute = folder.absolute()
    for one in (absolute, *absolute.parents):
        try:
            if one.exists():
                return one
        except OSError:
            continue
    return absolute
