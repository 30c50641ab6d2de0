"""Bringing a backup back, or saving what can be saved, beside the window.

The open report is left before, the list is shown afterwards. What stood on the screen and could not be saved is held
until a recovery lets it be stored.
"""

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
        self._unsaved: list[Unsaved] = []

    @property
    def is_busy(self) -> bool:
        """Whether a recovery is going on."""
        return self._is_busy

    def salvage(self, on_done: Callable[[], None], on_error: Callable[[UserError], None]) -> None:
        """Save what can be saved of the data folder's own file."""
        self.recover(file_in(self._settings.data_dir), on_done, on_error)

    def recover(self, file: Path, on_done: Callable[[], None], on_error: Callable[[UserError], None]) -> None:
        """Put a file's content in the drafts' place; what the window could not save before is kept afterwards."""
        from actions.recovering import recover

        if self._is_busy:
            return
        self._leave()
        self._is_busy = True
        is_salvage = file == file_in(self._settings.data_dir)

        def done(recovered: "Recovered") -> None:
            self._is_busy = False
            more = self._put_back(is_newest=is_salvage)
            self._window.open_store()
            on_done()
            dialogs.show(RecoveredDialog(recovered, more, self._window))

        def failed(error: UserError) -> None:
            self._is_busy = False
            self._put_back(is_newest=True)
            self._window.open_store()
            on_error(error)

        background.run(partial(recover, self._settings.data_dir, file), done, failed, self)

    def _leave(self) -> None:
        """Leave the report and the file, whose place another takes."""
        from actions.unsaved import Unsaved

        view = self._window.view
        if view is not None and not view.flush():
            self._unsaved.append(Unsaved(self._window.chosen_id, view.draft.report))
            view.draft.give_up()
        self._window.show_start()
        self._window.close_store()

    def _put_back(self, *, is_newest: bool) -> tuple[str, ...]:
        """Store what could not be saved before; what became of it, in words."""
        from actions.unsaved import keep_unsaved

        told = []
        for unsaved in tuple(self._unsaved):
            try:
                told.append(keep_unsaved(self._window.store, unsaved, is_newest=is_newest))
                self._unsaved.remove(unsaved)
            except UserError as error:
                told.append(f"恢复以前没有存下来的改动还没能写回，下次恢复时再写：{error}")
        return tuple(told)
