"""Backups the clerk asks for, and those that are made before something that cannot be taken back."""

from datetime import datetime
from pathlib import Path

from actions.progress import Steps, Tell, unwatched
from models.backup import Reason, back_up, keep_backup
from models.database import file_in
from models.errors import UserError
from models.restoring import is_blank

NO_BACKUP = "没有备份，草稿和原有备份都在"


def back_up_to(data_dir: Path, target: Path, now: datetime | None = None, tell: Tell = unwatched) -> Path:
    """Back the drafts up into a new file, or under a name of its own in a folder; where it is. Raises UserError,
    StoppedError where `tell` says no.

    A file that exists is refused: it may be the only backup there is. So is a folder that is not there: a stick may
    not be plugged in. A name without an ending gets that of a backup.
    """
    if is_blank(file_in(data_dir)):
        raise UserError("还没有草稿，没有什么可备份的，什么也没有写入；请先新建或导入报告。")
    if target.is_dir():
        target = target / f"法治年报备份-{now or datetime.now():%Y%m%d-%H%M%S}.db"
    elif not target.suffix:
        target = target.with_name(f"{target.name}.db")
    if not target.parent.is_dir():
        raise UserError(f"没有“{target.parent}”这个文件夹，没有备份；请看U盘有没有插好，或先建好文件夹。")
    if target.exists():
        raise UserError(f"已经有“{target}”，没有备份，原文件未改；请换一个文件名。")
    back_up(file_in(data_dir), target, Steps(0, tell, NO_BACKUP).part("正在备份……"))
    return target


def back_up_before_import(data_dir: Path, tell: Tell = unwatched, kept: str = NO_BACKUP) -> None:
    """Back the drafts up before reports are imported, if anything changed since the last backup. Raises UserError,
    StoppedError with `kept` where `tell` says no."""
    if not is_blank(file_in(data_dir)):
        keep_backup(data_dir, Reason.IMPORT, watch=Steps(0, tell, kept).part("正在备份草稿……"))
