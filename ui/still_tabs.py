"""A row of tabs in which the mouse wheel changes nothing: who scrolls past it stays where he is."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTabBar, QWidget

from ui import look


class StillTabs(QTabBar):
    """Leaves the wheel to what scrolls behind it."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, name, words)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
