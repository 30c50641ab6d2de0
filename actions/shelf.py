"""Reports taken from the store to be looked into, each read once as long as nobody changes it. Used on any thread."""

from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from actions.searching import Text, searchable
from models.errors import UserError
from models.report import Report
from models.report_list import ReportSummary

if TYPE_CHECKING:
    from models.store import Store


@dataclass(frozen=True)
class Shelved:
    """A report as it stood when its line in the list was read, and its texts to search in."""

    summary: ReportSummary
    report: Report

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Its texts as printed."""
        return searchable(self.report)


class Shelf:
    """Keeps what was read by the report's id and the moment of its last change."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: dict[str, Shelved] = {}
        self._left: Store | None = None

    def take(self, store: "Store", summary: ReportSummary) -> Shelved | None:
        """A report of the list; None where it cannot be read, or the store has been let go of meanwhile."""
        with self._lock:
            kept = self._kept.get(summary.id)
            if kept is not None and kept.summary.updated == summary.updated:
                return kept
            if store is self._left:
                return None
            try:
                found = Shelved(summary, store.load(summary.id))
            except UserError:
                return None
            self._kept[summary.id] = found
            return found

    def let_go(self, store: "Store") -> None:
        """Read nothing more from a store that is about to be closed; waits for what is being read."""
        with self._lock:
            self._left = store
