"""The ways a stored report leaves the window, over a small window without tabs, pages and findings."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from actions.drafting import new_report
from actions.recovering_unsaved import journal_for, journalling
from models.store import Store
from tests.ui.hands import Hands
from ui.draft import Draft
from ui.settings import Settings
from ui.stored_draft import StoredDraft
from ui.ways_out import WaysOut


class LeavingDesk(Hands):
    """A clerk with a new report that is ready to go out."""

    def __init__(self, qtbot: QtBot, data_dir: Path, store: Store) -> None:
        super().__init__(qtbot)
        self.data_dir, self.store = data_dir, store
        self.report_id = store.create(
            new_report("county-regulation", "云岭县人民政府", 2025, {"contact_name": "林知秋"})
        )
        save = journalling(store, self.report_id, journal_for(store, data_dir, self.report_id))
        self._draft = Draft(store.fetch(self.report_id), save)
        self.window = QWidget()
        self.ways_out = WaysOut(
            self._draft,
            Settings(data_dir),
            StoredDraft(store, self.report_id),
            self._draft.flush,
            str,
            self.window,
        )
        qtbot.addWidget(self.window)
        self.window.resize(1000, 700)
        self.window.show()
        qtbot.waitExposed(self.window)

    @property
    def draft(self) -> Draft:
        return self._draft

    def undo(self) -> None:
        self._draft.undo()

    def export(self) -> QDialog:
        """Begin to export; the dialog."""
        self.ways_out.export()
        return self.find(QDialog, "export_dialog")

    def sign_off(self) -> QDialog:
        """Begin to sign off; the dialog."""
        self.ways_out.sign_off()
        return self.find(QDialog, "signoff_dialog")
