"""The chip in the report's heading: which version was signed off, and how much was changed since."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from actions.versioning import SinceSigned, since_signed
from models.report import Stage
from ui import background, look
from ui.draft import Draft
from ui.stored_draft import StoredDraft

AFTER_MS = 1_200
"""Comparing waits for a pause, as checking does."""


class SignedSince(QPushButton):
    """Counts by itself after each change; hidden where there is nothing to say. A click leads to the comparison."""

    def __init__(self, draft: Draft, stored: StoredDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "signed_since", "签批后的改动")
        self.setProperty("chip", True)
        self.setToolTip("和这一稿比较")
        self.hide()
        self._draft, self._stored = draft, stored
        self._number = 0
        self._late = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._late.timeout.connect(self.count)
        draft.changed.connect(lambda _keys: self._late.start())

    @property
    def number(self) -> int:
        """The number of the version spoken of; 0 for none."""
        return self._number

    def count(self) -> None:
        """Compare beside the window; an answer about a report that has changed meanwhile is dropped."""
        report, stored = self._draft.report, self._stored

        def show(found: SinceSigned | None) -> None:
            if report is self._draft.report:
                self._show(found, report.stage)

        background.run(
            lambda: since_signed(stored.store, stored.report_id, report),
            show,
            lambda _error: self.hide(),
            self,
        )

    def retire(self) -> None:
        """The report has been left."""
        self._late.stop()

    def _show(self, found: SinceSigned | None, stage: Stage) -> None:
        words = _words(found, stage)
        self._number = found.version.number if found else 0
        self.setText(words)
        self.setAccessibleName(words or "签批后的改动")
        self.setVisible(bool(words))


def _words(found: SinceSigned | None, stage: Stage) -> str:
    if found is None:
        return ""
    if found.compared.changes:
        return f"{found.version.label}之后{found.compared.words}"
    return found.version.trace if found.version.kind == stage else ""
