"""The open report laid out again after every pause: one layout for the preview, the counts and the way between them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from actions.laying_out import LaidOut, Typesetter
from models.errors import UserError
from models.report import Report
from ui import background
from ui.page_setup import PageSetup, page_setup
from ui.settings import Settings

if TYPE_CHECKING:
    from exporters.profile import Profile

PAUSE_MS = 120
"""Without a key for so long the clerk pauses."""


class LivePages(QObject):
    """Signals: `laid_out(LaidOut)` the newest state wished for; `failed(UserError)`."""

    laid_out = Signal(object)
    failed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self.newest: LaidOut | None = None
        self._settings = settings
        self._wanted: Report | None = None
        self._is_working = False
        self._press = _Press()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._begin)

    def lay_out(self, report: Report) -> None:
        """Lay a report out at once; of several wishes meanwhile the last one counts."""
        self._wanted = report
        self._begin()

    def lay_out_after_pause(self, report: Report) -> None:
        """Lay a report out as soon as no other follows."""
        self._wanted = report
        self._pause.start()

    def set_up(self, report: Report) -> None:
        """Lay a report out by the page rules and in the fonts that are there now."""
        self._press.forget_rules()
        self.lay_out(report)

    def retire(self) -> None:
        """Lay out nothing any more."""
        self._pause.stop()
        self._wanted = None
        self.blockSignals(True)

    def _begin(self) -> None:
        self._pause.stop()
        report, press, setup = self._wanted, self._press, page_setup(self._settings)
        if report is None or self._is_working:
            return
        self._is_working = True
        background.run(
            lambda: press.lay_out(report, setup), lambda found: self._take(report, found), self._fail, self
        )

    def _take(self, report: Report, found: LaidOut) -> None:
        self._is_working = False
        if self._wanted is not report:
            if not self._pause.isActive():
                self._begin()
            return
        self.newest = found
        self.laid_out.emit(found)

    def _fail(self, error: UserError) -> None:
        self._is_working = False
        self.newest = None
        self.failed.emit(error)


class _Press:
    """What lays out on another thread, one report at a time. The rules are looked for once: that takes longest."""

    def __init__(self) -> None:
        self._typesetter: Typesetter | None = None
        self._found: tuple[PageSetup, Profile] | None = None

    def forget_rules(self) -> None:
        """Look for the rules again."""
        self._found = None

    def lay_out(self, report: Report, setup: PageSetup) -> LaidOut:
        """The report by the rules and in the fonts chosen for the window."""
        if self._typesetter is None:
            self._typesetter = Typesetter()
        found = self._found
        if found is None or found[0] != setup:
            found = self._found = (setup, setup.rules())
        laid_out = self._typesetter.lay_out(report, found[1])
        _ = laid_out.places  # made here, not on the window's thread
        return laid_out
