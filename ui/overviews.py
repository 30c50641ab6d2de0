"""How complete each report of the list is and what the checks find, reckoned beside the window one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from models.errors import UserError
from models.report_list import ReportSummary
from ui import background

if TYPE_CHECKING:
    from actions.shelf import Shelf
    from models.store import Store

_BEGIN_AFTER_MS = 200
"""The window comes first, and a list that is read twice in a row is looked through once."""


@dataclass(frozen=True, slots=True)
class ReportState:
    """What was reckoned of a report: parts complete, of how many, the names of the others, findings by level."""

    done: int
    of: int
    unfinished: tuple[str, ...]
    errors: int
    doubts: int
    hints: int


class Overviews(QObject):
    """Signals: `reckoned(str, ReportState)` the report's id and what was reckoned."""

    reckoned = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, datetime] = {}
        self._waiting: list[ReportSummary] = []
        self._is_working = False
        self._store: Store | None = None
        self._shelf: Shelf | None = None
        self._begin = QTimer(self)
        self._begin.setSingleShot(True)
        self._begin.setInterval(_BEGIN_AFTER_MS)
        self._begin.timeout.connect(self._go_on)

    def look(self, store: "Store", shelf: "Shelf", summaries: Sequence[ReportSummary]) -> None:
        """Reckon those that have changed since, in this order."""
        self._store, self._shelf = store, shelf
        self._waiting = [one for one in summaries if self._known.get(one.id) != one.updated]
        if self._waiting:
            self._begin.start()

    def stop(self) -> None:
        """Reckon no more until asked again; what is being reckoned is finished."""
        self._begin.stop()
        self._waiting = []

    def _go_on(self) -> None:
        store, shelf = self._store, self._shelf
        if self._is_working or not self._waiting or store is None or shelf is None:
            return
        self._is_working = True
        summary = self._waiting.pop(0)

        def done(state: ReportState | None) -> None:
            self._is_working = False
            if state is not None:
                self._known[summary.id] = summary.updated
                self.reckoned.emit(summary.id, state)
            self._go_on()

        def failed(_error: UserError) -> None:
            """A report that cannot be looked into has no marks; opening it says why."""
            done(None)

        background.run(lambda: _state(store, shelf, summary), done, failed, self)


def _state(store: "Store", shelf: "Shelf", summary: ReportSummary) -> ReportState | None:
    from actions.overview import overview
    from models.completeness import PartState
    from models.template import template
    from ui.section_names import tab_names

    shelved = shelf.take(store, summary)
    if shelved is None:
        return None
    report = shelved.report
    found = overview(report)
    names = tab_names(report, template(report.template))
    parts = found.completeness.parts
    unfinished = tuple(names.get(one.key, one.key) for one in parts if one.state is not PartState.COMPLETE)
    return ReportState(
        found.completeness.done, found.completeness.of, unfinished, found.errors, found.doubts, found.hints
    )
