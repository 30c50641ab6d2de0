"""What a backup holds, for whoever has to choose one."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from models.database import told_in_words
from models.errors import UserError
from models.inspection import SEALED_SINCE, troubles
from models.migrations import stored_version
from models.reading import reading
from models.report_list import SELECT_SUMMARIES, ReportSummary, to_summary

_BEFORE_THE_TRASH = (
    "SELECT id, title, organ, year, stage, updated FROM reports ORDER BY updated DESC, id DESC"
)


@dataclass(frozen=True, slots=True)
class Holdings:
    """The reports in a file, the one saved last first, how many more are in its trash, how many versions there are."""

    reports: tuple[ReportSummary, ...]
    trashed: int
    versions: int


def holdings(file: Path) -> Holdings:
    """What a sound file holds. Raises UserError for one that is damaged or cannot be read."""
    if found := troubles(file):
        raise UserError(
            f"“{file.name}”不能直接用来恢复，因为{found[0]}，文件原样未动；请换一个备份，或抢救它。"
        )
    with told_in_words(file), reading(file) as connection:
        version = stored_version(connection)
        if not version:
            return Holdings((), 0, 0)
        is_old = version < SEALED_SINCE
        rows = connection.execute(_BEFORE_THE_TRASH if is_old else SELECT_SUMMARIES)
        reports = tuple(to_summary(row) for row in rows)
        return Holdings(reports, _count(connection, "reports") - len(reports), _count(connection, "versions"))


def _count(connection: sqlite3.Connection, table: str) -> int:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
        return 0
    (found,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(found)
