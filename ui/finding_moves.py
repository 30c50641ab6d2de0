"""What a clerk does about a finding: mend, link, ignore, take that back. One undo step each."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from actions.ignoring import with_heeded, with_ignored
from actions.mending import mended
from checks import Finding
from ui import messages
from ui.draft import Draft
from ui.figure_linker import FigureLinker
from ui.finding_details import FindingDetails

_LONGEST = 12
_GONE = "这一处文字已经改动，没有替换；请看新的校对结果。"


class FindingMoves:
    """`before` commits what is being typed, `after` checks anew at once."""

    def __init__(
        self,
        draft: Draft,
        linker: FigureLinker,
        view: QWidget,
        before: Callable[[], object],
        after: Callable[[], object],
    ) -> None:
        self._draft, self._linker, self._view = draft, linker, view
        self._before, self._after = before, after

    def serve(self, details: FindingDetails) -> None:
        """Do what is asked for at a finding."""
        details.mend_wanted.connect(self.mend)
        details.link_wanted.connect(self.link)
        details.ignore_wanted.connect(self.ignore)
        details.heed_wanted.connect(self.heed)

    def mend(self, finding: Finding) -> None:
        """Put the suggestion in the place of the words it is about."""
        self._before()
        report = mended(self._draft.report, finding)
        if report is None:
            messages.tell(self._view, _GONE)
        else:
            self._draft.change(f"改为“{_short(finding.suggestion or '')}”", report)
        self._after()

    def link(self, finding: Finding) -> None:
        """Link the number a hint is about; the rest of the list stands as it was."""
        self._before()
        self._linker.link_found(finding)
        self._after()

    def ignore(self, finding: Finding, reason: str) -> None:
        """Do not list it any more."""
        self._before()
        report = with_ignored(self._draft.report, finding, reason)
        self._draft.change(f"忽略“{_short(finding.message)}”", report)
        self._after()

    def heed(self, finding: Finding) -> None:
        """List it again."""
        self._draft.change(f"取消忽略“{_short(finding.message)}”", with_heeded(self._draft.report, finding))
        self._after()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
