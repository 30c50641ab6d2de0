"""A part of the window that is hidden until it is asked for and can be put away again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui import look


class Pane(QWidget):
    """Title, a button to close it, and whatever is put in. Signals: `closed`."""

    closed = Signal()

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, name, words)
        title = QLabel(words)
        look.enlarge(title, 1.0, bold=True)
        self.note = look.quiet_label("")
        close = QToolButton()
        look.named(close, f"{name}_close", f"关闭{words}")
        close.setText("×")
        close.setToolTip(f"关闭{words}（Esc）")
        close.setAutoRaise(True)
        close.clicked.connect(self.put_away)
        row = QHBoxLayout()
        row.setSpacing(3 * look.SPACE)
        row.addWidget(title)
        row.addWidget(self.note, 1)
        row.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3 * look.SPACE, look.SPACE, 3 * look.SPACE, 2 * look.SPACE)
        self._column.setSpacing(look.SPACE)
        self._column.addLayout(row)
        self.hide()

    def put_in(self, content: QWidget) -> None:
        """Fill the pane."""
        self._column.addWidget(content, 1)

    def put_away(self) -> None:
        """Hide the pane."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)
