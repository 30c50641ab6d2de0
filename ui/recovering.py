"""Bringing a backup back, or saving what can be saved, beside the window: the report is left before, the list shown after."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.database import file_in
from models.errors import UserError
from ui import background, dialogs
from ui.recovered_dialog import RecoveredDialog
from ui.settings import Settings

if TYPE_CHECKING:
    from actions.recovering import Recovered
    from actions.unsaved import Unsaved
    from ui.main_window import MainWindow


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
        self, file: Path, on_done: Callable[[], None], on_error: Callable[[UserError], None]
    ) -> None:
        """Put a file's content in the drafts' place; what the window could not save before is kept afterwards."""
        from actions.recovering import recover

        if self._is_busy:
            return
        self._is_busy = True
        unsaved = self._window.let_store_go()
        is_salvage = file == file_in(self._settings.data_dir)

        def done(recovered: "Recovered") -> None:
            self._is_busy = False
            more = self._kept(unsaved, is_newest=is_salvage)
            self._window.open_store()
            on_done()
            dialogs.show(RecoveredDialog(recovered, more, self._window))

        def failed(error: UserError) -> None:
            self._is_busy = False
            self._kept(unsaved, is_newest=True)
            self._window.open_store()
            on_error(error)

        background.run(partial(recover, self._settings.data_dir, file), done, failed, self)

    def _kept(self, unsaved: "Unsaved | None", *, is_newest: bool) -> tuple[str, ...]:
        from actions.unsaved import keep_unsaved

        if unsaved is None:
            return ()
        try:
            return (keep_unsaved(self._window.store, unsaved, is_newest=is_newest),)
        except UserError as error:
            return (f"恢复以前没有存下来的改动没能写回：{error}",)
