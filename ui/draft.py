"""The open report: the one door through which the window changes it, with undo for everything and autosave."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from models.content import changed_keys, contested_keys, with_changes
from models.errors import UserError
from models.report import Report
from models.stages import after_edit
from models.stored import Saved, Stored
from ui.writer import Writer

SAVE_AFTER_MS = 600
"""After the last key."""
SAVE_WITHIN_S = 2.0
"""After the first key that is not saved, while typing goes on."""
RETRY_AFTER_MS = (2_000, 5_000, 15_000, 30_000)
MERGE_WITHIN_S = 1.0
_OVERTAKEN = "您改的地方在另一处也改过，那一份已存为版本，可在“版本”中取回。"
_SHRUNK = "大段文字被删改，改动前的内容已存为版本，可在“版本”中取回。"
_DISK = "读写磁盘时出错，改动还在窗口里；请检查磁盘是否已满或已断开。"
_UNEXPECTED = "程序出了意外的错误，改动还在窗口里；请用“另存到”把它存到别处。"


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
    was stored last, writes only what changed since, and says what is stored then. It runs on the writer's thread, one
    call at a time, while the clerk types on.

    Signals: `changed(frozenset[str])` the content keys that differ; `steps_changed()` undo or redo are called
    something else now; `saved(datetime)`, `save_failed(str)` with the reason; `told(str)` what saving kept as a
    version; `adopted(Report, Report, bool)`: what was stored last and what others stored since, and whether that
    replaces anything the clerk has written here.
    """

    changed = Signal(object)
    steps_changed = Signal()
    saved = Signal(object)
    save_failed = Signal(str)
    told = Signal(str)
    adopted = Signal(object, object, bool)
    _fell = Signal(object)
    save_after_ms = SAVE_AFTER_MS

    def __init__(
        self,
        since: Stored,
        save: Save = _nowhere,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        writer: Writer | None = None,
    ) -> None:
        super().__init__(parent)
        self._report, self._stored, self._save = since.report, since, save
        self._clock = clock
        self._writer = writer or Writer(self)
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._failures = 0
        self._unsaved_since: float | None = None
        self._found: Stored | None = None  # by others, while a save was under way
        self._written: frozenset[str] = frozenset()  # the content keys the clerk has changed
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.save)
        self._fell.connect(_rise, Qt.ConnectionType.QueuedConnection)

    @property
    def report(self) -> Report:
        """The report as it is now."""
        return self._report

    @property
    def stored(self) -> Stored:
        """The report as the store held it when it was last heard of."""
        return self._stored

    @property
    def is_saved(self) -> bool:
        """Whether the store holds exactly what the window shows."""
        return not self._writer.is_busy and self._is_stored

    @property
    def _is_stored(self) -> bool:
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
        if report != self._report:
            self._step(words, after_edit(self._report, report), merge)

    def restore(self, words: str, report: Report) -> None:
        """`change` to an earlier state, which keeps the stage it was frozen as."""
        if report != self._report:
            self._step(words, report, "")

    def _step(self, words: str, report: Report, merge: str) -> None:
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

    def save(self) -> None:
        """Save at once what is unsaved, without waiting for it."""
        self._timer.stop()
        if self._writer.is_busy:
            return  # the answer begins the next one
        self._unsaved_since = None
        if not self._is_stored:
            report, since, save = self._report, self._stored, self._save
            self._writer.begin(lambda: save(report, since), partial(self._answer, report))

    def flush(self) -> bool:
        """Save what is unsaved and wait for it; whether the store is up to date afterwards."""
        self._timer.stop()
        self._writer.finish()
        self.save()
        self._writer.finish()
        return self.is_saved

    def adopt(self, found: Stored) -> None:
        """Show what another program stored meanwhile. It is no step of the clerk's, and his own steps keep it.

        Where he has changed the same thing it waits for the next save, which keeps the other state as a version.
        """
        if self._writer.is_busy:
            self._found = found  # it may be older than what is being saved
        elif not contested_keys(self._stored.report, found.report, self._report):
            self._take_over(found)

    def take_in(self, words: str, found: Stored) -> bool:
        """Show what the clerk himself had another part of the program store, as a step called `words` which undo takes
        back; whether that changed anything. What is not saved yet makes it an `adopt`."""
        if not self.is_saved:
            self.adopt(found)
            return False
        self._stored = found
        if found.report == self._report:
            return False
        before, self._report = self._report, found.report
        self._done.append(_Step(words, before, found.report, "", self._clock()))
        self._undone.clear()
        self.changed.emit(changed_keys(before, self._report))
        self.steps_changed.emit()
        return True

    def give_up(self) -> None:
        """Stop trying to save: the clerk was asked and lets the last changes go."""
        self._timer.stop()
        self._writer.end()
        self._stored = replace(self._stored, report=self._report)
        self._failures = 0

    def retire(self) -> None:
        """The report has been left: nothing is saved or said any more."""
        self._timer.stop()
        self._writer.end()
        self.blockSignals(True)

    def _answer(self, report: Report, future: "Future[Saved]") -> None:
        """What came of saving `report`, which the clerk may have changed since."""
        try:
            saved = future.result()
        except UserError as error:
            self._fail(str(error))
        except OSError:
            self._fail(_DISK)
        except Exception as error:
            if not self.is_failing:
                self._fell.emit(error)  # the last hook shall hear of it, once
            self._fail(_UNEXPECTED)
        else:
            self._note(report, saved)
        found, self._found = self._found, None
        if found is not None and found.revision > self._stored.revision:
            self.adopt(found)
        if not self._is_stored and not self._timer.isActive():
            self.save()

    def _fail(self, reason: str) -> None:
        if not self._timer.isActive():
            self._timer.start(RETRY_AFTER_MS[min(self._failures, len(RETRY_AFTER_MS) - 1)])
        self._failures += 1
        self.save_failed.emit(reason)

    def _note(self, report: Report, saved: Saved) -> None:
        self._failures = 0
        if contested_keys(report, saved.stored.report, self._report):
            # What another wrote has been typed over since. Saving from the older count keeps it as a version.
            self._stored = replace(self._stored, report=report)
        else:
            self._stored = replace(saved.stored, report=report)
            self._take_over(saved.stored)
        self.saved.emit(datetime.now().astimezone())
        for version, words in ((saved.overtaken, _OVERTAKEN), (saved.before, _SHRUNK)):
            if version is not None:
                self.told.emit(words)

    def _take_over(self, found: Stored) -> None:
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
        theirs = changed_keys(base, stored)
        is_replacing = bool(theirs & self._written - {"stage"})  # the stage is no text that could be lost
        self._written -= theirs
        self.adopted.emit(base, stored, is_replacing)

    def _show(self, report: Report) -> None:
        before, self._report = self._report, report
        now = self._clock()
        if self._unsaved_since is None:
            self._unsaved_since = now
        left = 1000 * (self._unsaved_since + SAVE_WITHIN_S - now)
        self._timer.start(max(0, min(self.save_after_ms, round(left))))
        keys = changed_keys(before, report)
        self._written |= keys
        self.changed.emit(keys)
        self.steps_changed.emit()


def _rise(error: Exception) -> None:
    raise error
