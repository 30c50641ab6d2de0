"""Form fields: a label, a widget by kind of field, and below it the help or what is wrong."""

import re
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from models.letterhead import Field, FieldKind
from ui import look
from ui.edit_menu import StepWords, line_menu
from ui.lines_field import LinesField
from ui.plain_line import PlainLine
from ui.undo_keys import is_undo_key

COMPLAIN_AFTER_MS = 1200
_WHOLE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


class LineField(PlainLine):
    """A line of text that leaves undo and redo to the window."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_key(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = line_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


class ChoiceField(QComboBox):
    """A choice that the mouse wheel never changes, so that scrolling past changes nothing.

    `hint` is shown while nothing is chosen: what holds then, in the ink of what was chosen, for grey says disabled.
    """

    hint = ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.currentText() or not self.hint:
            super().paintEvent(event)
            return
        option: Any = QStyleOptionComboBox()  # the stubs know none of its fields
        self.initStyleOption(option)
        option.currentText = self.hint
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class FieldEntry(QWidget):
    """The widget of one declared field between its label and its help.

    A text that must fit is taken over when the clerk leaves the field: 2027年2月3 on the way to 2027年2月30日
    is a date that nobody meant.

    Signals: `edited(str)` a text to take over; `unsettled()` something typed waits or was refused, or no longer;
    `undo_wanted()`, `redo_wanted()` from the context menu.
    """

    edited = Signal(str)
    unsettled = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None, *, is_optional: bool = True) -> None:
        super().__init__(parent)
        self.field = field
        self._is_optional = is_optional
        self._complaint = ""
        self._is_waiting = False
        self._widget = self._make_widget()
        look.named(self._widget, f"field:{field.key}", field.label)
        self._widget.setAccessibleDescription(field.help)
        if not isinstance(self._widget, LinesField):
            self._widget.setMinimumHeight(7 * look.SPACE)
        self.setFocusProxy(self._widget)
        self._note = look.quiet_label(field.help)
        self._note.setObjectName(f"note:{field.key}")
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(COMPLAIN_AFTER_MS)
        self._late.timeout.connect(self._complain)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.SPACE)
        label = QLabel(field.label)
        label.setBuddy(self._widget)
        layout.addWidget(label)
        layout.addWidget(self._widget)
        layout.addWidget(self._note)

    @property
    def text(self) -> str:
        """What stands in the widget, right or wrong."""
        return self._widget.currentText() if isinstance(self._widget, QComboBox) else self._widget.text()

    @property
    def trouble(self) -> str:
        """What keeps the text from being in the report, in words for the status bar."""
        if self._complaint and not self._late.isActive():
            return f"“{self.field.label}”填得不对，没有保存"
        return f"正在填写“{self.field.label}”……" if self._is_waiting else ""

    def let_go(self, kept: str) -> str:
        """Put the kept text in place of one that was refused and still stands there; says what was wrong with it."""
        if not self._is_waiting:
            return ""
        self._put(kept)
        self._complain()
        return self._complaint

    def settle(self) -> None:
        """Take over a text that waits."""
        if self._is_waiting:
            self._is_waiting = False
            self.edited.emit(self.text)

    def show_text(self, text: str) -> None:
        """Show the report's text without saying that it was edited."""
        self._put(text)
        self.accept()

    def _put(self, text: str) -> None:
        self._is_waiting = False
        self._widget.blockSignals(True)
        if isinstance(self._widget, QComboBox):
            self._widget.setCurrentText(text)
        elif self._widget.text() != text:
            self._widget.setText(text)
        self._widget.blockSignals(False)

    def set_placeholder(self, text: str) -> None:
        """What an empty field shows: what is used while nothing is filled in."""
        if isinstance(self._widget, ChoiceField):
            self._widget.hint = text
            self._widget.update()
        else:
            self._widget.setPlaceholderText(text)

    def know_steps(self, words: StepWords) -> None:
        """What undo and redo in a context menu would do."""
        if isinstance(self._widget, LinesField):
            self._widget.step_words = words

    def refuse(self, complaint: str, kept: str) -> None:
        """Say what is wrong; once the clerk is elsewhere, the text that is kept stands there again."""
        self._complaint = complaint
        if self._is_left():
            self._put(kept)
        else:
            self._is_waiting = True
        self._show_note()
        self.unsettled.emit()

    def accept(self) -> None:
        """Show the help again."""
        self._complaint = ""
        self._is_waiting = False
        self._show_note()
        self.unsettled.emit()

    def _is_left(self) -> bool:
        """Whether the keyboard is in another place of this window; another window does not count."""
        return self._widget.window().focusWidget() is not self._widget

    def _make_widget(self) -> LineField | LinesField | ChoiceField:
        match self.field.kind:
            case FieldKind.CHOICE:
                return self._choice()
            case FieldKind.LINES:
                return self._lines()
            case _:
                return self._line()

    def _lines(self) -> LinesField:
        lines = LinesField()
        lines.textChanged.connect(lambda: self._take(lines.text()))
        lines.undo_wanted.connect(self.undo_wanted)
        lines.redo_wanted.connect(self.redo_wanted)
        lines.installEventFilter(self)
        return lines

    def _line(self) -> LineField:
        line = LineField()
        line.textChanged.connect(self._take)
        line.editingFinished.connect(self.settle)
        line.installEventFilter(self)
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._is_left():
            self.settle()  # editingFinished is not said again of a text that Return has finished already
        return False

    def _take(self, text: str) -> None:
        """Every text at once where any text fits; else one that was put there whole, not typed."""
        if not self.field.is_checked or (_WHOLE.fullmatch(text) and not self._widget.hasFocus()):
            self._is_waiting = False
            self.edited.emit(text)
            return
        self._is_waiting = True
        self._complaint = _what_is_wrong(self.field, text)
        self._note.setText(self.field.help)
        look.set_wrong(self._note, False)
        self._late.start()  # nobody likes to be interrupted in mid-word
        self.unsettled.emit()

    def _choice(self) -> ChoiceField:
        choice = ChoiceField()
        choice.addItems(list(dict.fromkeys((*[""] * self._is_optional, *self.field.choices))))
        choice.currentTextChanged.connect(self.edited)
        return choice

    def _complain(self) -> None:
        self._show_note()
        self.unsettled.emit()

    def _show_note(self) -> None:
        self._late.stop()
        self._note.setText(self._complaint or self.field.help)
        look.set_wrong(self._note, bool(self._complaint))


def _what_is_wrong(field: Field, text: str) -> str:
    try:
        field.check(text)
    except UserError as error:
        return str(error)
    return ""


def section_title(text: str) -> QLabel:
    """The title of a group of fields."""
    label = QLabel(text)
    look.enlarge(label, 1.15, bold=True)
    return label
