"""Older states of a report, from its versions and from backups, with which gaps are filled: the newest first."""

import json
from dataclasses import dataclass
from datetime import datetime

from models.content import from_content, to_content
from models.rows import stored_value
from models.salvage.finds import Finds
from models.salvage.kinship import Backups
from models.seal import seal
from models.sealed_rows import ContentRow, ReportRow, VersionRow


@dataclass(frozen=True, slots=True)
class Older:
    """A whole older state: its name, when it was stored (UTC, ISO 8601), JSON by key, its row if it has one."""

    words: str
    time: str
    contents: dict[str, str]
    row: ReportRow | None = None
    is_akin: bool = True
    """False for a report that only has the same number: of it seals must prove what is taken."""

    def row_of(self, number: int, key: str) -> ContentRow:
        """The content row as it would stand in the file, sealed."""
        value = self.contents[key]
        return ContentRow(number, key, value, seal(number, key, value))


def older_states(number: int, finds: Finds, backups: Backups) -> list[Older]:
    """The states that can be had whole of a report, and of those of its number in backups."""
    found = [
        _of_version(row)
        for (owner, _), rows in finds.versions.items()
        if owner == number
        for row in rows[:1]
        if row.is_sound
    ]
    akin = backups.akin(number, finds)
    for backup in backups.holding:
        is_akin = any(backup is one for one in akin)
        found += [one] if (one := _of_backup(number, backup, is_akin)) else []
    return sorted(found, key=lambda one: one.time, reverse=True)


def _of_version(row: VersionRow) -> Older:
    report = from_content(json.loads(row.text or "{}"))
    contents = {key: stored_value(value) for key, value in to_content(report).items()}
    return Older(f"{moment(row.created)}的版本", row.created, contents)


def _of_backup(number: int, backup: Finds, is_akin: bool) -> Older | None:
    rows = backup.reports.get(number)
    if not rows:
        return None
    contents = {key: found[0].value for key, found in backup.candidates(number).items()}
    return Older(f"{moment(rows[0].updated)}的备份", rows[0].updated, contents, rows[0], is_akin)


def moment(stored: str) -> str:
    """A stored time as people say it."""
    try:
        time = datetime.fromisoformat(stored).astimezone()
    except ValueError:
        return "不知何时"
    return f"{time.month}月{time.day}日{time:%H:%M}"
