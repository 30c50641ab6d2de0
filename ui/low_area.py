"""Room that shows all of its content where the screen is large enough, and scrolls where it is not."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from ui import look

_LEAST_WIDTH = 80 * look.SPACE
_LEAST_HEIGHT = 20 * look.SPACE
_TIGHT = QSize(40 * look.SPACE, 20 * look.SPACE)
_NO_FOCUS = 0
"""`Qt.FocusPolicy.NoFocus` as a number: of the names in `Qt` none is had before the first paint."""


class LowArea(QScrollArea):
    """Wants to be as large as its content, takes much less."""

    def __init__(
        self, content: QWidget, parent: QWidget | None = None, *, scrolls_sideways: bool = False
    ) -> None:
        from PySide6.QtCore import Qt

        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scrolls_sideways = scrolls_sideways
        if not scrolls_sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(content)
        self.setMinimumHeight(_LEAST_HEIGHT)
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Qt's own is never more than 24 lines high."""
        return self.widget().sizeHint().expandedTo(self.widget().minimumSize())

    def minimumSizeHint(self) -> QSize:
        width = self.widget().minimumSizeHint().width()
        return QSize(min(width, _LEAST_WIDTH) if self._scrolls_sideways else width, _LEAST_HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.make_room()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Give the content the height it needs at this width.

        Qt would squeeze texts of several lines: it knows their height only where they are on one.
        """
        layout = self.widget().layout()
        if layout is not None and layout.hasHeightForWidth():
            least = layout.minimumHeightForWidth(self.viewport().width())
            if self.widget().minimumHeight() != least:
                self.widget().setMinimumHeight(least)


class TightArea(QScrollArea):
    """Shows its content as if there were no area; scrolls both ways in a window smaller than the content can be.

    A stack needs the room of the page on top only.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport = QWidget()  # asked for Qt's own, PySide loads every kind of widget to find out which it is
        self.setViewport(viewport)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("focusPolicy", _NO_FOCUS)
        self.setWidgetResizable(True)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # a scroll area lets it paint its own
        viewport.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint().expandedTo(self.widget().minimumSize())

    def minimumSizeHint(self) -> QSize:
        return self.widget().minimumSizeHint().boundedTo(_TIGHT)


class TopPage(QStackedWidget):
    """Pages on top of each other that need only the room of the one that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _number: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if self.count() else super().minimumSizeHint()
