"""待更新: the sign beside a text that came over from last year, and the button that says it holds still."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import look

SIGN = "◇"
"""Beside names where there is no room for the word."""
_WORDS = f"{SIGN} 待更新"
_CONFIRM = "已核对，仍适用"
_ABOUT = "这段文字是从上年结转的；改过或者点“已核对，仍适用”之后，这个标记就没有了。"


class CarriedMark(QWidget):
    """Hidden unless told otherwise. Signals: `confirmed()`."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QLabel(_WORDS)
        words.setProperty("carried", True)
        words.setToolTip(_ABOUT)
        self.button = QPushButton(_CONFIRM)
        self.button.setFlat(True)
        self.button.setToolTip(_ABOUT)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret where it is
        self.button.clicked.connect(self.confirmed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.SPACE)
        row.addStretch(1)
        row.addWidget(words)
        row.addWidget(self.button)
        self.hide()

    def address(self, place: str, words: str) -> None:
        """Name the sign and its button after a place, as tests and screen readers know it."""
        self.setObjectName(f"carried:{place}" if place else "")
        look.named(self.button, f"confirm:{place}" if place else "", f"{words}{_CONFIRM}")
