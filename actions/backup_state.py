"""How the backups of a data folder stand: the newest here, the newest in the second place, and making one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from actions.backing_up import NO_BACKUP
from actions.progress import Steps, Tell, unwatched
from models.backup import Backup, Reason, backups, folder_in, folder_in_second, keep_backup
from models.database import file_in
from models.read_only import is_read_only
from models.restoring import is_blank

EVERYWHERE, HERE, SECOND = "本机、第二处", "本机", "第二处"


@dataclass(frozen=True, slots=True)
class BackupState:
    """The newest backup in the data folder, None where there is none, and those in the second place, the newest first.

    `is_second_there` says whether the second place can be reached; True where none was chosen. `note` is what the
    clerk should know of the last copy to it.
    """

    newest: Backup | None
    there: tuple[Backup, ...] = ()
    is_second_there: bool = True
    note: str = ""

    @property
    def copied(self) -> datetime | None:
        """Of when the newest backup in the second place is."""
        return self.there[0].time if self.there else None


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup and where it lies: HERE, SECOND or EVERYWHERE."""

    backup: Backup
    place: str


def backup_state(data_dir: Path, second: Path | None = None, note: str = "") -> BackupState:
    """How the backups stand; reads names of files only. A `second` place may be a network drive that answers late."""
    newest = next(iter(backups(folder_in(data_dir))), None)
    if second is None:
        return BackupState(newest, note=note)
    return BackupState(newest, backups(folder_in_second(second, data_dir)), _is_there(second), note)


def back_up_now(
    data_dir: Path, reason: Reason, second: Path | None = None, tell: Tell = unwatched
) -> BackupState:
    """Back up where that is called for, and say how things stand then. Raises UserError, StoppedError where `tell`
    says no.

    Where there are no drafts yet, or they can only be read, nothing is backed up unless somebody asked for it.
    """
    file = file_in(data_dir)
    if is_blank(file) or (reason is not Reason.ASKED and is_read_only(file)):
        return backup_state(data_dir, second)
    watch = Steps(0, tell, NO_BACKUP).part("正在备份……")
    made = keep_backup(data_dir, reason, second=second, watch=watch)
    return backup_state(data_dir, second, made.note if made else "")


def listed_backups(data_dir: Path, there: tuple[Backup, ...] = ()) -> tuple[Listed, ...]:
    """The backups here and `there`, in the second place, the one made last first; one that lies in both is one row."""
    here = backups(folder_in(data_dir))
    copied = {(one.file.name, one.size) for one in there}
    kept = {(one.file.name, one.size) for one in here}
    rows = [Listed(one, EVERYWHERE if (one.file.name, one.size) in copied else HERE) for one in here]
    rows += [Listed(one, SECOND) for one in there if (one.file.name, one.size) not in kept]
    return tuple(sorted(rows, key=lambda row: (row.backup.number, row.backup.time), reverse=True))


def _is_there(second: Path) -> bool:
    try:
        return second.is_dir()
    except OSError:
        return False
