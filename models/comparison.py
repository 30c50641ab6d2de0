"""Two states of a report compared, place by place."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.report import Place, Report
from models.text_places import all_texts
from models.word_difference import Run, word_runs


class Deed(StrEnum):
    """What was done to a piece of the report."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: the section's key and the item's path in the new report (in the old one for what was removed),
    the texts as printed, and the place in words."""

    section: str
    item: tuple[int, ...]
    deed: Deed
    old: str
    new: str
    where: str

    @property
    def runs(self) -> tuple[Run, ...]:
        """Word for word."""
        return word_runs(self.old, self.new)


def compare(old: Report, new: Report) -> tuple[Difference, ...]:
    """Everything that differs between two states of a report, in the order of the paper."""
    return tuple(_texts(old, new))


def _texts(old: Report, new: Report) -> Iterator[Difference]:
    before: dict[Place, str] = {place: old.printed(text) for place, text in all_texts(old)}
    after: dict[Place, str] = {place: new.printed(text) for place, text in all_texts(new)}
    for place in (*after, *(place for place in before if place not in after)):
        one, other = before.get(place, ""), after.get(place, "")
        if one != other:
            deed = Deed.CHANGED if one and other else Deed.ADDED if other else Deed.REMOVED
            yield Difference(place.section, place.item, deed, one, other, place.section)
