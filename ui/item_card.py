"""One item of a section on the sheet: its number, its heading, its paragraphs."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QWidget

from models.editing import Path, heading_text, lines_of, paragraphs_of
from models.report import Item
from ui import look
from ui.carried_mark import CarriedMark
from ui.edit_menu import edit_menu
from ui.fields import LineField
from ui.linked_text_edit import LinkedTextEdit

_LARGER = 1.2
_BAR = 3
_LOWER = 3
"""A label sets its text this much lower than a line to write in; both stand on one baseline."""
SIDE_MARGIN = look.SPACE + _BAR
"""Blank at a card's sides; the bar stands in it."""


def path_name(path: Path) -> str:
    """A path as it stands in object names: 2, 2.1; 0 for the section's own paragraphs."""
    return ".".join(map(str, path)) or "0"


class HeadingEdit(LineField):
    """An item's heading; Return and the arrow down lead to the text below it.

    Signals: `leave_wanted()`; `undo_wanted()`, `redo_wanted()` from the context menu. `more_entries` puts into that
    menu what can be done with the item.
    """

    leave_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, body: LinkedTextEdit) -> None:
        super().__init__()
        self._body = body
        self.more_entries: Callable[[QMenu], None] = lambda _menu: None
        self.setFrame(False)
        self.setPlaceholderText("条目标题")
        self.leave_wanted.connect(lambda: body.setFocus(Qt.FocusReason.OtherFocusReason))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.leave_wanted.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = edit_menu(self, self._body.step_words, self.undo_wanted.emit, self.redo_wanted.emit)
        self.more_entries(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


class ItemCard(QWidget):
    """Shows an item and says what the clerk changes in it.

    Signals: `heading_edited(str)` the heading as typed; `confirmed()` what came over from last year holds still.
    """

    heading_edited = Signal(str)
    confirmed = Signal()

    def __init__(self, item: Item, body: LinkedTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.path: Path = ()
        self._level = 0
        self.body = body
        self.number = QLabel()
        self.heading = HeadingEdit(body)
        self.mark = CarriedMark()
        self.mark.confirmed.connect(self.confirmed)
        self.heading.textChanged.connect(self.heading_edited)
        self.heading.editingFinished.connect(self._show_heading)
        self.body.setPlaceholderText("在这里写正文，每按一次回车另起一段")
        self._lay_out()
        self.show_item(item)

    def address(self, section: str, path: Path, number: str, level: int) -> None:
        """Give the card its place: the number it prints, its level, and the names its fields are found by."""
        self._level = level
        if (path, number) == (self.path, self.number.text()):
            return
        self.path = path
        self.number.setText(number)
        bold = len(path) == 1
        for widget in (self.number, self.heading):
            font = widget.font()
            if font.bold() != bold:
                font.setBold(bold)
                widget.setFont(font)
        self.setObjectName(f"item:{section}:{path_name(path)}")
        look.named(self.heading, f"heading:{section}:{path_name(path)}", f"{number}标题")
        look.named(self.body, f"body:{section}:{path_name(path)}", f"{number}正文")
        self.mark.address(f"{section}:{path_name(path)}", number)

    def show_item(self, item: Item) -> bool:
        """Show an item where it differs from what stands here; says nothing. Whether a text changed."""
        self.item = item
        self.mark.setVisible(item.is_carried)
        if heading_text(self.heading.text(), item.mark, self._level) != item.title:
            self._show_heading()
        return show_paragraphs(self.body, item.paragraphs)

    def retire(self) -> None:
        """Leave: from now on nobody finds this card or its fields by name."""
        for widget in (self, self.heading, self.body):
            widget.setObjectName("")
        self.mark.address("", "")
        self.hide()
        self.deleteLater()

    def has_focus(self) -> bool:
        """Whether the keyboard is in this card."""
        return self.heading.hasFocus() or self.body.hasFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below the heading; a bar beside the item the clerk is in."""
        super().paintEvent(event)
        painter = QPainter(self)
        palette = self.palette()
        line = look.mixed(palette.text().color(), palette.base().color(), 0.12)
        heading = self.heading.geometry()
        painter.fillRect(heading.left(), heading.bottom() + 1, heading.width(), 1, line)
        if self.has_focus():
            painter.fillRect(0, heading.top(), _BAR, self.height() - heading.top(), look.wash(palette, 0.85))

    def _show_heading(self) -> None:
        """Show the heading as stored: a number or mark typed with it is printed anyway."""
        if self.heading.text() != self.item.title:
            self.heading.blockSignals(True)
            self.heading.setText(self.item.title)
            self.heading.blockSignals(False)

    def _lay_out(self) -> None:
        for widget in (self.number, self.heading):
            look.enlarge(widget, _LARGER, bold=True, on_paper=True)
        margin = round(self.body.document().documentMargin())
        self.number.setContentsMargins(margin, 0, 0, _LOWER)
        layout = QGridLayout(self)
        layout.setContentsMargins(SIDE_MARGIN, look.SPACE, SIDE_MARGIN, 2 * look.SPACE)
        layout.setHorizontalSpacing(0)
        layout.setVerticalSpacing(look.SPACE)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self.number, 0, 0)
        layout.addWidget(self.heading, 0, 1)
        layout.addWidget(self.mark, 1, 0, 1, 2)
        layout.addWidget(self.body, 2, 0, 1, 2)


def show_paragraphs(body: LinkedTextEdit, paragraphs: tuple[str, ...]) -> bool:
    """Show paragraphs where they differ from an editor's lines; empty lines being typed are no difference."""
    lines = lines_of(paragraphs)
    return paragraphs_of(body.tokens()) != paragraphs_of(lines) and body.adopt(lines)
