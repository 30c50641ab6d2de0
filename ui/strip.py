"""A strip above the status bar: a sentence with all its words, and what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import look
from ui.notice import Notice


class Strip(Notice):
    """Hidden while there is nothing to say; its sentence takes as many lines as it needs."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, name, words)
        self.setProperty("strip", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words.setObjectName(f"{name}_words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row.setStretch(0, 1)
        self._row.setContentsMargins(*(look.PAGE_MARGIN, 2 * look.SPACE) * 2)
