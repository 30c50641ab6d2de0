"""What a pane that is hidden until it is asked for has in common with the others: it can be put away again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ui import look


class ClosablePane(QWidget):
    """Signals: `closed()`; `fit_wanted()` it is shown, or needs another amount of room."""

    closed = Signal()
    fit_wanted = Signal()

    def put_away(self) -> None:
        """Hide the pane."""
        self.hide()
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def closer(self, name: str, words: str, key: str = "") -> QToolButton:
        """A button that puts the pane away."""
        close = QToolButton()
        look.named(close, name, words)
        close.setText("×")
        close.setToolTip(f"{words}（{key}）" if key else words)
        close.setAutoRaise(True)
        close.clicked.connect(self.put_away)
        return close
