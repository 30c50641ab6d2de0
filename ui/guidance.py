"""What the regulation wants in a section: a text that folds away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ui import look


class Guidance(QWidget):
    """A button that opens and folds the text below it."""

    def __init__(self, section: str, text: str, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fold = QToolButton()
        look.named(self._fold, f"guidance:{section}", "这一部分写什么")
        self._fold.setText("这一部分写什么")
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setAutoRaise(True)
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._show)
        self._text = look.quiet_label(text)
        self._text.setContentsMargins(5 * look.SPACE, 0, 0, look.SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.SPACE)
        layout.addWidget(self._fold)
        layout.addWidget(self._text)
        self._show(is_open)
        self._fold.setChecked(is_open)

    def _show(self, is_open: bool) -> None:
        self._text.setVisible(is_open)
        self._fold.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
