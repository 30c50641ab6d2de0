"""What the clerk sees of a parcel before it is put into the store: both sides, and what merging would do."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from actions.packing import Meeting, Relation, meet, read_parcel
from models.comparison import Difference, compare
from models.length import report_length
from models.letterhead import SEPARATOR
from models.report import Report
from models.title import title_in_one_line

if TYPE_CHECKING:
    from models.store import Store


@dataclass(frozen=True, slots=True)
class Side:
    """One side of it; `updated` is local time, None where nobody knows."""

    title: str
    organ: str
    year: int
    stage: str
    updated: datetime | None
    characters: int
    versions: int


@dataclass(frozen=True, slots=True)
class Preview:
    """A parcel's content beside the same report here, None where it is not; `differences` from here to the parcel.

    `taken` is how many places merging would change here, `contested` how many both sides changed.
    """

    meeting: Meeting
    brought: Side
    here: Side | None = None
    differences: tuple[Difference, ...] = ()
    taken: int = 0
    contested: int = 0
    is_based: bool = False

    @property
    def can_merge(self) -> bool:
        """Whether there is a report to merge it into, and anything to merge."""
        return self.meeting.relation is Relation.DIFFERENT


def preview(store: "Store", file: Path, password: str = "") -> Preview:
    """Open a parcel and look what is here of it; nothing is written. Runs on any thread. Raises what `read_parcel`
    and `meet` raise."""
    found = meet(store, read_parcel(file, password))
    brought = _side(found.brought.report, found.brought.updated, len(found.brought.versions))
    if found.here is None:
        return Preview(found, brought)
    report = found.here.report
    here = _side(report, found.here.updated, len(found.kept))
    differences = compare(report, found.brought.report)
    reunion = found.reunion
    if reunion is None:
        return Preview(found, brought, here, differences)
    taken = len(compare(report, reunion.report))
    return Preview(found, brought, here, differences, taken, len(reunion.contested), reunion.is_based)


def _side(report: Report, updated: str, versions: int) -> Side:
    return Side(
        title=title_in_one_line(report),
        organ=SEPARATOR.join(report.letterhead.organs),
        year=report.year,
        stage=str(report.stage),
        updated=datetime.fromisoformat(updated).astimezone() if updated else None,
        characters=report_length(report),
        versions=versions,
    )
