"""What returned workbooks would change: old and new beside each other, conflicts first, each to be taken or left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui import look
from ui.fields import ChoiceField
from ui.tables import choose_rows, dress_table, set_widths

if TYPE_CHECKING:
    from models.merge_plan import Change, Conflict, MergePlan

_COLUMNS = ("采用", "指标", "原数", "新数", "单位", "来源文件", "说明")
_WIDTHS = (2, 13, 6, 8, 3, 0, 15)
_TAKE, _NAME, _OLD, _NEW, _UNIT, _SOURCE, _REMARK = range(len(_COLUMNS))
_ROWS = 6
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MergeTable(QTableWidget):
    """Signals: `chosen()`: something else is taken now."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_COLUMNS), parent)
        self._plan: MergePlan | None = None
        self.setHorizontalHeaderLabels(_COLUMNS)
        dress_table(self, "merge_table", "采集表带来的改动")
        choose_rows(self)
        set_widths(self, _WIDTHS)
        for column in (_OLD, _NEW):
            self.horizontalHeaderItem(column).setTextAlignment(_RIGHT)
        self.horizontalHeader().setSectionResizeMode(_SOURCE, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(_ROWS * 8 * look.SPACE)
        self.itemChanged.connect(lambda _item: self.chosen.emit())

    def show_plan(self, plan: "MergePlan") -> None:
        """Show what would change; all of it is ticked."""
        self._plan = plan
        self.blockSignals(True)
        self.setRowCount(0)
        self.setRowCount(len(plan.conflicts) + len(plan.changes))
        for row, conflict in enumerate(plan.conflicts):
            self._show_conflict(row, conflict)
        for row, change in enumerate(plan.changes, start=len(plan.conflicts)):
            self._show_change(row, change)
        self.blockSignals(False)
        self.chosen.emit()

    @property
    def wanted(self) -> "MergePlan | None":
        """The plan with what is ticked and chosen here, None where none is shown."""
        if self._plan is None:
            return None
        conflicts = len(self._plan.conflicts)
        ticked = {
            one.indicator
            for row, one in enumerate(self._plan.changes, start=conflicts)
            if self.item(row, _TAKE).checkState() is Qt.CheckState.Checked
        }
        choices = {
            one.indicator: source
            for row, one in enumerate(self._plan.conflicts)
            if (source := self._choice(row).currentData())
        }
        return self._plan.only(ticked).with_choices(choices)

    def tick_all(self, is_on: bool) -> None:
        """Tick every change, or none."""
        self.blockSignals(True)
        for row in range(self.rowCount()):
            if (item := self.item(row, _TAKE)).flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.chosen.emit()

    def _show_change(self, row: int, change: "Change") -> None:
        take = QTableWidgetItem()
        take.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        )
        take.setCheckState(Qt.CheckState.Checked)
        take.setData(Qt.ItemDataRole.AccessibleTextRole, f"采用{change.name}")
        self.setItem(row, _TAKE, take)
        self._show_texts(row, change, {_NEW: change.new.surface, _SOURCE: change.source})
        self._put(row, _REMARK, "；".join(change.remarks))

    def _show_conflict(self, row: int, conflict: "Conflict") -> None:
        first = conflict.offers[0]
        blank = QTableWidgetItem("？")
        blank.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        blank.setForeground(look.wrong_colour(self.palette()))
        blank.setData(Qt.ItemDataRole.AccessibleTextRole, f"{first.name}各单位填得不一样")
        self.setItem(row, _TAKE, blank)
        self._show_texts(row, first, {})
        self._put(row, _REMARK, "各单位填得不一样，请选定一个")
        self.setSpan(row, _NEW, 1, _SOURCE - _NEW + 1)
        choice = ChoiceField()
        look.named(choice, f"choice:{conflict.indicator}", f"{first.name}采用哪一个")
        choice.addItem("暂不采用", "")
        for offer in conflict.offers:
            choice.addItem(f"{offer.new.surface}{offer.unit_behind}　{offer.source}", offer.source)
        choice.currentIndexChanged.connect(lambda _index: self.chosen.emit())
        self.setCellWidget(row, _NEW, choice)

    def _show_texts(self, row: int, change: "Change", more: dict[int, str]) -> None:
        old = change.old.surface if change.old else "—"
        for column, text in ({_NAME: change.name, _OLD: old, _UNIT: change.unit} | more).items():
            self._put(row, column, text)

    def _put(self, row: int, column: int, text: str) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        if column in (_OLD, _NEW):
            item.setTextAlignment(_RIGHT)
        self.setItem(row, column, item)

    def _choice(self, row: int) -> ChoiceField:
        choice = self.cellWidget(row, _NEW)
        assert isinstance(choice, ChoiceField)
        return choice
