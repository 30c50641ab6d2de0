"""The head of a section's tab: its number and its title."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from models.editing import heading_text, level_of
from models.report import Section
from ui import look
from ui.fields import LineField

_LOWER = 2
"""A label sets its text this much lower than a line to write in; both stand on one baseline."""


class SectionHead(QWidget):
    """Signals: `title_edited(str)` the title as typed."""

    title_edited = Signal(str)

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section = section
        self._number = QLabel()
        self.title = LineField()
        look.named(self.title, f"field:section_title:{section.key}", "本部分标题")
        self.title.textChanged.connect(self.title_edited)
        self.title.editingFinished.connect(self._show_title)
        look.enlarge(self._number, 1.2, bold=True)
        look.enlarge(self.title, 1.2, bold=True)
        self._number.setContentsMargins(0, 0, 0, _LOWER)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(look.SPACE)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._number, 0, 0)
        layout.addWidget(self.title, 0, 1)

    def show_section(self, section: Section) -> None:
        """Show a title where it differs from what stands here; says nothing."""
        self._section = section
        if heading_text(self.title.text(), section.mark, level_of(section, ())) != section.title:
            self._show_title()

    def show_number(self, number: str) -> None:
        """Show the number that is printed before the title."""
        self._number.setText(number)

    def _show_title(self) -> None:
        """The title as stored: a number or mark typed with it is printed anyway."""
        if self.title.text() != self._section.title:
            self.title.blockSignals(True)
            self.title.setText(self._section.title)
            self.title.blockSignals(False)
