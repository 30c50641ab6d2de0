"""After a crash: what was left unsaved is compared with what is stored, and the clerk asked only where it differs."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import UserError
from ui import dialogs, messages

if TYPE_CHECKING:
    from actions.recovering_unsaved import Recovery
    from ui.main_window import MainWindow
    from ui.recovery_dialog import Answer

_NOT_DONE = "{error}上次没有存下的改动仍然留着，下次打开时还会问。"


class LeftUnsaved(QObject):
    """Asks about one report after the other; nothing is lost whatever the answer is."""

    def __init__(self, window: "MainWindow", data_dir: Path) -> None:
        super().__init__(window)
        self._window, self._data_dir = window, data_dir
        self._waiting: list[Recovery] = []
        self._is_asking = False

    def look(self, report_id: str = "") -> None:
        """Look for unsaved changes of a report that has just been opened, or of all."""
        if self._is_asking:
            return
        from actions.recovering_unsaved import find_unsaved

        try:
            found, troubles = find_unsaved(self._window.store, self._data_dir, report_id)
        except UserError:
            return  # what is wrong with the drafts is said where they are shown; the journals stay
        if troubles:
            messages.warn(self._window, "\n".join(map(str, troubles)))
        self._waiting = list(found)
        self._ask_next()

    def _ask_next(self) -> None:
        self._is_asking = bool(self._waiting)
        if self._waiting:
            from ui.recovery_dialog import RecoveryDialog

            recovery = self._waiting.pop(0)
            dialog = RecoveryDialog(recovery, self._window)
            dialog.finished.connect(lambda _result: self._go_on(recovery, dialog.answer))
            dialogs.show(dialog)

    def _go_on(self, recovery: "Recovery", answer: "Answer") -> None:
        try:
            self._carry_out(recovery, answer)
        except UserError as error:
            messages.warn(self._window, _NOT_DONE.format(error=error))
        self._ask_next()

    def _carry_out(self, recovery: "Recovery", answer: "Answer") -> None:
        from actions.recovering_unsaved import keep_as_new, keep_stored
        from ui.recovery_dialog import Answer

        match answer:
            case Answer.TAKE if recovery.stored is None:
                self._window.open_report(keep_as_new(self._window.store, recovery))
            case Answer.TAKE:
                self._take(recovery)
            case Answer.KEEP:
                keep_stored(self._window.store, recovery)

    def _take(self, recovery: "Recovery") -> None:
        """One undo step; the state before it is a version besides."""
        from models.content import with_changes
        from models.version import Occasion

        window, unsaved = self._window, recovery.unsaved
        if window.view is None or window.chosen_id != recovery.report_id:
            window.open_report(recovery.report_id)
        if window.view is None or window.chosen_id != recovery.report_id:
            return
        window.store.keep(recovery.report_id, Occasion.RESTORE)
        draft = window.view.draft
        report = with_changes(draft.report, unsaved.base, unsaved.report)
        take = draft.restore if report == unsaved.report else draft.change
        take("恢复未存下的改动", report)
        if window.flush():
            unsaved.forget()
