"""The start page: the ways into a report, the reports there are, and how much time is left."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.report_list import ReportSummary
from ui import look
from ui.deadlines import deadline_words
from ui.door import Door
from ui.keeping_row import KeepingRow
from ui.report_list_model import ReportListModel
from ui.tables import choose_rows, dress_table, set_widths

_DOORS = (
    ("new_report", "新建报告", "选模板，填单位和年度，按五个部分往下写。"),
    ("roll_report", "从上年结转", "选中一份，接着写下一年度的报告。"),
    ("import_report", "导入文本", "把去年的报告读进来，自动分好部分、认出数字。"),
    ("open_sample", "打开示例", "看一份写好的报告是什么样子，可以随意改。"),
)
_EMPTY = "还没有报告。\n请从上面的入口中选一个开始；也可以把文本文件直接拖到这个窗口里。"


class StartPage(QWidget):
    """Signals: `new_wanted`, `import_wanted`, `sample_wanted`; `open_wanted(id)`, `delete_wanted(id)`;
    `undo_wanted()` a deletion; `roll_wanted(id)`, "" where none is chosen. `keeping` has more."""

    new_wanted = Signal()
    roll_wanted = Signal(str)
    import_wanted = Signal()
    sample_wanted = Signal()
    open_wanted = Signal(str)
    delete_wanted = Signal(str)
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "start_page", "开始")
        self.keeping = KeepingRow()
        self._model = ReportListModel(self)
        self._table = self._make_table()
        self._deadlines = look.quiet_label("")
        self._list = QStackedWidget()
        self._empty = self._empty_list()
        self._list.addWidget(self._empty)
        self._list.addWidget(self._table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(4 * look.SPACE)
        layout.addLayout(self._heading())
        layout.addLayout(self._doors())
        layout.addWidget(self._list, 1)
        layout.addWidget(self.keeping)

    def show_reports(self, summaries: tuple[ReportSummary, ...], trouble: str = "") -> None:
        """Fill the list, keeping the row that is selected; `trouble` is why the drafts cannot be read."""
        self._empty.setText(trouble or _EMPTY)
        look.set_wrong(self._empty, bool(trouble))
        self._deadlines.setText(deadline_words(date.today()))
        selected = self._selected()
        self._model.show(summaries)
        self._list.setCurrentIndex(1 if summaries else 0)
        if summaries:
            row = self._model.row_of(lambda one: selected is not None and one.id == selected.id)
            self._table.setCurrentIndex(self._model.index(row or 0, 0))

    def choose(self, report_id: str) -> None:
        """Choose a report in the list and bring it into view; nothing where it is not there."""
        row = self._model.row_of(lambda one: one.id == report_id)
        if row is not None:
            self._table.setCurrentIndex(self._model.index(row, 0))
            self._table.scrollTo(self._model.index(row, 0))

    def focus_list(self) -> None:
        """Put the keyboard where the clerk most likely wants it."""
        (self._table if self._model.rowCount() else self.findChild(Door, "new_report")).setFocus()

    @property
    def chosen_id(self) -> str:
        """The report chosen in the list, "" for none."""
        chosen = self._selected()
        return chosen.id if chosen else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        selected = self._selected()
        if event.key() == Qt.Key.Key_Delete and selected and self._table.hasFocus():
            self.delete_wanted.emit(selected.id)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _heading(self) -> QHBoxLayout:
        title = QLabel("法治政府建设年度报告")
        look.enlarge(title, 1.6, bold=True)
        row = QHBoxLayout()
        row.addWidget(title)
        row.addStretch()
        row.addWidget(self._deadlines, alignment=Qt.AlignmentFlag.AlignBottom)
        return row

    def _doors(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3 * look.SPACE)
        actions = (
            self.new_wanted.emit,
            lambda: self.roll_wanted.emit(self.chosen_id),
            self.import_wanted.emit,
            self.sample_wanted.emit,
        )
        for (name, words, explanation), do in zip(_DOORS, actions, strict=True):
            door = Door(name, words, explanation)
            door.clicked.connect(lambda _checked=False, do=do: do())
            row.addWidget(door, 1)
        return row

    def _empty_list(self) -> QLabel:
        label = look.quiet_label(_EMPTY)
        label.setObjectName("report_list_empty")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        look.enlarge(label, 1.1)
        return label

    def _make_table(self) -> QTableView:
        table = QTableView()
        dress_table(table, "report_list", "全部报告")
        choose_rows(table)
        table.setModel(self._model)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.verticalHeader().setDefaultSectionSize(9 * look.SPACE)
        set_widths(table, (4, 12, 0, 7, 12))
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for sign in (
            table.activated,
            table.doubleClicked,
        ):  # some systems activate by a single click, some never
            sign.connect(lambda index: self.open_wanted.emit(self._model.rows[index.row()].id))
        table.customContextMenuRequested.connect(self._show_menu)
        return table

    def _selected(self) -> ReportSummary | None:
        return self._model.at(self._table.currentIndex())

    def _show_menu(self, at: QPoint) -> None:
        summary = self._model.at(self._table.indexAt(at))
        if summary is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("打开", lambda: self.open_wanted.emit(summary.id))
        menu.addAction("结转到下一年……", lambda: self.roll_wanted.emit(summary.id))
        menu.addAction("删除", lambda: self.delete_wanted.emit(summary.id))
        menu.popup(self._table.viewport().mapToGlobal(at))
