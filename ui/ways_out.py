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
from ui.signoff_dialog import SignoffDialog, signer
from ui.stored_draft import StoredDraft

_AFTER_SIGNING = "报告现在是送审稿；要改阶段，到“文头”的“阶段”里改。"

_JUST_NOW = "另一处刚改了 {words}，已经取进来。"


class WaysOut(QObject):
    """Opens its dialogs over `room`. `flush` saves and says whether all is saved, `trouble` what was refused.

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
        stored: StoredDraft,
        flush: Callable[[], bool],
        trouble: Callable[[], str],
        room: QWidget,
    ) -> None:
        super().__init__(room)
        self._room = room
        self._draft, self._settings, self._stored = draft, settings, stored
        self._flush, self._trouble = flush, trouble

    def export(self) -> None:
        """Ask for version, formats and folder."""
        is_saved = self._flush()
        others = self._catch_up() if is_saved else ""
        dialog = ExportDialog(
            self._draft.report,
            self._settings,
            self._room,
            stored=self._stored if is_saved else None,
            trouble=self._trouble(),
            note=_JUST_NOW.format(words=others) if others else "",
        )
        dialog.exported.connect(self.overtaken)
        dialog.place_wanted.connect(self.place_wanted)
        dialog.finished.connect(lambda _result: self.setup_changed.emit())
        dialogs.show(dialog)

    def sign_off(self) -> None:
        """Ask who drafted the report, and write the papers to be signed."""
        if not self._flush():
            return
        sign = signer(self._stored.store, self._stored.report_id)
        others = self._catch_up()
        dialog = SignoffDialog(
            self._draft.report,
            sign,
            self._settings,
            self._room,
            trouble=self._trouble(),
            note=_JUST_NOW.format(words=others) if others else "",
            catch_up=self._catch_up,
        )
        dialog.signed.connect(self.overtaken)
        dialog.finished.connect(lambda _result: self.told.emit(_AFTER_SIGNING) if dialog.is_signed else None)
        dialogs.show(dialog)

    def _catch_up(self) -> str:
        """Show what others have stored, so that nothing is frozen that was not on screen; what that was, in words."""
        from actions.others_work import others_words

        before = self._draft.report
        self.overtaken.emit()
        return others_words(before, self._draft.report)

    def print_out(self) -> None:
        """Show the pages and ask what to print of them; what is printed becomes a version first."""
        from actions.versioning import keep_before_printing
        from ui.preview import pdf_of
        from ui.print_dialog import PrintDialog

        self._flush()
        report, stored = self._draft.report, self._stored
        make = partial(pdf_of, report, page_setup(self._settings))
        keep = partial(keep_before_printing, stored.store, stored.report_id, report)
        dialog = PrintDialog(make, self._settings, self._room, keep, trouble=self._trouble())
        dialog.told.connect(self.told)
        dialogs.show(dialog)
