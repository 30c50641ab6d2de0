"""Room for a form that shows all of it where the screen is high enough, and scrolls where it is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui import look

_LEAST_HEIGHT = 40 * look.SPACE


class LowArea(QScrollArea):
    """Wants to be as large as its content, takes much less."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(content)
        self.setMinimumHeight(_LEAST_HEIGHT)
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Qt's own is never more than 24 lines high."""
        return self.widget().sizeHint().expandedTo(self.widget().minimumSize())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.widget().minimumSizeHint().width(), _LEAST_HEIGHT)

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
