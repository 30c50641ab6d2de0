"""Bringing a backup back, or saving what can be saved, beside the window.

The open report is left before, the list is shown afterwards. What stood on the screen and could not be saved lies in
its journal, and the clerk is asked about it when the recovery is done.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from actions.progress import Tell, unwatched
from models.database import file_in
from models.errors import UserError
from ui import background, dialogs
from ui.recovered_dialog import RecoveredDialog
from ui.settings import Settings

if TYPE_CHECKING:
    from actions.recovering import Recovered
    from ui.main_window import MainWindow

_NOWHERE = (
    "最后的改动没有存下来，也记不到别处，所以没有恢复，草稿原样未动；"
    "请先点状态栏的“另存到……”把它存到U盘等地方，再来恢复。"
)


class Recovering(QObject):
    """One recovery at a time."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        """Whether a recovery is going on."""
        return self._is_busy

    def salvage(self, on_done: Callable[[], None], on_error: Callable[[UserError], None]) -> None:
        """Save what can be saved of the data folder's own file."""
        self.recover(file_in(self._settings.data_dir), on_done, on_error)

    def recover(
        self,
        file: Path,
        on_done: Callable[[], None],
        on_error: Callable[[UserError], None],
        tell: Tell = unwatched,
    ) -> None:
        """Put a file's content in the drafts' place; `on_error` hears it where unsaved changes are nowhere else."""
        from actions.recovering import recover

        if self._is_busy:
            return
        if not self._leave():
            on_error(UserError(_NOWHERE))
            return
        self._is_busy = True

        def done(recovered: "Recovered") -> None:
            self._end()
            on_done()
            dialog = RecoveredDialog(recovered, self._window)
            dialog.finished.connect(lambda _result: self._window.left_unsaved.look())
            dialogs.show(dialog)

        def failed(error: UserError) -> None:
            self._end()
            on_error(error)

        background.run(partial(recover, self._settings.data_dir, file, tell), done, failed, self)

    def _leave(self) -> bool:
        """Leave the report and the file, whose place another takes; False where the report's changes are nowhere."""
        view = self._window.view
        if view is not None and not view.flush():
            if not self._window.saving.is_safe:
                return False
            view.draft.give_up()
        self._window.show_start()
        self._window.close_store()
        return True

    def _end(self) -> None:
        self._is_busy = False
        self._window.open_store(asks=False)
