"""A button that says what it does: a word, and, where there is room, a line of explanation below it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import look
from ui.picture import Picture

_ICONS = {"new_report": "new", "roll_report": "roll", "import_report": "import", "open_sample": "sample"}

_LARGE = QSize(160, 104)
_SMALL = QSize(96, 44)
_SIDE_LARGE, _SIDE_SMALL = 5, 4


class Door(QPushButton):
    """A way into a report, on the start page; large until told otherwise."""

    def __init__(self, name: str, words: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, name, words)
        self.setAccessibleDescription(explanation)
        self.setProperty("door", True)
        self._explanation = explanation
        self._is_large = True
        self._title = QLabel(words)
        look.enlarge(self._title, 1.25, bold=True)
        self._about = look.quiet_label(explanation)
        self._about.setProperty("stands", "top")
        self._inside = QVBoxLayout(self)
        self._inside.setSpacing(2 * look.SPACE)
        self._head = QHBoxLayout()
        self._head.setSpacing(2 * look.SPACE)
        self._head.addStretch(0)
        if name in _ICONS:
            self._head.addWidget(Picture(_ICONS[name]))
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._inside.addLayout(self._head)
        self._inside.addWidget(self._about, 1)
        self.set_large(True)

    def finish(self) -> None:
        """What is not seen before the pointer is there: it goes through all that stands on the door."""
        from PySide6.QtCore import Qt

        look.show_hand(self)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_large(self, is_large: bool) -> None:
        """With its explanation, or as the word alone, the explanation in a tool tip."""
        self._is_large = is_large
        self._about.setVisible(is_large)
        self.setToolTip("" if is_large else self._explanation)
        side, edge = (_SIDE_LARGE, 5) if is_large else (_SIDE_SMALL, 2)
        self._inside.setContentsMargins(*(look.SPACE * one for one in (side, edge, side, edge)))
        self._head.setStretch(0, 0 if is_large else 1)
        policy = QSizePolicy.Policy.Expanding if is_large else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Minimum)
        self.updateGeometry()

    def least_width(self, *, is_large: bool) -> int:
        """How narrow it can be so that its word is whole."""
        side = 2 * look.SPACE * (_SIDE_LARGE if is_large else _SIDE_SMALL)
        return max((_LARGE if is_large else _SMALL).width(), self._head.minimumSize().width() + side)

    def sizeHint(self) -> QSize:
        least = self.minimumSizeHint()
        height = self._inside.minimumHeightForWidth(self.width()) if self._is_large else 0
        return QSize(self._inside.sizeHint().width(), max(height, least.height()))

    def minimumSizeHint(self) -> QSize:
        least = _LARGE if self._is_large else _SMALL
        width = self.least_width(is_large=self._is_large)
        return least.expandedTo(QSize(width, self._title.sizeHint().height() + 4 * look.SPACE))
