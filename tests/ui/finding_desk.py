"""A report's tabs with the find bar below them, over a draft that is stored nowhere."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Report, Section
from models.stored import Stored
from ui.draft import Draft
from ui.find_bar import FindBar
from ui.report_tabs import ReportTabs
from ui.settings import Settings

Found = TypeVar("Found", bound=QObject)

REPORT = Report(
    2025,
    "county-regulation",
    letterhead=Letterhead(organs=("云岭县人民政府",), doc_number="云政〔2026〕5号"),
    preamble=("2025年，依法行政。",),
    sections=(
        Section(
            "measures",
            "2025年的举措",
            items=(
                Item(
                    "行政复议", ("全年依法收到申请{{fy_apply}}件，依法办结。", "征地补偿占六成，征地补偿多。")
                ),
                Item("普法", ("依法普法。",)),
            ),
        ),
        Section("plan", "下年安排", ("依法治县。",)),
    ),
    figures=(Figure("fy_apply", Quantity("164"), evidence="依法台账"),),
    attachments=(Attachment("依法清单", ("见依法清单。",)),),
)


class FindingDesk:
    """The window of a test, with its widgets by their names."""

    def __init__(self, qtbot: QtBot, data_dir: Path, report: Report = REPORT) -> None:
        self.qtbot = qtbot
        self.draft = Draft(Stored(report, 1, ""))
        self.window = QWidget()
        self.tabs = ReportTabs(self.draft)
        self.bar = FindBar(self.draft, self.tabs, Settings(data_dir))
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.tabs)
        layout.addWidget(self.bar)
        self.bar.figure_wanted.connect(self.tabs.show_figure)
        qtbot.addWidget(self.window)
        self.window.resize(1000, 700)
        self.window.show()
        qtbot.waitExposed(self.window)

    def find(self, kind: type[Found], name: str) -> Found:
        """The widget with this object name, in a tab that is not made yet, too."""
        found = self.window.findChild(kind, name)
        if found is None:
            found = self.tabs.findChild(kind, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        """Press a button."""
        self.find(QAbstractButton, name).click()

    def look_for(self, words: str) -> QLineEdit:
        """Show the bar and type words; the field."""
        self.bar.begin()
        box = self.find(QLineEdit, "field:find")
        box.setText(words)
        return box

    def begin_replacing(self, words: str, by: str) -> int:
        """Show the bar with both rows filled in; how many hits it counts."""
        self.bar.begin_replace()
        self.find(QLineEdit, "field:find").setText(words)
        self.find(QLineEdit, "field:replace").setText(by)
        return self.count

    @property
    def told(self) -> str:
        """What the bar says of the hits."""
        return self.find(QLabel, "find_count").text()

    @property
    def count(self) -> int:
        """How many hits the bar counts."""
        return int(self.told.split()[-2])
