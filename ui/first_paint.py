"""A window that says when it can be seen: whatever it does without until then is loaded afterwards."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMainWindow


class FirstPaint(QMainWindow):
    """Signals: `painted()`, once, when the whole window has been painted for the first time."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
