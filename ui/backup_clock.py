"""Backups by themselves, one at a time: soon after the start, every half hour (or as chosen) of change, at the end."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Signal

from actions.backup_state import BackupState, back_up_now, backup_state
from actions.progress import StoppedError, Tell, unwatched
from models.backup import Reason
from models.errors import UserError
from ui import background
from ui.declared_settings import BACKUP_FOLDER, BACKUP_MINUTES
from ui.settings import BACKUP_COPIED, BACKUP_TROUBLE, Settings, second_backup_folder

FIRST_MS = 5_000
_MINUTE_MS = 60_000
EVERY_MS = int(BACKUP_MINUTES.default) * _MINUTE_MS
"""Until another interval was chosen."""
RETRY_MS = (60_000, 5 * 60_000, 15 * 60_000, 30 * 60_000)
_LAST_WAIT_S = 10
"""How long the last backup waits for one that is being made beside the window, and its copy for the second place."""

BackUp = Callable[..., BackupState]
"""`back_up_now` or what a test has in its place."""


class BackupClock(QObject):
    """Asks for a backup when one is due; whether anything changed since the last one is known where it is made.

    Signals: `changed()` a backup was made or failed, or one has begun; `stopped(str)` one was, in words;
    `second_seen()` the second place is otherwise than it was known to be.
    """

    changed = Signal()
    stopped = Signal(str)
    second_seen = Signal()

    def __init__(
        self, settings: Settings, parent: QObject | None = None, back_up: BackUp = back_up_now
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._back_up = back_up
        self._state = BackupState(None)
        self._second: Path | None = None  # where `_state` knows of
        self._is_busy = self._is_looking = self._wants_look = False
        self._failures = 0
        self._is_made, self._is_unwanted = Event(), Event()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        settings.changed.connect(self._follow)

    @property
    def state(self) -> BackupState:
        """How the backups stood when last looked at."""
        return self._state

    @property
    def trouble(self) -> str:
        """Why the last backup failed, also one of an earlier day; empty where it did not."""
        return self._settings.get(BACKUP_TROUBLE)

    @property
    def copied(self) -> datetime | None:
        """Of when the newest backup is that was ever seen in the second place."""
        known = self._settings.get(BACKUP_COPIED)
        return datetime.fromisoformat(known).astimezone() if known else None

    @property
    def is_busy(self) -> bool:
        """Whether a backup is being made."""
        return self._is_busy

    def refresh(self) -> BackupState:
        """What lies in the data folder now, and in the second place when that was looked at last.

        It is looked at again beside the window, for a network drive that is dead answers only after a minute.
        """
        second = second_backup_folder(self._settings)
        known = self._state if second == self._second else BackupState(None)
        self._second = second
        self._state = replace(known, newest=backup_state(self._settings.data_dir).newest)
        self._look_at_second()
        return self._state

    def start(self) -> None:
        """Begin to look, when the window has had time to come up."""
        self._timer.start(FIRST_MS)

    def look(self) -> None:
        """Make a backup if the newest is old enough; one from the future was made by a clock set back."""
        newest, every = backup_state(self._settings.data_dir).newest, self._every_ms
        age_ms = (datetime.now().astimezone() - newest.time).total_seconds() * 1000 if newest else every
        if 0 <= age_ms < every and not self._failures:
            self._timer.start(int(every - age_ms) + 1000)
            return
        self.make(Reason.SCHEDULED)

    def make(self, reason: Reason, tell: Tell = unwatched) -> None:
        """Make a backup beside the window, unless one is being made. What `tell` or `stop` stops is no trouble."""
        if self._is_busy:
            return
        self._is_busy, self._second = True, second_backup_folder(self._settings)
        self._timer.stop()
        self._is_made.clear()
        self._is_unwanted.clear()
        heed = partial(_heeding, self._is_unwanted, tell)
        work = partial(self._back_up, self._settings.data_dir, reason, self._second, heed)
        work = partial(_telling, self._is_made, work)
        background.run(work, self._note, self._note_failure, self, waits=True)
        self.changed.emit()

    def stop(self) -> None:
        """Ask the backup that is being made, whoever began it, to stop; then none is kept of it."""
        self._is_unwanted.set()

    def finish(self) -> None:
        """Make the last backup of the day if anything changed, now; the window is no longer on screen."""
        self._timer.stop()
        if self._is_busy:
            self._is_made.wait(_LAST_WAIT_S)
        try:
            self._remember(self._back_up(self._settings.data_dir, Reason.CLOSING, None))
        except UserError as error:
            self._settings.set(BACKUP_TROUBLE, str(error))
            return
        if second := second_backup_folder(self._settings):
            self._copy_last(second)

    @property
    def _every_ms(self) -> int:
        return self._settings.number(BACKUP_MINUTES) * _MINUTE_MS

    def _follow(self, key: str) -> None:
        """Another interval or another second place holds from now on."""
        if key == BACKUP_FOLDER.key:
            self._settings.set(BACKUP_COPIED, "")
            self.refresh()
            self.changed.emit()
        elif key == BACKUP_MINUTES.key and self._timer.isActive():
            self._timer.start(FIRST_MS)

    def _copy_last(self, second: Path) -> None:
        """A second place that does not answer shall not keep the program from ending."""
        states: SimpleQueue[BackupState] = SimpleQueue()

        def copy() -> None:
            with suppress(UserError):
                states.put(self._back_up(self._settings.data_dir, Reason.CLOSING, second))

        thread = Thread(target=copy, daemon=True)
        thread.start()
        thread.join(_LAST_WAIT_S)
        with suppress(Empty):
            self._remember(states.get_nowait())

    def _look_at_second(self) -> None:
        """One look at a time; who asks while one is under way gets another after it."""
        self._wants_look = self._is_looking
        second = self._second
        if second is None or self._is_looking or self._is_busy:
            return
        self._is_looking = True

        def note(seen: BackupState) -> None:
            self._is_looking = False
            if second == self._second and not self._is_busy:
                self._note_second(seen)
            if self._wants_look:
                self._look_at_second()

        def forget(_error: UserError) -> None:
            self._is_looking = False

        work = partial(backup_state, self._settings.data_dir, second)
        background.run(work, note, forget, self, waits=True)

    def _note_second(self, seen: BackupState) -> None:
        before = self._state
        self._keep_in_mind(replace(before, there=seen.there, is_second_there=seen.is_second_there))
        if self._state != before:
            self.second_seen.emit()

    def _note(self, state: BackupState) -> None:
        self._is_busy, self._failures = False, 0
        self._remember(state)
        self._timer.start(self._every_ms)
        self.changed.emit()

    def _note_failure(self, error: UserError) -> None:
        self._is_busy = False
        if isinstance(error, StoppedError):
            self._timer.start(self._every_ms)
            self.stopped.emit(str(error))
            return
        self._settings.set(BACKUP_TROUBLE, str(error))
        self._timer.start(RETRY_MS[min(self._failures, len(RETRY_MS) - 1)])
        self._failures += 1
        self.changed.emit()

    def _remember(self, state: BackupState) -> None:
        self._settings.set(BACKUP_TROUBLE, "")
        self._keep_in_mind(state)

    def _keep_in_mind(self, state: BackupState) -> None:
        self._state = state
        if state.copied and state.copied != self.copied:
            self._settings.set(BACKUP_COPIED, state.copied.isoformat())


def _heeding(is_unwanted: Event, tell: Tell, done: int, count: int, what: str) -> bool:
    return tell(done, count, what) and not is_unwanted.is_set()


def _telling(is_made: Event, work: Callable[[], BackupState]) -> BackupState:
    """Do the work, and tell whoever waits without an event loop that it is over."""
    try:
        return work()
    finally:
        is_made.set()
