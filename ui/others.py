"""What another window or program writes into the open report: noticed soon, shown, and said."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from models.errors import UserError
from ui import background
from ui.strip import Strip

if TYPE_CHECKING:
    from models.report import Report
    from models.store import Store
    from models.version import Version
    from ui.draft import Draft
    from ui.main_window import MainWindow
    from ui.report_view import ReportView

EVERY_MS = 2_000
"""How often the store is asked; the question reads three values of one row."""
_NAME = "另一处改动前"
_KEPT = "；您写的在版本“{label}”里，可以取回"


class Others(QObject):
    """Asks while the window is in front; when the clerk comes back to it, the window asks by itself."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._view: ReportView | None = None
        self._report_id, self._trashed = "", ""
        self._seen: tuple[Report, Report] | None = None
        self._kept: Version | None = None
        self._owed: list[Report] = []
        self._is_asking = False
        self.strip = Strip("others_note", "另一处的改动")
        window.centralWidget().layout().addWidget(self.strip)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._ask_beside)

    def watch(self, view: "ReportView") -> None:
        """A report was opened."""
        self.leave()
        self._view, self._report_id = view, self._window.chosen_id
        view.draft.adopted.connect(self._note)
        self._timer.start()

    def leave(self) -> None:
        """No report is open any more."""
        self._timer.stop()
        with suppress(UserError):
            self._keep_owed()
        self._view, self._trashed = None, ""
        self._owed.clear()
        self._forget()

    def ask(self) -> None:
        """Look at the report if it was stored since it was read; not while anything is on its way into the store."""
        if self._is_quiet:
            with suppress(UserError):  # the next save says it, or the next look
                self._compare(self._window.store.stamp(self._report_id))

    def take_in(self, draft: "Draft", store: "Store", report_id: str) -> None:
        """Let a draft adopt what is stored, if it was stored since it was read. Raises UserError."""
        if store.stamp(report_id)[:2] != (draft.stored.revision, draft.stored.updated):
            draft.adopt(store.fetch(report_id))

    def _ask_beside(self) -> None:
        """The same without waiting for the store: a network drive may be slow."""
        if self._is_asking or not self._is_quiet:
            return
        view, report_id = self._view, self._report_id

        def take(stamp: tuple[int, str, str]) -> None:
            self._is_asking = False
            if view is self._view and self._is_quiet:
                with suppress(UserError):
                    self._compare(stamp)

        def forget(_error: UserError) -> None:
            self._is_asking = False

        with suppress(UserError):
            work = partial(self._window.store.stamp, report_id)
            self._is_asking = True
            background.run(work, take, forget, self, waits=True)

    @property
    def _is_quiet(self) -> bool:
        """Whether the clerk is here and nothing of his is on its way."""
        window, view = self._window, self._view
        if view is None or not window.isActiveWindow() or not view.draft.is_saved:
            return False
        return not window.safekeeping.is_recovering

    def _compare(self, stamp: tuple[int, str, str]) -> None:
        """Look at the report if it was stored since. Raises UserError."""
        self._keep_owed()
        assert self._view is not None
        revision, updated, trashed = stamp
        stored = self._view.draft.stored
        if (revision, updated) != (stored.revision, stored.updated) or trashed != self._trashed:
            self._trashed = trashed
            self._window.look_for_others()

    def _note(self, before: "Report", after: "Report", is_replacing: bool) -> None:
        """What was stored by others since `before`; `is_replacing` what the clerk had written and saved."""
        from actions.others_work import others_words
        from models.content import with_changes

        if is_replacing:
            self._owed.append(before)
            with suppress(UserError):  # another program is writing: it is kept the next time
                self._keep_owed()
        first, theirs = self._seen or (before, before)
        self._seen = (first, with_changes(theirs, before, after))
        if words := others_words(*self._seen):
            self._say(words)

    def _keep_owed(self) -> None:
        """Keep as versions what others wrote over. Raises UserError."""
        while self._owed:
            from models.version import Occasion

            store = self._window.store
            self._kept = store.keep_other(self._report_id, self._owed[0], Occasion.OVERTAKEN, _NAME)
            del self._owed[0]

    def _say(self, words: str) -> None:
        kept = _KEPT.format(label=self._kept.label) if self._kept else ""
        self.strip.say(
            f"另一处改了 {words}{kept}。",
            ("others_versions", "版本", self._show_versions),
            ("others_seen", "知道了", self._forget),
        )

    def _show_versions(self) -> None:
        if self._view is not None:
            self._view.history.show_versions(self._kept.number if self._kept else 0)

    def _forget(self) -> None:
        self._seen = self._kept = None
        self.strip.clear()
