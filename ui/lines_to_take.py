"""Lines to read beside the text, each with a sign that takes it over: by click, by Return, from the context menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QToolTip, QWidget

from models.word_difference import Kind
from ui import look
from ui.line_to_take import Line, Tone

_GLYPH_ROOM = 6 * look.SPACE


class LinesToTake(QTextEdit):
    """Arrow keys go from one line that can be taken to the next, Return takes it; text can be selected and copied.

    Signals: `taken(int)` the line's number (0-based). `tip_of` says more about a place in a line.
    """

    taken = Signal(int)

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, name, words)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setProperty("bare", True)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(2 * look.SPACE)
        self.setTabStopDistance(_GLYPH_ROOM)
        self.tip_of: Callable[[int, int], str] = lambda _line, _at: ""
        self._lines: tuple[Line, ...] = ()
        self._current = -1

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    @property
    def current(self) -> int:
        """The number of the line that is marked, -1 for none."""
        return self._current

    def show_lines(self, lines: Sequence[Line], *, keeps_place: bool = False) -> None:
        """Show these; `keeps_place`: it is the same text as before, the clerk reads on where he was."""
        if tuple(lines) == self._lines:
            return
        place = self.verticalScrollBar().value() if keeps_place else 0
        current = self._current if keeps_place else -1
        self._lines = tuple(lines)
        self._draw()
        self._current = current if 0 <= current < len(self._lines) else -1
        self._mark()
        self.verticalScrollBar().setValue(place)

    def place(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def go_to(self, place: int) -> None:
        """Scroll to where it was."""
        self.verticalScrollBar().setValue(place)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(
                event.globalPos(), self._tip_at(self.viewport().mapFrom(self, event.pos())), self
            )
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._lines:
            place = self.place()
            self._draw()
            self._mark()
            self.go_to(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._step(1)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
            event.accept()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.taken.emit(self._current)
            event.accept()
        elif key == Qt.Key.Key_Escape:
            event.ignore()  # it puts the pane away
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_sign = self._sign_at(event.position().toPoint()) >= 0
        shape = Qt.CursorShape.PointingHandCursor if is_sign else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        number = self._sign_at(event.position().toPoint())
        if (
            event.button() == Qt.MouseButton.LeftButton
            and number >= 0
            and not self.textCursor().hasSelection()
        ):
            self._choose(number)
            self.taken.emit(number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        number = self._current if is_key else self._line_at(event.pos())
        menu = QMenu(self)
        look.named(menu, f"{self.objectName()}_menu", "这一句")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if number >= 0 and self._lines[number].sign:
            taking = menu.addAction(self._lines[number].tip or "用这句")
            taking.triggered.connect(lambda _checked=False: self.taken.emit(number))
        copying = menu.addAction("复制")
        copying.setEnabled(self.textCursor().hasSelection())
        copying.triggered.connect(lambda _checked=False: self.copy())
        menu.popup(self.place_of(number) if is_key and number >= 0 else event.globalPos())

    def place_of(self, number: int) -> QPoint:
        """Where on the screen a menu about a line belongs."""
        cursor = QTextCursor(self._block(number))
        return self.viewport().mapToGlobal(self.cursorRect(cursor).bottomLeft())

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words without the signs and notes beside them."""
        cursor = self.textCursor()
        made = super().createMimeDataFromSelection()
        words = []
        for number, one in enumerate(self._lines):
            start = self._block(number).position() + len(_lead(one))
            first = max(cursor.selectionStart() - start, 0)
            last = min(cursor.selectionEnd() - start, len(one.words))
            if first < last:
                words.append(one.words[first:last])
        made.text()  # it fills itself on the first reading; only then clear() holds
        made.clear()
        made.setText("\n".join(words))
        return made

    def _step(self, by: int) -> None:
        known = [number for number, one in enumerate(self._lines) if one.sign]
        if not known:
            self.verticalScrollBar().triggerAction(
                self.verticalScrollBar().SliderAction.SliderSingleStepAdd
                if by > 0
                else self.verticalScrollBar().SliderAction.SliderSingleStepSub
            )
            return
        ahead = [one for one in known if (one > self._current if by > 0 else one < self._current)]
        if ahead:
            self._choose(ahead[0] if by > 0 else ahead[-1])
            self.setTextCursor(QTextCursor(self._block(self._current)))
            self.ensureCursorVisible()

    def _choose(self, number: int) -> None:
        self._current = number
        self._mark()

    def _mark(self) -> None:
        if self._current < 0 or not self.hasFocus():
            self.setExtraSelections([])
            return
        chosen = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._block(self._current))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        palette = self.palette()
        shape = QTextCharFormat()
        shape.setBackground(look.mixed(palette.text().color(), palette.base().color(), 0.12))
        shape.setProperty(QTextFormat.Property.FullWidthSelection, True)
        chosen.cursor, chosen.format = cursor, shape  # type: ignore[attr-defined]
        self.setExtraSelections([chosen])

    def _tip_at(self, point: QPoint) -> str:
        number = self._line_at(point)
        if number < 0:
            return ""
        one, cursor = self._lines[number], self.cursorForPosition(point)
        at = cursor.positionInBlock() - len(_lead(one))
        return self.tip_of(number, at) if at >= 0 else f"{one.tip}（回车）" if one.tip else ""

    def _sign_at(self, point: QPoint) -> int:
        """The number of the line whose sign is under a point, -1 for none."""
        number = self._line_at(point)
        if number < 0 or not self._lines[number].sign:
            return -1
        first = self.cursorRect(QTextCursor(self._block(number)))
        is_beside = point.x() < _GLYPH_ROOM + 2 * look.SPACE
        return number if is_beside and first.top() <= point.y() <= first.bottom() else -1

    def _line_at(self, point: QPoint) -> int:
        block = self.cursorForPosition(point).block()
        inside = self.document().documentLayout().blockBoundingRect(block)
        y = point.y() + self.verticalScrollBar().value()
        return block.blockNumber() if self._lines and inside.top() <= y <= inside.bottom() else -1

    def _block(self, number: int) -> QTextBlock:
        return self.document().findBlockByNumber(max(number, 0))

    def _draw(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, one in enumerate(self._lines):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_block_format(one, is_first=number == 0))
            cursor.setBlockCharFormat(QTextCharFormat())
            cursor.insertText(_lead(one), self._shape(Tone.PLAIN, Kind.EQUAL, is_sign=True))
            for run in one.runs:
                cursor.insertText(run.text, self._shape(one.tone, run.kind))
            if one.note:
                cursor.insertText(f"　{one.note}", self._shape(Tone.QUIET, Kind.EQUAL))
        cursor.endEditBlock()

    def _shape(self, tone: Tone, kind: Kind, *, is_sign: bool = False) -> QTextCharFormat:
        palette, shape = self.palette(), QTextCharFormat()
        shape.setForeground(look.quiet_colour(palette) if tone is Tone.QUIET else palette.text())
        if tone is Tone.HEADING:
            shape.setFontWeight(QFont.Weight.Bold)
        if tone is Tone.MARKED:
            shape.setFontUnderline(True)
            shape.setUnderlineColor(look.wash(palette, 0.6))
        if kind is not Kind.EQUAL:
            shape.setBackground(look.wash(palette, 0.22))
        if is_sign:
            shape.setForeground(look.wash(palette, 1.0))
            shape.setFontWeight(QFont.Weight.Bold)
        return shape


def _lead(one: Line) -> str:
    return f"{one.sign}\t" if one.sign else ""


def _block_format(one: Line, *, is_first: bool) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setTopMargin(0 if is_first else (3 if one.tone is Tone.HEADING else 1.5) * look.SPACE)
    shape.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if one.sign:
        shape.setLeftMargin(_GLYPH_ROOM)
        shape.setTextIndent(-_GLYPH_ROOM)
    return shape
