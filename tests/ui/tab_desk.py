"""One tab of a new report in a window of its own, over a draft that is stored nowhere.

It costs a fifth of a whole window: for claims about what a tab does by itself.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from actions.drafting import new_report
from models.report import Report
from models.stored import Stored
from models.template import template
from tests.ui.hands import Hands
from ui.attachments_tab import AttachmentsTab
from ui.draft import Draft
from ui.figures_tab import FiguresTab
from ui.letterhead_tab import LetterheadTab
from ui.section_names import section_templates
from ui.section_tab import SectionTab

Tab = TypeVar("Tab", bound=QWidget)


class TabDesk(Hands, Generic[Tab]):
    """A clerk before a tab; the keyboard is in its window."""

    def __init__(self, qtbot: QtBot, make: Callable[[Draft], Tab], report: Report | None = None) -> None:
        super().__init__(qtbot)
        report = report or new_report("county-regulation", "云岭县人民政府", 2025)
        self._draft = Draft(Stored(report, 1, ""))
        self.window = QWidget()
        self.tab = make(self._draft)
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tab)
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()

    @property
    def draft(self) -> Draft:
        return self._draft

    def undo(self) -> None:
        self._draft.undo()


FiguresDesk = TabDesk[FiguresTab]
AttachmentsDesk = TabDesk[AttachmentsTab]
LetterheadDesk = TabDesk[LetterheadTab]
SectionDesk = TabDesk[SectionTab]


def figures_desk(qtbot: QtBot, report: Report | None = None) -> FiguresDesk:
    """A clerk before the table of figures."""
    return TabDesk(qtbot, FiguresTab, report)


def attachments_desk(qtbot: QtBot, report: Report | None = None) -> AttachmentsDesk:
    """A clerk before the attachments."""
    return TabDesk(qtbot, AttachmentsTab, report)


def letterhead_desk(qtbot: QtBot, report: Report | None = None) -> LetterheadDesk:
    """A clerk before the letterhead."""
    return TabDesk(qtbot, LetterheadTab, report)


def section_desk(qtbot: QtBot, key: str, report: Report | None = None) -> SectionDesk:
    """A clerk before a section's texts."""

    def made(draft: Draft) -> SectionTab:
        declared = section_templates(draft.report, template(draft.report.template))
        tab = SectionTab(draft, next(one for one in declared if one.key == key))
        while tab.fill():
            pass
        return tab

    return TabDesk(qtbot, made, report)
