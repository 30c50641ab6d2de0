"""The list beside the charts: the report's sections as heads, below each its subjects."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QWidget

from models.chart import ChartPage
from models.report import Report
from models.template import template
from ui import look
from ui.section_names import tab_names

_PAGE = Qt.ItemDataRole.UserRole
_LEAST_WIDTH = 36 * look.SPACE
_INDENT = "　"


class ChartList(QListWidget):
    """One subject is chosen. Signals: `chosen(ChartPage)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "chart_list", "哪一部分的图")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._choose)

    def fill(self, report: Report, pages: Sequence[ChartPage]) -> None:
        """Show these pages; the chosen one stays chosen where it is still there."""
        kept = self._key(self.currentItem())
        names = tab_names(report, template(report.template))
        self.blockSignals(True)
        self.clear()
        section = None
        for page in pages:
            name = names.get(page.section, "其他")
            is_whole = page.topic in name
            if page.section != section and not is_whole:
                self._add_head(name)
            section = page.section
            self._add(page, name if is_whole else f"{_INDENT}{page.topic}")
        self.blockSignals(False)
        self._fit()
        items = [self.item(row) for row in range(self.count()) if self.item(row).data(_PAGE)]
        same = (item for item in items if self._key(item) == kept)
        if items:
            self.setCurrentItem(next(same, items[0]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        if event.type() == QEvent.Type.PaletteChange:
            for row in range(self.count()):
                if not self.item(row).data(_PAGE):
                    self.item(row).setForeground(self.palette().text())

    def _fit(self) -> None:
        """As wide as the longest name, so that none is cut off."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.setFixedWidth(max(_LEAST_WIDTH, self.sizeHintForColumn(0) + bar + 2 * self.frameWidth()))

    def _add_head(self, name: str) -> None:
        """A head cannot be chosen, and the arrow keys pass over it; it is written like any text all the same."""
        head = QListWidgetItem(name, self)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setForeground(self.palette().text())
        font = self.font()
        font.setBold(True)
        head.setFont(font)

    def _add(self, page: ChartPage, words: str) -> None:
        item = QListWidgetItem(words, self)
        item.setData(_PAGE, page)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words.strip()}，{len(page.charts)}张图")

    def _key(self, item: QListWidgetItem | None) -> tuple[str, str] | None:
        page = item.data(_PAGE) if item else None
        return (page.section, page.topic) if page else None

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item and item.data(_PAGE):
            self.chosen.emit(item.data(_PAGE))
