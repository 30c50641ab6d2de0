"""Above the table of figures: which words are looked for, and what the rows are put together by."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QWidget

from ui import look
from ui.fields import ChoiceField
from ui.figures_rows import Grouping
from ui.plain_line import PlainLine


class FiguresSearch(QWidget):
    """Signals: `searched(str)` the words looked for; `grouped(Grouping)`."""

    searched = Signal(str)
    grouped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self._make_words()
        self._grouping = self._make_grouping()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._grouping)

    def fields(self) -> tuple[QWidget, ...]:
        """The fields from left to right."""
        return self._words, self._grouping

    def clear(self) -> None:
        """Look for nothing."""
        self._words.clear()

    def _make_words(self) -> QLineEdit:
        box = PlainLine()
        look.named(box, "figures_filter", "查找指标")
        box.setPlaceholderText("查找指标，如：复议")
        box.setMinimumWidth(box.fontMetrics().horizontalAdvance(box.placeholderText()) + 9 * look.SPACE)
        box.setClearButtonEnabled(True)
        for button in box.findChildren(QAbstractButton):
            look.named(button, "figures_filter_clear", "清除查找内容")
        box.textChanged.connect(self.searched)
        return box

    def _make_grouping(self) -> ChoiceField:
        box = ChoiceField()
        look.named(box, "figures_grouping", "分组")
        box.setToolTip("数据怎样分组")
        for grouping in Grouping:
            box.addItem(grouping, str(grouping))
        box.currentIndexChanged.connect(lambda at: self.grouped.emit(Grouping(box.itemData(at))))
        return box
