"""The departments' data: sent out as blank workbooks, taken in as filled ones. Each opens its dialog."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import dialogs
from ui.draft import Draft
from ui.settings import Settings


class Departments(QObject):
    """Opens its dialogs over `room`; `flush` takes over what is being typed.

    Signals: `told(str)` how it went.
    """

    told = Signal(str)

    def __init__(self, draft: Draft, settings: Settings, flush: Callable[[], bool], room: QWidget) -> None:
        super().__init__(room)
        self._room, self._draft, self._settings, self._flush = room, draft, settings, flush

    def send_out(self) -> None:
        """Ask for deadline and folder, and write one blank workbook for each department."""
        from ui.collect_dialog import CollectDialog

        self._flush()
        dialogs.show(CollectDialog(self._draft.report, self._settings, self._room))

    def take_in(self) -> None:
        """Ask for filled workbooks, show what they would change, and take it over as one step."""
        from ui.merge_dialog import MergeDialog

        self._flush()
        dialog = MergeDialog(self._draft, self._settings, self._room)
        dialog.told.connect(self.told)
        dialogs.show(dialog)
