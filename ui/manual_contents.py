"""Left of the manual's page: its contents, or what a search found."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from models.manual import manual_pages, search_manual
from ui import look

_PLACE = Qt.ItemDataRole.UserRole


class ManualContents(QStackedWidget):
    """Signals: `wanted(str, str)`: a page by its name, and a heading on it or ""."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree, self._found = QTreeWidget(), QListWidget()
        look.named(self._tree, "manual_contents", "手册的目录")
        look.named(self._found, "manual_found", "手册里找到的")
        self._fill()
        for view in (self._tree, self._found):
            self.addWidget(view)
        self._found.setWordWrap(True)
        self._found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._found.setSpacing(look.SPACE // 2)
        self._tree.currentItemChanged.connect(self._want_part)
        self._found.currentItemChanged.connect(self._want_line)

    def show_where(self, name: str) -> None:
        """Mark the page that is read now."""
        with QSignalBlocker(self._tree):
            for number in range(self._tree.topLevelItemCount()):
                item = self._tree.topLevelItem(number)
                is_here = item.data(0, _PLACE)[0] == name
                item.setExpanded(is_here)
                if is_here and item is not None and self._page_of(self._tree.currentItem()) != name:
                    self._tree.setCurrentItem(item)

    def search(self, words: str) -> int:
        """List the lines with these words instead of the contents; how many there are. Blanks bring those back."""
        hits = search_manual(words)
        with QSignalBlocker(self._found):
            self._found.clear()
            for hit in hits:
                where = " · ".join(filter(None, (hit.page.title, hit.heading)))
                line = QListWidgetItem(f"{where}\n{hit.line}", self._found)
                line.setData(_PLACE, (hit.page.name, hit.heading))
        self.setCurrentWidget(self._found if words.strip() else self._tree)
        return len(hits)

    def choose_first(self) -> None:
        """Go to the first line that was found."""
        if self._found.count():
            self._found.setCurrentRow(0)
            self._found.setFocus()

    def _fill(self) -> None:
        self._tree.setHeaderHidden(True)
        for page in manual_pages():
            item = QTreeWidgetItem(self._tree, [page.title])
            item.setData(0, _PLACE, (page.name, ""))
            for heading in page.headings:
                QTreeWidgetItem(item, [heading]).setData(0, _PLACE, (page.name, heading))

    def _page_of(self, item: QTreeWidgetItem | None) -> str:
        return item.data(0, _PLACE)[0] if item is not None else ""

    def _want_part(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(*item.data(0, _PLACE))

    def _want_line(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(*item.data(_PLACE))
