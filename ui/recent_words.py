"""The words looked for last, to be looked for again."""

import json

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton

from ui import look
from ui.settings import FOUND_WORDS, Settings

_MOST = 10


class RecentWords(QToolButton):
    """A button beside a field that lists them; the arrow down in the field opens the list too."""

    def __init__(self, field: QLineEdit, settings: Settings) -> None:
        super().__init__()
        look.named(self, "find_recent", "最近查找过的")
        self.setToolTip("最近查找过的（↓）")
        self.setArrowType(self.arrowType().DownArrow)
        self.setAutoRaise(True)
        self._field, self._settings = field, settings
        self.clicked.connect(lambda _checked=False: self.open())

    @property
    def words(self) -> tuple[str, ...]:
        """The last one first."""
        return tuple(json.loads(self._settings.get(FOUND_WORDS))[:_MOST])

    def remember(self, words: str) -> None:
        """Put words in front."""
        if words.strip():
            kept = [words, *(one for one in self.words if one != words)][:_MOST]
            self._settings.set(FOUND_WORDS, json.dumps(kept, ensure_ascii=False))

    def open(self) -> None:
        """Show the list below the field."""
        menu = QMenu(self)
        look.named(menu, "find_recent_menu", "最近查找过的")
        menu.aboutToHide.connect(menu.deleteLater)
        for words in self.words:
            menu.addAction(words.replace("&", "&&"), lambda words=words: self._field.setText(words))
        if not self.words:
            menu.addAction("还没有查找过").setEnabled(False)
        menu.popup(self._field.mapToGlobal(QPoint(0, self._field.height())))
