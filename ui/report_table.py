"""The table of all reports on the start page: one row each, several may be selected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QWidget

from models.report_list import ReportSummary
from ui import look
from ui.report_list_model import DONE, SHARE, TITLE, ReportListModel
from ui.row_model import Index
from ui.tables import choose_rows, dress_table, set_widths

if TYPE_CHECKING:
    from ui.overviews import ReportState

_WIDTHS = (4, 9, 0, 7, 8, 7, 8)


class ReportTable(QTableView):
    """Signals: `open_wanted(id)`, `roll_wanted(id)`; `delete_wanted(ids)`, `export_wanted(ids)` lists of ids;
    `chosen()`: other rows are selected."""

    open_wanted = Signal(str)
    roll_wanted = Signal(str)
    delete_wanted = Signal(object)
    export_wanted = Signal(object)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_table(self, "report_list", "全部报告")
        choose_rows(self)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.reports = ReportListModel(self)
        self.setModel(self.reports)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().setDefaultSectionSize(9 * look.SPACE)
        set_widths(self, _WIDTHS)
        header = self.horizontalHeader()
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(16 * look.SPACE)  # else the title gives way to all others
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setToolTip("点一下按这一列排序，点第三下回到按年度排")
        self.setSortingEnabled(True)
        for sign in (self.activated, self.doubleClicked):  # some systems activate by one click, some never
            sign.connect(lambda index: self.open_wanted.emit(self.reports.rows[index.row()].id))
        self.customContextMenuRequested.connect(self._show_menu)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def show_reports(self, summaries: tuple[ReportSummary, ...]) -> None:
        """Fill the table, keeping what is selected."""
        current, selected = self.current_id, self.selected_ids
        self.reports.show_reports(summaries)
        if not self.choose(current) and summaries:
            self.setCurrentIndex(self.reports.index(0, 0))
        for one in selected[1:]:
            self._add_to_selection(one)

    def tell(self, report_id: str, state: "ReportState") -> None:
        """Say what was reckoned of a report."""
        from ui.share_bar import (
            ShareBar,  # Qt's styles take long to load, and until now there was nothing to draw
        )

        if self.itemDelegateForColumn(DONE) is None:
            self.setItemDelegateForColumn(DONE, ShareBar(SHARE, self))
        self.reports.tell(report_id, state)

    def choose(self, report_id: str) -> bool:
        """Choose a report alone and bring it into view; whether it is there."""
        row = self.reports.row_of(lambda one: one.id == report_id)
        if row is None:
            return False
        self.setCurrentIndex(self.reports.index(row, 0))
        self.scrollTo(self.reports.index(row, 0))
        return True

    def setCurrentIndex(self, index: Index) -> None:
        """Choose a row alone, whichever keys are held down: Ctrl+O would else only move to it."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    @property
    def current_id(self) -> str:
        """The report the keyboard is on, "" for none."""
        row = self.reports.at(self.currentIndex())
        return row.id if row else ""

    @property
    def selected_ids(self) -> list[str]:
        """The reports selected, the current one first, the others in the order of the rows."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        ids = [self.reports.rows[row].id for row in rows]
        return sorted(ids, key=lambda one: one != self.current_id)

    def summaries(self, ids: list[str]) -> list[ReportSummary]:
        """The reports with these ids, in the order of the rows."""
        return [one.summary for one in self.reports.rows if one.id in ids]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.selected_ids:
            self.delete_wanted.emit(self.selected_ids)
        else:
            super().keyPressEvent(event)

    def _add_to_selection(self, report_id: str) -> None:
        row = self.reports.row_of(lambda one: one.id == report_id)
        if row is not None:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(self.reports.index(row, 0), flags.Select | flags.Rows)

    def _show_menu(self, at: QPoint) -> None:
        if not self.reports.rows:
            return
        ids = self.selected_ids or [self.current_id]
        menu = QMenu(self)
        menu.setObjectName("report_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(ids) == 1:
            menu.addAction("打开", lambda: self.open_wanted.emit(ids[0]))
            menu.addAction("结转到下一年……", lambda: self.roll_wanted.emit(ids[0]))
        several = f"选中的 {len(ids)} 份" if len(ids) > 1 else ""
        menu.addAction(f"导出{several}……", lambda: self.export_wanted.emit(ids))
        menu.addAction(f"删除{several}", lambda: self.delete_wanted.emit(ids))
        menu.popup(self.viewport().mapToGlobal(at))
