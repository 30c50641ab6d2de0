"""Whether a backup's report is the one that was damaged: in every folder of drafts the first report has number 1."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.salvage.finds import Finds

_UID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Backups:
    """What sound backups hold, the newest first; `are_own`: they lie in the folder of the damaged file itself."""

    holding: tuple[Finds, ...] = ()
    are_own: bool = False

    def akin(self, number: int, finds: Finds) -> tuple[Finds, ...]:
        """The backups whose report of this number is the damaged one."""
        return tuple(one for one in self.holding if self._is_akin(number, finds, one))

    def is_doubted(self, number: int, finds: Finds) -> bool:
        """Whether a backup has a report of this number of which nothing tells whether it is the same."""
        return any(
            number in one.reports
            and is_same(number, finds, one) is None
            and not self._is_akin(number, finds, one)
            for one in self.holding
        )

    def of_this_file(self, finds: Finds) -> Iterator[Finds]:
        """The backups of the damaged file as a whole: of its own folder, and the same in what can be told."""
        return (one for one in self.holding if self.are_own and _is_one_line(finds, one))

    def _is_akin(self, number: int, finds: Finds, backup: Finds) -> bool:
        said = is_same(number, finds, backup)
        if said is None and number in backup.reports:
            return self.are_own and _is_one_line(finds, backup)  # there no number is given twice
        return bool(said)


def is_uid(text: str) -> bool:
    """Whether a text can be the name a report has on every PC."""
    return bool(_UID.fullmatch(text))


def is_same(number: int, finds: Finds, backup: Finds) -> bool | None:
    """Whether the reports of a number are the same, by uid, moment of making or a sealed version; None where nothing
    of that is left, or the backup has none."""
    ours, theirs = finds.reports.get(number, []), backup.reports.get(number, [])
    if not theirs:
        return None
    names = {(theirs[0].uid), theirs[0].created}
    if any(row.uid in names or row.created in names for row in ours) or _share_a_version(
        number, finds, backup
    ):
        return True
    return False if any(is_uid(row.uid) for row in ours) else None


def _share_a_version(number: int, finds: Finds, backup: Finds) -> bool:
    return any(
        row.is_sealed and row.seal in {one.seal for one in backup.versions.get(place, ())}
        for place, rows in finds.versions.items()
        if place[0] == number
        for row in rows
    )


def _is_one_line(finds: Finds, backup: Finds) -> bool:
    said = [is_same(number, finds, backup) for number in backup.reports]
    return any(said) and False not in said
