"""How the backups of a data folder stand: the newest here, the newest in the second place, and making one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.backup import Backup, Reason, backups, folder_in, keep_backup
from models.database import file_in
from models.read_only import is_read_only
from models.restoring import is_blank

EVERYWHERE, HERE, SECOND = "本机、第二处", "本机", "第二处"


@dataclass(frozen=True, slots=True)
class BackupState:
    """The newest backup in the data folder and when the newest in the second place was made, None where there is none.

    `is_second_there` says whether the second place can be reached now; True where none was chosen. `note` is what the
    clerk should know of the last copy to it.
    """

    newest: Backup | None
    copied: datetime | None = None
    is_second_there: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup and where it lies: HERE, SECOND or EVERYWHERE."""

    backup: Backup
    place: str


def backup_state(data_dir: Path, second: Path | None = None, note: str = "") -> BackupState:
    """How the backups stand; reads names of files only."""
    newest = next(iter(backups(folder_in(data_dir))), None)
    if second is None:
        return BackupState(newest, note=note)
    copy = next(iter(backups(second)), None)
    return BackupState(newest, copy.time if copy else None, second.is_dir(), note)


def back_up_now(data_dir: Path, reason: Reason, second: Path | None = None) -> BackupState:
    """Back up where that is called for, and say how things stand then; raises UserError.

    Where there are no drafts yet, or they can only be read, nothing is backed up unless somebody asked for it.
    """
    file = file_in(data_dir)
    if is_blank(file) or (reason is not Reason.ASKED and is_read_only(file)):
        return backup_state(data_dir, second)
    made = keep_backup(data_dir, reason, second=second)
    return backup_state(data_dir, second, made.note if made else "")


def listed_backups(data_dir: Path, second: Path | None = None) -> tuple[Listed, ...]:
    """The backups of both places, the one made last first; one that lies in both is one row."""
    here = backups(folder_in(data_dir))
    there = backups(second) if second else ()
    copied = {(one.file.name, one.size) for one in there}
    kept = {(one.file.name, one.size) for one in here}
    rows = [Listed(one, EVERYWHERE if (one.file.name, one.size) in copied else HERE) for one in here]
    rows += [Listed(one, SECOND) for one in there if (one.file.name, one.size) not in kept]
    return tuple(sorted(rows, key=lambda row: (row.backup.number, row.backup.time), reverse=True))
