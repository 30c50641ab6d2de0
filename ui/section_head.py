"""The head of a section's tab: its number, its title, and what the regulation wants in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from models.editing import heading_text, level_of
from models.report import Section
from ui import look
from ui.fields import LineField
from ui.guidance import Guidance

_LOWER = 2
"""A label sets its text this much lower than a line to write in; both stand on one baseline."""


class SectionHead(QWidget):
    """Signals: `title_edited(str)` the title as typed; `last_year_wanted()`."""

    title_edited = Signal(str)
    last_year_wanted = Signal()

    def __init__(self, section: Section, guidance: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section = section
        self._number = QLabel()
        self._title = LineField()
        look.named(self._title, f"field:section_title:{section.key}", "本部分标题")
        self._title.textChanged.connect(self.title_edited)
        self._title.editingFinished.connect(self._show_title)
        look.enlarge(self._number, 1.2, bold=True)
        look.enlarge(self._title, 1.2, bold=True)
        self._number.setContentsMargins(0, 0, 0, _LOWER)
        self._last_year = QPushButton("上年原文")
        look.named(self._last_year, f"last_year:{section.key}", "上年原文")
        self._last_year.setToolTip("看上年的报告这一部分写了什么")
        self._last_year.clicked.connect(lambda _checked=False: self.last_year_wanted.emit())
        self._last_year.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(look.SPACE)
        layout.setVerticalSpacing(look.SPACE)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._number, 0, 0)
        layout.addWidget(self._title, 0, 1)
        layout.addWidget(self._last_year, 0, 2)
        if guidance:
            is_empty = not section.items and not section.paragraphs
            layout.addWidget(Guidance(section.key, guidance, is_open=is_empty), 1, 0, 1, 3)

    def show_section(self, section: Section) -> None:
        """Show a title where it differs from what stands here; says nothing."""
        self._section = section
        if heading_text(self._title.text(), section.mark, level_of(section, ())) != section.title:
            self._show_title()

    def offer_last_year(self, is_known: bool) -> None:
        """Offer last year's text where there is one."""
        self._last_year.setVisible(is_known)

    def show_number(self, number: str) -> None:
        """Show the number that is printed before the title."""
        self._number.setText(number)

    def _show_title(self) -> None:
        """The title as stored: a number or mark typed with it is printed anyway."""
        if self._title.text() != self._section.title:
            self._title.blockSignals(True)
            self._title.setText(self._section.title)
            self._title.blockSignals(False)
