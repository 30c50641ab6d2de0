"""The list of reports, read without SQLAlchemy: the start page is on screen before that is imported."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from models.database import READING_ERRORS, file_in
from models.errors import UserError
from models.migrations import VERSION, stored_version
from models.read_only import reading_anywhere
from models.stage import Stage

_COLUMNS = "id, title, organ, year, stage"
SELECT_SUMMARIES = (
    f"SELECT {_COLUMNS}, updated FROM reports WHERE deleted = '' ORDER BY updated DESC, id DESC"
)
SELECT_TRASH = f"SELECT {_COLUMNS}, deleted FROM reports WHERE deleted <> '' ORDER BY deleted DESC, id DESC"
_DAMAGED = "（这一行已损坏，请从数据备份恢复）"


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report's line in the list; `updated` is local time, with its zone."""

    id: str
    title: str
    organ: str
    year: int
    stage: Stage
    updated: datetime


def to_summary(row: Sequence[Any]) -> ReportSummary:
    """A row of SELECT_SUMMARIES or SELECT_TRASH; one that is damaged says so instead of keeping the others back."""
    report_id, title, organ, year, stage, updated = row
    known = Stage(stage) if stage in set(Stage) else Stage.DRAFT
    try:
        when = datetime.fromisoformat(updated).astimezone()
        title.encode(), organ.encode()
        return ReportSummary(str(report_id), title, organ, int(year), known, when)
    except (ValueError, TypeError, AttributeError, OverflowError):  # UnicodeEncodeError is a ValueError
        return ReportSummary(str(report_id), _DAMAGED, "", 0, known, datetime.fromtimestamp(0).astimezone())


def read_report_list(data_dir: Path) -> tuple[ReportSummary, ...]:
    """The reports of a data folder, newest first; none where the file is missing or cannot be read as it is.

    Never writes to the file: one of an older version is left to the store.
    """
    return _read(data_dir, SELECT_SUMMARIES)[0]


def read_trash(data_dir: Path) -> tuple[ReportSummary, ...]:
    """The reports in the trash in the same way, the one put there last first; `updated` is when that was."""
    return _read(data_dir, SELECT_TRASH)[0]


def read_list_and_trash(data_dir: Path) -> tuple[tuple[ReportSummary, ...], tuple[ReportSummary, ...]]:
    """Both of them, the file opened once."""
    listed, trash = _read(data_dir, SELECT_SUMMARIES, SELECT_TRASH)
    return listed, trash


def _read(data_dir: Path, *selects: str) -> list[tuple[ReportSummary, ...]]:
    found: list[tuple[ReportSummary, ...]] = [()] * len(selects)
    try:
        with reading_anywhere(file_in(data_dir)) as connection:
            if stored_version(connection) == VERSION:
                for place, select in enumerate(selects):
                    found[place] = tuple(to_summary(row) for row in connection.execute(select))
    except (*READING_ERRORS, UserError):
        pass
    return found
