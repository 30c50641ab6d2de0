"""The start page: the ways into a report, the reports there are, and how much time is left."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from models.report_list import ReportSummary
from models.stage import Stage
from ui import look
from ui.deadlines import deadlines, year_due
from ui.door import Door
from ui.door_row import DoorRow
from ui.folding_row import FoldingRow
from ui.keeping_row import KeepingRow
from ui.list_room import ListRoom
from ui.search_field import SearchField

if TYPE_CHECKING:
    from ui.report_search import ReportSearch
    from ui.report_table import ReportTable

_DOORS = (
    ("new_report", "新建报告", "选模板，填单位和年度，按五个部分往下写。"),
    ("roll_report", "从上年结转", "选中一份，接着写下一年度的报告。"),
    ("import_report", "导入 Word/文本", "把去年的报告读进来，自动分好部分、认出数字。"),
    ("open_sample", "打开示例", "看一份写好的报告是什么样子，可以随意改。"),
)
_TITLE = "法治政府建设年度报告"


class StartPage(QWidget):
    """Signals: `new_wanted`, `import_wanted`, `sample_wanted`; `open_wanted(id)`; `delete_wanted(ids)` and
    `export_wanted(ids)` lists of ids; `undo_wanted()` a deletion; `roll_wanted(id)`, "" where none is chosen;
    `list_made()`, once. `keeping` has more. `today` says the date."""

    new_wanted = Signal()
    roll_wanted = Signal(str)
    import_wanted = Signal()
    sample_wanted = Signal()
    open_wanted = Signal(str)
    delete_wanted = Signal(object)
    export_wanted = Signal(object)
    undo_wanted = Signal()
    list_made = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "start_page", "开始")
        self.today = date.today
        self.keeping = KeepingRow()
        self.search_field = SearchField()
        self._search: ReportSearch | None = None
        self._title = QLabel(_TITLE)
        self._deadlines = [look.quiet_label("") for _ in deadlines(self.today())]
        self._doors: list[Door] = []
        self._list = ListRoom()
        self._is_finished = False
        self._lay_out()
        self._list.made.connect(self._wire_table)
        self._list.made.connect(self.list_made)
        self.search_field.left.connect(self.leave_search)

    @property
    def table(self) -> "ReportTable":
        """The reports there are; made when it is first asked for."""
        return self._list.table

    def finish(self) -> None:
        """Make what the first paint does without: the list, and what is not seen."""
        if self._is_finished:
            return
        self._is_finished = True
        _ = self.table
        for door in self._doors:
            door.finish()
        self.search_field.finish()
        self.keeping.finish()

    def show_reports(self, summaries: tuple[ReportSummary, ...], trouble: str = "") -> None:
        """Fill the list, keeping the rows that are selected; `trouble` is why the drafts cannot be read."""
        self._show_deadlines(summaries)
        self._list.show_reports(summaries, trouble)
        self._fit(bool(summaries))

    def choose(self, report_id: str) -> None:
        """Choose a report in the list and bring it into view; nothing where it is not there."""
        self.table.choose(report_id)

    def focus_list(self) -> None:
        """Put the keyboard where the clerk most likely wants it."""
        if self._list.is_filled:
            self._list.take_keyboard()
        else:
            self._doors[0].setFocus()

    def show_search(self, search: "ReportSearch") -> None:
        """What is found takes the list's place while something is searched for."""
        self._search = search
        self._list.addWidget(search.results)
        self.search_field.textChanged.connect(self._fit_search)
        self.search_field.down_wanted.connect(search.results.focus_first)
        search.results.closed.connect(self.leave_search)
        self._fit_search(self.search_field.text())

    def begin_search(self) -> None:
        """Put the keyboard into the field, what stands in it selected."""
        from PySide6.QtCore import Qt

        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def leave_search(self) -> None:
        """Back to the list."""
        self.search_field.clear()
        self.focus_list()

    @property
    def chosen_id(self) -> str:
        """The report chosen in the list, "" for none."""
        return self.table.current_id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _wire_table(self) -> None:
        for sign, wanted in (
            (self.table.open_wanted, self.open_wanted),
            (self.table.roll_wanted, self.roll_wanted),
            (self.table.delete_wanted, self.delete_wanted),
            (self.table.export_wanted, self.export_wanted),
        ):
            sign.connect(wanted)

    def _lay_out(self) -> None:
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        self._page.setSpacing(4 * look.SPACE)
        self._page.addWidget(self._heading())
        self._page.addStretch()
        self._ways_in = self._door_row()
        self._page.addWidget(self._ways_in)
        self._page.addWidget(self._list)
        self._page.addStretch()
        self._page.addWidget(self.keeping)
        self._fit(False)

    def _heading(self) -> FoldingRow:
        look.enlarge(self._title, 1.6, bold=True)
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6 * look.SPACE)
        for label in self._deadlines:
            label.setWordWrap(False)
            label.setProperty("stands", "bottom")
            row.addWidget(label)
        row.addStretch()
        return FoldingRow(self._title, days, (1, 0), (6 * look.SPACE, look.SPACE))

    def _door_row(self) -> DoorRow:
        actions = (
            self.new_wanted.emit,
            lambda: self.roll_wanted.emit(self.chosen_id),
            self.import_wanted.emit,
            self.sample_wanted.emit,
        )
        for (name, words, explanation), do in zip(_DOORS, actions, strict=True):
            door = Door(name, words, explanation)
            door.clicked.connect(lambda _checked=False, do=do: do())
            self._doors.append(door)
        return DoorRow(self._doors, self.search_field)

    def _fit(self, is_filled: bool) -> None:
        """Large doors in the middle where there is nothing else; a row above the list otherwise."""
        self._ways_in.fit(is_filled)
        for place, stretch in ((1, 2), (4, 3)):
            self._page.setStretch(place, 0 if is_filled else stretch)
        self._page.setStretch(3, int(is_filled))

    def _fit_search(self, words: str) -> None:
        if self._search is not None:
            self._list.show_found(self._search.results if words.strip() else None)

    def _show_deadlines(self, summaries: tuple[ReportSummary, ...]) -> None:
        """The report that is due: whose it is, and the days that are left to both deadlines."""
        today = self.today()
        year = year_due(today)
        due = [one for one in summaries if one.year == year]
        organ = next((one.organ for one in due if one.organ), "")
        self._title.setText(f"{organ} {year} 年度报告".strip() if due else _TITLE)
        late = {year} if due and all(one.stage is not Stage.FINAL for one in due) else set()
        for label, deadline in zip(self._deadlines, deadlines(today, late), strict=True):
            label.setText(deadline.words)
            look.set_wrong(label, deadline.is_urgent)
