"""导入 in the window: files are read and kept beside it, then opened; it can be stopped until they are kept."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from actions.progress import StoppedError
from models.errors import UserError
from ui import background, imports, look, messages
from ui.work_bar import WorkBar

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_WIDTH = 60 * look.SPACE
_BUSY = "还在导入前面的文件，这次没有导入，原文件未改；请等它导入完再试。"


class Importing(QObject):
    """One import at a time; how far it is stands in the status bar."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._bar = WorkBar("import", "导入")
        self._bar.setFixedWidth(_WIDTH)
        self._bar.told.connect(lambda words: window.tell(words, 0))
        window.statusBar().addPermanentWidget(self._bar)
        self._bar.hide()  # a status bar shows what is put into it

    def begin(self, paths: list[Path], data_dir: Path) -> None:
        """Read files beside the window; a single one is opened at once."""
        if self._bar.is_working:
            messages.tell(self._window, _BUSY)
            return
        try:
            store = self._window.store
        except UserError as error:
            self._window.complain(error)
            return
        self._bar.begin()
        self._window.tell("正在导入……", 0)
        work = partial(imports.read_and_keep, paths, store, data_dir, self._bar.tell)
        background.run(work, self._show, self._complain, self._window)

    def _show(self, kept: tuple[list[imports.Read], list[str]]) -> None:
        self._end()
        found, ids = kept
        if len(ids) == 1:
            self._window.open_report(ids[0])
        elif ids:
            self._window.show_start()
        say = messages.tell if len(ids) == len(found) else messages.warn
        say(self._window, *imports.told(found))

    def _complain(self, error: UserError) -> None:
        self._end()
        if isinstance(error, StoppedError):
            self._window.tell(str(error))
        else:
            self._window.complain(error)

    def _end(self) -> None:
        self._bar.end()
        self._window.statusBar().clearMessage()
