"""The open report: the one door through which the window changes it, with undo for everything and autosave."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from models.content import changed_keys, with_changes
from models.errors import UserError
from models.report import Report
from models.stages import after_edit
from models.stored import Saved, Stored

SAVE_AFTER_MS = 600
RETRY_AFTER_MS = (2_000, 5_000, 15_000, 30_000)
MERGE_WITHIN_S = 1.0


@dataclass(frozen=True, slots=True)
class _Step:
    """One undo step: what the clerk did, the report before and after, and which typing it may join."""

    words: str
    before: Report
    after: Report
    merge: str
    at: float


Save = Callable[[Report, Stored], Saved]


def _nowhere(report: Report, since: Stored) -> Saved:
    """The place a draft is saved to when it was given none."""
    return Saved(Stored(report, since.revision + 1, ""))


class Draft(QObject):
    """The open report with its undo steps.

    `since` is the report as it was stored last. `save` stores another state of it or raises UserError; it is told what
    was stored last, writes only what changed since, and says what is stored then.

    Signals: `changed(frozenset[str])` the content keys that differ; `steps_changed()` undo or redo are called
    something else now; `saved(datetime)`, `save_failed(str)` with the reason.
    """

    changed = Signal(object)
    steps_changed = Signal()
    saved = Signal(object)
    save_failed = Signal(str)

    def __init__(
        self,
        since: Stored,
        save: Save = _nowhere,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._report, self._stored = since.report, since
        self._save = save
        self._clock = clock
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._failures = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def report(self) -> Report:
        """The report as it is now."""
        return self._report

    @property
    def is_saved(self) -> bool:
        """Whether the store holds exactly what the window shows."""
        return self._report is self._stored.report or self._report == self._stored.report

    @property
    def is_failing(self) -> bool:
        """Whether the last attempt to save went wrong; it is repeated by itself."""
        return self._failures > 0

    @property
    def undo_words(self) -> str:
        """What undo would take back; empty when there is nothing."""
        return self._done[-1].words if self._done else ""

    @property
    def redo_words(self) -> str:
        """What redo would do again; empty when there is nothing."""
        return self._undone[-1].words if self._undone else ""

    def change(self, words: str, report: Report, merge: str = "") -> None:
        """Put `report` in place of the present one as one undo step called `words`.

        Steps with the same non-empty `merge` that follow each other within a second become one.
        """
        if report == self._report:
            return
        report = after_edit(self._report, report)
        step = _Step(words, self._report, report, merge, self._clock())
        last = self._done[-1] if self._done and not self._undone else None
        if last and merge and last.merge == merge and step.at - last.at <= MERGE_WITHIN_S:
            self._done[-1] = replace(step, before=last.before)
        else:
            self._done.append(step)
        self._undone.clear()
        self._show(report)

    def undo(self) -> None:
        """Take the last step back."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._show(step.before)

    def redo(self) -> None:
        """Do the step again that undo took back."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(replace(step, merge=""))  # what is typed from now on is a step of its own
            self._show(step.after)

    def flush(self) -> bool:
        """Save now if anything is unsaved; whether the store is up to date afterwards."""
        self._timer.stop()
        if self.is_saved:
            return True
        try:
            saved = self._save(self._report, self._stored)
        except (UserError, OSError) as error:
            self._timer.start(RETRY_AFTER_MS[min(self._failures, len(RETRY_AFTER_MS) - 1)])
            self._failures += 1
            self.save_failed.emit(str(error))
            return False
        self._stored = replace(saved.stored, report=self._report)
        self._failures = 0
        self.adopt(saved.stored)
        self.saved.emit(datetime.now().astimezone())
        return True

    def adopt(self, found: Stored) -> None:
        """Show what another program stored meanwhile. It is no step of the clerk's, and his own steps keep it."""
        base, before, stored = self._stored.report, self._report, found.report
        if stored == base:
            self._stored = found
            return
        self._done, self._undone = (
            [
                replace(
                    step,
                    before=with_changes(stored, base, step.before),
                    after=with_changes(stored, base, step.after),
                )
                for step in steps
            ]
            for steps in (self._done, self._undone)
        )
        self._report, self._stored = with_changes(stored, base, before), found
        if keys := changed_keys(before, self._report):
            self.changed.emit(keys)

    def give_up(self) -> None:
        """Stop trying to save: the clerk was asked and lets the last changes go."""
        self._timer.stop()
        self._stored = replace(self._stored, report=self._report)
        self._failures = 0

    def retire(self) -> None:
        """The report has been left: nothing is saved or said any more."""
        self._timer.stop()
        self.blockSignals(True)

    def _show(self, report: Report) -> None:
        before, self._report = self._report, report
        self._timer.start(SAVE_AFTER_MS)
        self.changed.emit(changed_keys(before, report))
        self.steps_changed.emit()
