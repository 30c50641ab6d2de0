"""One difference between two states of a report."""

from dataclasses import dataclass
from enum import StrEnum

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
    the texts as printed, and the place in words.

    Of what was moved the texts are its opening words, and `was` is where it stood; what else was done to it are
    differences of their own. Beside the sections there are the "sections" "letterhead", "figures", "attachments" and
    "report" (year, stage, forms); the opening words' is "".
    """

    section: str
    item: tuple[int, ...]
    deed: Deed
    old: str
    new: str
    where: str
    was: str = ""

    @property
    def runs(self) -> tuple[Run, ...]:
        """Word for word."""
        return word_runs(self.old, self.new)


def changed(section: str, item: tuple[int, ...], old: str, new: str, where: str) -> Difference:
    """The difference between two texts that stand in one place, one of them perhaps empty."""
    deed = Deed.CHANGED if old and new else Deed.ADDED if new else Deed.REMOVED
    return Difference(section, item, deed, old, new, where)
