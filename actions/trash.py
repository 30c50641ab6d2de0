"""The trash: what lies in it, and emptying it, which no one can undo except from a backup made first."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from models.errors import DamagedError, UserError
from models.report_list import ReportSummary
from models.store import Store

UNKNOWN = -1
"""The count of versions where they cannot be read."""


@dataclass(frozen=True, slots=True)
class Trashed:
    """A report in the trash: its line (`updated` is when it was put there) and how many versions go with it."""

    summary: ReportSummary
    versions: int


def trashed_reports(store: Store) -> tuple[Trashed, ...]:
    """What lies in the trash, the report put there last first."""
    return tuple(Trashed(one, _versions(store, one.id)) for one in store.trashed())


def is_trashed(store: Store, report_id: str) -> bool:
    """Whether a report lies in the trash."""
    return any(one.id == report_id for one in store.trashed())


def purge_reports(data_dir: Path, report_ids: Iterable[str], second: Path | None = None) -> int:
    """Remove reports in the trash for good, after a backup that still holds them; how many were removed.

    What is no longer in the trash is left alone. Raises UserError where no backup can be made; then nothing is removed.
    """
    from models.backup import Reason, keep_backup

    keep_backup(data_dir, Reason.PURGE, second=second)
    with Store.open(data_dir) as store:
        there = {one.id for one in store.trashed()}
        gone = [one for one in report_ids if one in there]
        for report_id in gone:
            store.purge(report_id)
    return len(gone)


def _versions(store: Store, report_id: str) -> int:
    try:
        return len(store.versions(report_id))
    except DamagedError:
        return UNKNOWN
    except UserError:  # purged elsewhere between the two readings
        return 0
