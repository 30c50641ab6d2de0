"""Checks the open report: at once when asked, otherwise beside the window after each pause."""

from PySide6.QtCore import QObject, QTimer, Signal

from actions.checking import everything
from actions.ignoring import sorted_out
from checks import Finding
from models.errors import UserError
from models.report import Report
from ui import background
from ui.draft import Draft
from ui.rules_off import rules_off
from ui.settings import Settings

AFTER_MS = 700


class Checking(QObject):
    """`findings` and `ignored` of the report as it was checked last, without the rules that are switched off.

    Signals: `checked(Report)`; `failed(str)` why not, in words.
    """

    checked = Signal(object)
    failed = Signal(str)

    def __init__(self, draft: Draft, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self.ignored: tuple[Finding, ...] = ()
        self.is_done = False
        self._draft, self._settings = draft, settings
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(AFTER_MS)
        self._pause.timeout.connect(self.check_beside)
        draft.changed.connect(lambda _keys: self._pause.start())

    @property
    def off(self) -> int:
        """How many rules are switched off."""
        return len(rules_off(self._settings))

    def check(self) -> None:
        """Check now; the answer is there when this returns."""
        report = self._draft.report
        self._take(report, everything(report, rules_off(self._settings)))

    def check_beside(self) -> None:
        """Check on another thread; an answer about a report that has changed meanwhile is dropped."""
        report, off = self._draft.report, rules_off(self._settings)

        def take(found: tuple[Finding, ...]) -> None:
            if report is self._draft.report:
                self._take(report, found)

        def complain(error: UserError) -> None:
            self.failed.emit(f"校对没有做成：{error}")

        background.run(lambda: everything(report, off), take, complain, self)

    def retire(self) -> None:
        """The report has been left."""
        self._pause.stop()

    def _take(self, report: Report, found: tuple[Finding, ...]) -> None:
        self.findings, self.ignored = sorted_out(report, found)
        self.is_done = True
        self.checked.emit(report)
