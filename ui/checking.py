"""Checks the open report beside the window: when asked, and after each pause."""

from dataclasses import replace

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
Asked = tuple[Report, frozenset[str]]
"""A report, and the rules that are switched off."""


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
        self._found: tuple[Finding, ...] = ()
        self._about: Asked | None = None
        self._under_way: Asked | None = None
        self._draft, self._settings = draft, settings
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(AFTER_MS)
        self._pause.timeout.connect(self.check)
        draft.changed.connect(lambda _keys: self._pause.start())

    @property
    def off(self) -> int:
        """How many rules are switched off."""
        return len(rules_off(self._settings))

    @property
    def is_current(self) -> bool:
        """Whether `findings` are those of the report as it is now."""
        return _is_same(self._about, self._wanted)

    def check(self) -> None:
        """Check now, on another thread; an answer about a report that has changed meanwhile is dropped.

        Where nothing but what is ignored was changed, the answer is there when this returns.
        """
        self._pause.stop()
        report, off = wanted = self._wanted
        if self._about is not None and _only_ignores(self._about, wanted):
            self._about = wanted
            self._take(report, self._found)
            return
        if _is_same(self._under_way, wanted):
            return
        self._under_way = wanted

        def take(found: tuple[Finding, ...]) -> None:
            if self._end(wanted):
                self._about, self._found = wanted, found
                self._take(report, found)

        def complain(error: UserError) -> None:
            self._end(wanted)
            self.failed.emit(f"校对没有做成：{error}")

        background.run(lambda: everything(report, off), take, complain, self)

    def retire(self) -> None:
        """The report has been left."""
        self._pause.stop()

    @property
    def _wanted(self) -> Asked:
        """What is to be checked, without which rules."""
        return self._draft.report, rules_off(self._settings)

    def _end(self, wanted: Asked) -> bool:
        """A check has been answered; whether it still is the one that is wanted."""
        if self._under_way is wanted:
            self._under_way = None
        return _is_same(wanted, self._wanted)

    def _take(self, report: Report, found: tuple[Finding, ...]) -> None:
        self.findings, self.ignored = sorted_out(report, found)
        self.is_done = True
        self.checked.emit(report)


def _is_same(one: Asked | None, other: Asked) -> bool:
    """Reports are compared by identity: a draft's never changes, and comparing two takes as long as checking."""
    return one is not None and one[0] is other[0] and one[1] == other[1]


def _only_ignores(one: Asked, other: Asked) -> bool:
    """Whether the rules find the same in both."""
    return one[1] == other[1] and replace(one[0], ignored=other[0].ignored) == other[0]
