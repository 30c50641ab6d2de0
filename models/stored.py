"""What the store hands out and takes back of a report that is being edited."""

from dataclasses import dataclass

from models.report import Report
from models.version import Version


@dataclass(frozen=True, slots=True)
class Stored:
    """A report as the store holds it, how often it had been saved then, and when last (UTC, ISO 8601).

    Who saves hands this back: where the count has moved on, another writer was there in the meantime.
    """

    report: Report
    revision: int
    updated: str

    def is_same(self, other: "Stored") -> bool:
        """Whether nothing was stored between the two. After a restored backup a count alone may come again."""
        return (self.revision, self.updated) == (other.revision, other.updated)


@dataclass(frozen=True, slots=True)
class Saved:
    """How saving went: what the store holds now, and what it kept as versions because it was overwritten.

    `overtaken` is what another writer had stored meanwhile where this one changed the same thing; None where there was
    no such conflict. `before` is the state before a text lost more than half of itself, or before another
    version was restored.
    """

    stored: Stored
    overtaken: Version | None = None
    before: Version | None = None
