"""链接正文中的数字: every number that could be linked, to be ticked."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from actions.placing import place_in_words
from actions.unlinked import Proposal, finding_of, unknown_numbers
from models.report import Report
from ui import look
from ui.dialog_layout import answers

_WORDS = "勾选的数字会链接到“数据”里的指标，文字不变；以后在“数据”里改了数，这些地方跟着改。"
_UNKNOWN = "另有 {count} 个数字没有认出是哪个指标，没有列出：{shown}；要链接的，选中它再用“插入数字”。"
_SHOWN = 8
_HEADERS = ("正文", "链接到", "位置", "说明")


class LinkNumbersDialog(QDialog):
    """Numbers a figure already tells are ticked; those that would fill in a figure are left to the clerk.

    Signals: `chosen(tuple[Proposal, ...])`. `open()` it.
    """

    chosen = Signal(object)

    def __init__(self, report: Report, found: Iterable[Proposal], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "link_numbers_dialog", "链接正文中的数字")
        self.setWindowTitle("链接正文中的数字")
        self._found = tuple(found)
        self._list = QTreeWidget()
        look.named(self._list, "link_numbers_list", "可以链接的数字")
        self._list.setRootIsDecorated(False)
        self._list.setHeaderLabels(_HEADERS)
        self._list.addTopLevelItems([_item(report, one) for one in self._found])
        self._list.itemChanged.connect(self._count)
        self._unknown = look.quiet_label(unknown_words(unknown_numbers(report, self._found)))
        look.named(self._unknown, "link_numbers_unknown", "没有认出的数字")
        self._unknown.setWordWrap(True)
        self._unknown.setVisible(bool(self._unknown.text()))
        self._ok = self._lay_out()
        self._count()

    def accept(self) -> None:
        """Say what was ticked."""
        chosen = self._ticked()
        super().accept()
        self.chosen.emit(chosen)

    def _ticked(self) -> tuple[Proposal, ...]:
        rows = (self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount()))
        return tuple(
            one
            for one, item in zip(self._found, rows, strict=True)
            if item.checkState(0) == Qt.CheckState.Checked
        )

    def _tick_all(self) -> None:
        everything = len(self._ticked()) == len(self._found)
        state = Qt.CheckState.Unchecked if everything else Qt.CheckState.Checked
        for row in range(self._list.topLevelItemCount()):
            self._list.topLevelItem(row).setCheckState(0, state)

    def _count(self) -> None:
        count = len(self._ticked())
        self._ok.setText(f"链接{count}处" if count else "链接")
        self._ok.setEnabled(count > 0)
        self._all.setText("全不选" if count == len(self._found) else "全选")

    def _lay_out(self) -> QPushButton:
        buttons, link = answers(self, "链接")
        self._all = QPushButton("全选")
        look.named(self._all, "link_numbers_all", "全选或全不选")
        self._all.setAutoDefault(False)
        self._all.clicked.connect(self._tick_all)
        layout = QVBoxLayout(self)
        for widget in (look.quiet_label(_WORDS), self._list, self._unknown):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._all)
        foot.addWidget(buttons, 1)
        layout.addLayout(foot)
        for column in range(len(_HEADERS)):
            self._list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.resize(180 * look.SPACE, 110 * look.SPACE)
        return link


def unknown_words(unknown: tuple[str, ...]) -> str:
    """What is said of numbers that no indicator claims; "" where there are none."""
    more = "……" if len(unknown) > _SHOWN else ""
    shown = "、".join(unknown[:_SHOWN]) + more
    return _UNKNOWN.format(count=len(unknown), shown=shown) if unknown else ""


def _item(report: Report, one: Proposal) -> QTreeWidgetItem:
    effect = f"“{one.name}”还没有数，将填入{one.amount.surface}" if one.amount else "与数据相同"
    item = QTreeWidgetItem([f"…{one.quote}", one.name, place_in_words(report, finding_of(one)), effect])
    item.setCheckState(0, Qt.CheckState.Unchecked if one.amount else Qt.CheckState.Checked)
    return item
