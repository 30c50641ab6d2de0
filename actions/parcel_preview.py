"""What the clerk sees of a parcel before it is put into the store: both sides, and what merging would do."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from actions.packing import Counterpart, Meeting, meet, read_parcel
from actions.versioning import Compared, compared
from models.archiving import in_trash
from models.comparison import Difference, compare
from models.contested import contested_places
from models.errors import UserError
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
class Merger:
    """What merging a parcel would do to the report here: what would change, from here to what it becomes, and what both
    sides changed, from here to the parcel, which stays as it is here."""

    changes: tuple[Difference, ...] = ()
    conflicts: tuple[Difference, ...] = ()
    is_based: bool = True


@dataclass(frozen=True, slots=True)
class Preview:
    """A parcel's content beside the same report here, None where it is not; `compared` from here to the parcel.

    `taken` is how many places merging would change here, `contested` how many both sides changed.
    """

    meeting: Meeting
    brought: Side
    here: Side | None = None
    compared: Compared | None = None
    taken: int = 0
    contested: int = 0
    is_based: bool = False

    @property
    def can_merge(self) -> bool:
        """Whether there is a report to merge it into, and anything to merge."""
        return self.meeting.counterpart is Counterpart.DIFFERENT


def preview(store: "Store", file: Path, password: str = "") -> Preview:
    """Open a parcel and look what is here of it; nothing is written. Runs on any thread. Raises what `read_parcel`
    and `meet` raise."""
    found = meet(store, read_parcel(file, password))
    brought = _side(found.brought.report, found.brought.updated, len(found.brought.versions))
    if found.here is None:
        return Preview(found, brought)
    report = found.here.report
    here = _side(report, found.here.updated, len(found.kept))
    differences = compared(report, found.brought.report)
    reunion = found.reunion
    if reunion is None:
        return Preview(found, brought, here, differences)
    taken = len(compare(report, reunion.report))
    return Preview(found, brought, here, differences, taken, len(reunion.contested), reunion.is_based)


def merger(found: Meeting) -> Merger:
    """What merging would do, place by place; nothing is written.

    Raises UserError where the report here is in the trash, as merging does.
    """
    if found.counterpart is Counterpart.TRASHED:
        raise UserError(in_trash(found.here_id))
    reunion = found.reunion
    if found.here is None or reunion is None or found.counterpart is Counterpart.SAME:
        return Merger()
    here, there = found.here.report, found.brought.report
    conflicts = contested_places(here, there, reunion.contested)
    return Merger(compare(here, reunion.report), conflicts, reunion.is_based)


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
