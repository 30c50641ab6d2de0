"""The ways a report leaves the window: printed, exported, signed off. Each saves first, then asks in a dialog."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import dialogs
from ui.draft import Draft
from ui.export_dialog import ExportDialog
from ui.page_setup import page_setup
from ui.settings import Settings
from ui.signoff_dialog import Sign, SignoffDialog


class WaysOut(QObject):
    """Opens its dialogs over `room`. `flush` saves and says whether all is saved.

    Signals: `told(str)` how it went; `overtaken()`: what is stored is newer than what is shown;
    `place_wanted(Finding)`: the clerk goes back to a place; `setup_changed()`: other page rules may hold now.
    """

    told = Signal(str)
    overtaken = Signal()
    place_wanted = Signal(object)
    setup_changed = Signal()

    def __init__(
        self,
        draft: Draft,
        settings: Settings,
        sign: Sign | None,
        flush: Callable[[], bool],
        room: QWidget,
    ) -> None:
        super().__init__(room)
        self._room = room
        self._draft, self._settings, self._sign, self._flush = draft, settings, sign, flush

    def export(self) -> None:
        """Ask for version, formats and folder."""
        self._flush()
        dialog = ExportDialog(self._draft.report, self._settings, self._room)
        dialog.place_wanted.connect(self.place_wanted)
        dialog.finished.connect(lambda _result: self.setup_changed.emit())
        dialogs.show(dialog)

    def sign_off(self) -> None:
        """Ask who drafted the report, and write the papers to be signed."""
        if self._sign is None or not self._flush():
            return
        dialog = SignoffDialog(self._draft.report, self._sign, self._settings, self._room)
        dialog.signed.connect(self.overtaken)
        dialogs.show(dialog)

    def print_out(self) -> None:
        """Show the pages and ask what to print of them."""
        from ui.preview import pdf_of
        from ui.print_dialog import PrintDialog

        self._flush()
        make = partial(pdf_of, self._draft.report, page_setup(self._settings))
        dialog = PrintDialog(make, self._settings, self._room)
        dialog.told.connect(self.told)
        dialogs.show(dialog)
