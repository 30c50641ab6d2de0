"""The start page's ways in with the search beside them; in a narrow window the search goes below."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import look
from ui.door import Door
from ui.search_field import SearchField

_GAP = 3 * look.SPACE


class DoorRow(QWidget):
    """Large doors alone until there are reports to search; then a row above the list."""

    def __init__(self, doors: Sequence[Door], search: SearchField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doors, self._search = doors, search
        self._is_filled = False
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        for row in (self._row, self._below):
            row.setSpacing(_GAP)
        for door in doors:
            self._row.addWidget(door)
        self._row.addStretch(0)
        self._below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * look.SPACE)
        column.addLayout(self._row)
        column.addLayout(self._below)
        self._row.addWidget(search)
        self.fit(False)

    def fit(self, is_filled: bool) -> None:
        """Whether there are reports."""
        self._is_filled = is_filled
        self._search.setVisible(is_filled)
        self._arrange(self.width())

    def minimumSizeHint(self) -> QSize:
        """The doors alone, small."""
        height = super().minimumSizeHint().height()
        return QSize(self._beside(*(door.least_width(is_large=False) for door in self._doors)), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        large = self._beside(*(door.least_width(is_large=True) for door in self._doors))
        is_large = not self._is_filled and width >= large
        for place, door in enumerate(self._doors):
            door.set_large(is_large)
            self._row.setStretch(place, int(not self._is_filled))
        self._row.setStretch(len(self._doors), int(self._is_filled))
        both = self._beside(self.minimumSizeHint().width(), self._search.sizeHint().width(), 0)
        wanted = self._row if width >= both else self._below
        if wanted.indexOf(self._search) < 0:
            (self._below if wanted is self._row else self._row).removeWidget(self._search)
            wanted.addWidget(self._search)

    @staticmethod
    def _beside(*widths: int) -> int:
        return sum(widths) + _GAP * (len(widths) - 1)
