"""The white sheets texts lie on. Wherever a sheet is clicked, the clerk can write: the white belongs to the text."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import colours, look
from ui.growing_text import GrowingText


class Paper(QWidget):
    """A sheet. Signals: `pressed(QPoint)` where no field lies."""

    pressed = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(event.position().toPoint())
            event.accept()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        palette = self.palette()
        painter = QPainter(self)
        painter.setPen(colours.line_colour(palette))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class TextSheet(QScrollArea):
    """A sheet that scrolls and is filled by a single text."""

    def __init__(self, text: GrowingText, name: str, words: str) -> None:
        super().__init__()
        look.named(self, name, words)
        self._text = text
        paper = Paper()
        paper.pressed.connect(lambda _point: text.take_caret())
        inner = QVBoxLayout(paper)
        inner.setContentsMargins(*(2 * look.SPACE,) * 4)
        inner.addWidget(text)
        inner.addStretch()
        self.setWidget(paper)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        text.cursorPositionChanged.connect(self._follow_caret)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._text.set_least_height(event.size().height() - 4 * look.SPACE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if asks_for_zoom(event):
            event.ignore()
        else:
            super().wheelEvent(event)

    def _follow_caret(self) -> None:
        if self._text.hasFocus():
            place = self._text.mapTo(self.widget(), self._text.caret_rectangle().center())
            self.ensureVisible(place.x(), place.y())


def asks_for_zoom(event: QWheelEvent) -> bool:
    """Whether the wheel is to show the paper larger or smaller: what scrolls leaves it to the report's page."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def nearest(texts: list[GrowingText], paper: QWidget, point: QPoint) -> GrowingText:
    """The text a point on the paper belongs to: the one least far above or below it."""

    def distance(text: GrowingText) -> int:
        top = text.mapTo(paper, QPoint(0, 0)).y()
        return max(top - point.y(), point.y() - top - text.height(), 0)

    return min((text for text in texts if not text.isHidden() and text.isVisibleTo(paper)), key=distance)
