"""Form fields: a label, a widget by kind of field, and below it the help or what is wrong."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from models.letterhead import Field, FieldKind
from ui import look

COMPLAIN_AFTER_MS = 1200


def is_undo_key(event: QEvent) -> bool:
    """Whether a key event asks for undo or redo, which belong to the whole report."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    )


class LineField(QLineEdit):
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


class ChoiceField(QComboBox):
    """A choice that the mouse wheel changes only while it has the focus, so that scrolling past changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class FieldEntry(QWidget):
    """The widget of one declared field between its label and its help.

    Signals: `edited(str)` whenever the clerk has changed the text.
    """

    edited = Signal(str)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._complaint = ""
        self._widget = self._line() if field.kind is not FieldKind.CHOICE else self._choice()
        look.named(self._widget, f"field:{field.key}", field.label)
        self._widget.setAccessibleDescription(field.help)
        self._widget.setMinimumHeight(7 * look.SPACE)
        self.setFocusProxy(self._widget)
        self._note = look.quiet_label(field.help)
        self._note.setObjectName(f"note:{field.key}")
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(COMPLAIN_AFTER_MS)
        self._late.timeout.connect(self._show_note)
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

    def show_text(self, text: str) -> None:
        """Show the report's text without saying that it was edited."""
        self._widget.blockSignals(True)
        if isinstance(self._widget, QComboBox):
            self._widget.setCurrentText(text)
        elif self._widget.text() != text:
            self._widget.setText(text)
        self._widget.blockSignals(False)
        self.accept()

    def set_placeholder(self, text: str) -> None:
        """What an empty line shows: the text that is used while nothing is typed."""
        if isinstance(self._widget, QLineEdit):
            self._widget.setPlaceholderText(text)

    def refuse(self, complaint: str) -> None:
        """Say what is wrong, once the clerk pauses or leaves: nobody likes to be interrupted in mid-word."""
        self._complaint = complaint
        self._late.start()

    def accept(self) -> None:
        """Show the help again."""
        self._complaint = ""
        self._show_note()

    def _line(self) -> QLineEdit:
        line = LineField()
        line.textChanged.connect(self.edited)
        line.editingFinished.connect(self._show_note)
        return line

    def _choice(self) -> QComboBox:
        choice = ChoiceField()
        choice.addItems(list(dict.fromkeys(("", *self.field.choices))))
        choice.currentTextChanged.connect(self.edited)
        return choice

    def _show_note(self) -> None:
        self._late.stop()
        self._note.setText(self._complaint or self.field.help)
        look.set_wrong(self._note, bool(self._complaint))


def section_title(text: str) -> QLabel:
    """The title of a group of fields."""
    label = QLabel(text)
    look.enlarge(label, 1.15, bold=True)
    return label
