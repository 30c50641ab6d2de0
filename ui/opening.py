"""Opening a report right after the start: as soon as what opens one is loaded, with a word to the clerk until then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.after_paint import opens_at_once

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_SOON = "正在打开……"


class Opening(QObject):
    """Holds the one report that is wanted; whoever asks for another one meanwhile gets that."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._wanted = ""

    def open(self, report_id: str) -> None:
        """Open a report at once, or when `go_on` is called."""
        if opens_at_once():
            self._window.open_report(report_id)
        else:
            self._wanted = report_id
            self._window.tell(_SOON, 0)

    def go_on(self) -> None:
        """What opens a report is loaded."""
        wanted, self._wanted = self._wanted, ""
        if wanted and self._window.view is None:
            self._window.statusBar().clearMessage()
            self._window.open_report(wanted)
