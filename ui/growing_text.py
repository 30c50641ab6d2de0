"""A text field as high as its text, set like the page: lines of 28 characters, first lines indented by two."""

import math

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui import look
from ui.undo_keys import is_undo_key

LINE_OF_PAPER = 28
"""Characters in a line of the page (GB/T 9704-2012 §5.2.3)."""

_INDENT = 2
_LINE_HEIGHT = 145.0
_LARGER = 1.2


class GrowingText(QTextEdit):
    """Plain paragraphs without undo of their own: that belongs to the report.

    `larger`: how much larger than the window's own texts they are; `indent` in characters, of every first line;
    `on_paper`: whether they grow when the paper is shown larger. Signals: `measure_changed()` characters are of
    another width now.
    """

    measure_changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        larger: float = _LARGER,
        indent: int = _INDENT,
        on_paper: bool = True,
    ) -> None:
        super().__init__(parent)
        self._indent = indent
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._least_height = 0
        look.enlarge(self, larger, on_paper=on_paper)
        self.format_paragraphs()
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def paper_width(self) -> int:
        """The width in which a line on the screen is a line on paper."""
        edges = 2 * (self.frameWidth() + math.ceil(self.document().documentMargin()))
        return edges + math.ceil(LINE_OF_PAPER * self._character_width()) + 1

    def put_caret(self, position: int) -> None:
        """Let the clerk go on at a place."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def position_under(self, point: QPoint) -> int:
        """The place of the character under a point of this widget."""
        inside = self.viewport().mapFrom(self, point)
        cursor = self.cursorForPosition(inside)
        left_of_it = self.cursorRect(cursor).left() > inside.x()
        return cursor.position() - left_of_it

    def paragraph_format(self) -> QTextBlockFormat:
        """How every paragraph is set."""
        paragraph = QTextBlockFormat()
        paragraph.setTextIndent(self._indent * self._character_width())
        paragraph.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return paragraph

    def format_paragraphs(self) -> None:
        """Set the paragraphs that are set otherwise: setPlainText() forgets."""
        paragraph = self.paragraph_format()
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().textIndent() != paragraph.textIndent():
                QTextCursor(block).setBlockFormat(paragraph)
            block = block.next()

    def caret_rectangle(self) -> QRect:
        """The caret's place within this widget."""
        return self.cursorRect().translated(self.viewport().pos())

    def set_least_height(self, height: int) -> None:
        """Never be lower than this: the text fills its sheet."""
        self._least_height = height
        self._grow()

    def take_caret(self) -> None:
        """Let the clerk go on at the text's end."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def setPlaceholderText(self, text: str) -> None:
        """The words an empty field shows, indented as what will be written there."""
        super().setPlaceholderText("\u3000" * self._indent + text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_key(event):
            event.ignore()  # QTextEdit would swallow the key although its own undo is off
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.format_paragraphs()
            self.measure_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_key(event):
            event.ignore()
        elif _begins_paragraph(event) and not self.isReadOnly():
            self.textCursor().insertBlock()
            event.accept()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # all texts of a page scroll together

    def _character_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance("国")

    def _grow(self) -> None:
        height = math.ceil(self.document().size().height()) + 2 * self.frameWidth()
        height = max(height, self._least_height)
        if height != self.height():
            self.setFixedHeight(height)


def _begins_paragraph(event: QKeyEvent) -> bool:
    """Return, and Shift+Return alike. Left to Qt, Return in an empty indented line would only undo the indent."""
    keys = QKeySequence.StandardKey
    return event.matches(keys.InsertParagraphSeparator) or event.matches(keys.InsertLineSeparator)


def reach_of_deletion(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    """How far a deleting key reaches. Backspace is no StandardKey outside macOS, so its key is asked for."""
    move, keys = QTextCursor.MoveOperation, QKeySequence.StandardKey
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if event.key() == Qt.Key.Key_Backspace and not held:
        return move.PreviousCharacter
    reach = {
        keys.Delete: move.NextCharacter,
        keys.DeleteStartOfWord: move.PreviousWord,
        keys.DeleteEndOfWord: move.NextWord,
        keys.DeleteEndOfLine: move.EndOfBlock,
    }
    return next((reach[key] for key in reach if event.matches(key)), None)
