"""The rows that were found, for each place those first that are to be believed first."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from models.salvage.file_format import Cell, Value
from models.sealed_rows import ContentRow, ReportRow, VersionRow

Row = ReportRow | ContentRow | VersionRow

_SHAPES: dict[int, tuple[type[Row], str]] = {
    11: (ReportRow, "issississss"),
    4: (ContentRow, "isss"),
    10: (VersionRow, "iissssbiis"),
}
_BELIEVED = 3
"""Index entries that make a report believed of which nothing else was found: one alone may be damaged."""
_TYPES: dict[str, type] = {"i": int, "s": str, "b": bytes}
"""By the number of columns: whose row it is and what its columns hold."""


@dataclass(slots=True)
class Finds:
    """Rows by report, by report and content key, by report and version number.

    The keys are those that rows or indexes name, whether or not a row was found; `last` is the highest number a report
    ever got. `is_whole`: nothing was amiss while reading, so that what is not here was not in the file.
    """

    reports: defaultdict[int, list[ReportRow]] = field(default_factory=lambda: defaultdict(list))
    contents: defaultdict[tuple[int, str], list[ContentRow]] = field(
        default_factory=lambda: defaultdict(list)
    )
    versions: defaultdict[tuple[int, int], list[VersionRow]] = field(
        default_factory=lambda: defaultdict(list)
    )
    content_keys: set[tuple[int, str]] = field(default_factory=set)
    version_keys: set[tuple[int, int]] = field(default_factory=set)
    last: int = 0
    is_whole: bool = True

    def add(self, row: Row | None) -> None:
        """Take a row in behind what was found of its place before."""
        if isinstance(row, ReportRow):
            found: list[Row] = self.reports[row.id]  # type: ignore[assignment]
        elif isinstance(row, ContentRow):
            found = self.contents[row.report_id, row.key]  # type: ignore[assignment]
        elif isinstance(row, VersionRow):
            found = self.versions[row.report_id, row.number]  # type: ignore[assignment]
        else:
            return
        if row not in found:
            found.append(row)

    def add_entry(self, values: Sequence[Value]) -> None:
        """Take in what an index (report, key or number, rowid) or the table of last numbers says."""
        match values:
            case [int(number), str(key), int()] if _is_number(number):
                self.content_keys.add((number, key))
            case [int(number), int(version), int()] if _is_number(number) and _is_number(version):
                self.version_keys.add((number, version))
            case ["reports", int(last)] if _is_number(last):
                self.last = max(self.last, last)

    def numbers(self) -> list[int]:
        """The reports of which anything was found; a row that is damaged may bear a wrong number."""
        sound = [
            place
            for found in (self.contents, self.versions)
            for place, rows in found.items()
            if _any_sound(rows)
        ]
        sure = {*self.reports, *(number for number, _ in sound)}
        named = Counter(number for number, _ in (*self.content_keys, *self.version_keys))
        return sorted(sure | {number for number, many in named.items() if many >= _BELIEVED})

    def keys(self, number: int) -> set[str]:
        """The content keys that the file's index has of a report."""
        return {key for owner, key in self.content_keys if owner == number}

    def candidates(self, number: int) -> dict[str, list[ContentRow]]:
        """A report's content rows by key, sound ones first; one whose key alone was damaged under its true key."""
        found: dict[str, list[ContentRow]] = {}
        known = self.keys(number)
        damaged: list[ContentRow] = []
        for (owner, key), rows in self.contents.items():
            if owner == number:
                sound = [row for row in rows if row.is_sound]
                damaged += [row for row in rows if row not in sound]
                found |= {key: sound} if sound else {}
        for row in damaged:
            keys = [key for key in known - found.keys() if replace(row, key=key).is_sound]
            for key in keys or ([row.key] if row.key in known or not known else []):
                found.setdefault(key, []).append(replace(row, key=key))
        return found


def to_row(cell: Cell) -> Row | None:
    """A row of ours by the number and types of its columns; None for anything else."""
    kind, _ = _SHAPES.get(len(cell.values), (None, ""))
    if kind is ReportRow:
        return as_row((cell.rowid, *cell.values[1:])) if cell.values[0] is None else None
    return as_row(cell.values)


def as_row(values: Sequence[Value]) -> Row | None:
    """A row of ours if its columns have the right types and its number and times can be such."""
    kind, types = _SHAPES.get(len(values), (None, ""))
    if kind is None or any(
        not isinstance(value, _TYPES[one]) for value, one in zip(values, types, strict=True)
    ):
        return None
    row = kind(*values)  # type: ignore[arg-type]
    if isinstance(row, ReportRow):
        return row if _is_number(row.id) and is_time(row.created) and is_time(row.updated) else None
    return row if _is_number(row.report_id) else None


def _any_sound(rows: Sequence[ContentRow] | Sequence[VersionRow]) -> bool:
    return any(row.is_sound for row in rows)


def _is_number(value: int) -> bool:
    return 0 < value < 1 << 32


def is_time(text: object) -> bool:
    """Whether a value is a time as rows hold it."""
    try:
        return isinstance(text, str) and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
