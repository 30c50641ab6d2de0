"""What searching all reports has found: report by report, each sentence with the words marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ui import look
from ui.marked_line import MarkedLine

_MARKS = Qt.ItemDataRole.UserRole
_PLACE = Qt.ItemDataRole.UserRole + 1
_PLACE_WIDTH = 46 * look.SPACE
_MOST = 50
"""Sentences shown of one report."""


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence with its place in words and as a report's page knows it (`ReportView.reveal`)."""

    where: str
    sentence: str
    marks: tuple[tuple[int, int], ...]
    key: str
    item: tuple[int, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report in which something was found."""

    id: str
    year: int
    title: str
    sentences: tuple[FoundSentence, ...]


class SearchResults(QWidget):
    """Signals: `place_wanted(id, key, item, quote)`, key "" for the report as a whole; `closed()`."""

    place_wanted = Signal(str, str, tuple, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = look.quiet_label("")
        self._said.setObjectName("search_said")
        self._said.setWordWrap(False)
        self._tree = _Tree()
        self._tree.closed.connect(self.closed)
        for sign in (self._tree.itemActivated, self._tree.itemDoubleClicked):
            sign.connect(lambda item, _column: self.place_wanted.emit(*item.data(0, _PLACE)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * look.SPACE)
        layout.addWidget(self._said)
        layout.addWidget(self._tree, 1)
        self.setFocusProxy(self._tree)

    def begin(self) -> None:
        """Something else is searched for."""
        self._tree.clear()
        self._said.setText("正在搜索……")

    def add(self, found: FoundReport) -> None:
        """Show what was found in one more report."""
        more = len(found.sentences) - _MOST
        head = QTreeWidgetItem([f"{found.year}　{found.title}（{len(found.sentences)} 处）"])
        head.setData(0, _PLACE, (found.id, "", (), ""))
        font = QFont(self._tree.font())
        font.setBold(True)
        head.setFont(0, font)
        self._tree.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        head.addChildren([_row(found.id, one) for one in found.sentences[:_MOST]])
        if more > 0:
            rest = QTreeWidgetItem([f"还有 {more} 处，请多写一个词缩小范围"])
            rest.setData(0, _PLACE, (found.id, "", (), ""))
            head.addChild(rest)
            rest.setFirstColumnSpanned(True)
        head.setExpanded(True)
        if self._tree.topLevelItemCount() == 1:
            self._tree.setCurrentItem(head.child(0))

    def end(self, sentences: int, reports: int, wish: str) -> None:
        """Everything has been searched."""
        self._said.setText(
            f"在 {reports} 份报告中找到 {sentences} 处；按回车或双击打开。"
            if sentences
            else f"没有找到“{wish}”；请少写几个字，或换个说法（回收站里的报告不搜索）。"
        )

    def focus_first(self) -> None:
        """Put the keyboard on what was found, where anything was."""
        if self._tree.topLevelItemCount():
            self._tree.setFocus()

    def shown(self) -> Sequence[str]:
        """The sentences on screen, with their places, in order."""
        heads = (self._tree.topLevelItem(at) for at in range(self._tree.topLevelItemCount()))
        rows = (head.child(at) for head in heads for at in range(head.childCount()))
        return [f"{row.text(0)}：{row.text(1)}" for row in rows]


class _Tree(QTreeWidget):
    """Signals: `closed()` Esc was pressed."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        look.named(self, "search_results", "搜索结果")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        look.named(self.header(), "search_results_columns", "搜索结果的列")
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.header().resizeSection(0, _PLACE_WIDTH)
        self.header().setStretchLastSection(True)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setProperty("rows", True)
        self.setItemDelegateForColumn(1, MarkedLine(_MARKS, self))
        self.setStyleSheet(f"QTreeView::item {{ padding: {look.SPACE + 1}px 2px; }}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _row(report_id: str, found: FoundSentence) -> QTreeWidgetItem:
    row = QTreeWidgetItem([found.where, found.sentence])
    row.setData(0, _PLACE, (report_id, found.key, found.item, found.quote))
    row.setData(1, _MARKS, found.marks)
    row.setToolTip(1, found.sentence)
    return row
