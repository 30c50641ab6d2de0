"""The field to search all reports with."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui import look
from ui.plain_line import PlainLine

_WIDTH = 68 * look.SPACE


class SearchField(PlainLine):
    """Signals: `down_wanted()` to what is found; `left()` Esc was pressed."""

    down_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "search_all", "搜索全部报告")
        self.setPlaceholderText("搜索全部报告")
        self.setToolTip("在全部报告的文字、数据和附件中搜索，几个词用空格分开（Ctrl+Shift+F）")
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(_WIDTH)
        self.setMinimumHeight(8 * look.SPACE)

    def finish(self) -> None:
        """What is not seen."""
        for button in self.findChildren(QAbstractButton):
            look.named(button, "search_all_clear", "清除搜索内容")

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.down_wanted.emit()
        else:
            super().keyPressEvent(event)
