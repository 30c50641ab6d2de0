"""A form field of several lines, as high as its text: Return breaks the line where it will be broken on paper."""

from math import ceil

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from models.atoms import clean
from ui import look
from ui.copied_files import are_refused
from ui.edit_menu import StepWords, edit_menu, no_steps
from ui.growing_text import GrowingText

_ONE_LINE = 7 * look.SPACE
"""What a field of one line is high."""
_ANY_HEIGHT = 10_000


class LinesField(GrowingText):
    """Signals: `undo_wanted()`, `redo_wanted()` from the context menu."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, larger=1.0, indent=0, on_paper=False)
        self.setProperty("field", True)
        self.setFrameShape(GrowingText.Shape.StyledPanel)
        self.step_words: StepWords = no_steps
        self.textChanged.connect(self._fit_hint)
        self._fit_hint()

    def text(self) -> str:
        """The lines as they stand here."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Put a text in place of what stands here: plain, whatever it looks like, and as one change."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def setPlainText(self, text: str) -> None:
        """The same by another name of Qt's."""
        self.setText(text)

    def setPlaceholderText(self, text: str) -> None:
        """The lines that an empty field shows; it is high enough for them while it shows them."""
        super().setPlaceholderText(text)
        self._fit_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_hint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = edit_menu(self, self.step_words, self.undo_wanted.emit, self.redo_wanted.emit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Above the first word Return would only hide what holds while nothing is written."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.text().strip():
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Blanks alone are nothing."""
        super().focusOutEvent(event)
        if self.text() and not self.text().strip():
            self.setText("")

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not are_refused(source, self):
            self.textCursor().insertText(clean(source.text()))
            self.ensureCursorVisible()

    def _fit_hint(self) -> None:
        if not self.document().isEmpty():
            self.set_least_height(_ONE_LINE)
            return
        room = QRect(0, 0, self.viewport().width() - 2 * ceil(self.document().documentMargin()), _ANY_HEIGHT)
        words = QFontMetrics(self.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self.placeholderText())
        edges = 2 * (ceil(self.document().documentMargin()) + self.frameWidth())
        self.set_least_height(max(_ONE_LINE, words.height() + edges))
