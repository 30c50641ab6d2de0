"""全部替换: every hit with its sentence before and after; what is ticked is replaced, in one step."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from models.occurrences import Occurrence, Wanted, occurrences
from models.searched_texts import searched_texts
from models.words_replaced import step_words, with_links_released, with_words_replaced
from ui import hit_places, look, messages
from ui.buttons import push_button
from ui.draft import Draft
from ui.marked_words import MarkedWords
from ui.plain_line import PlainLine
from ui.replace_model import AFTER, BEFORE, Replacement, ReplaceModel
from ui.report_tabs import ReportTabs
from ui.tables import choose_rows, dress_table, set_widths

_SIZE = (240 * look.SPACE, 130 * look.SPACE)
_AFTER_MS = 300
_FOUND = "“{words}”共 {count} 处，{free} 处可以替换；打勾的才替换，双击到原处去看。"
_LOCKED = "灰色的在链接的数字里：改数据，或先取消链接。"
_FIXED = "另有 {count} 处是固定的名称和选项，不能替换，没有列出。"
_NONE = "没有可以替换的“{words}”了。"


class ReplaceDialog(QDialog):
    """Stays open beside the report and follows what is written there. Signals: `figure_wanted(str)`."""

    figure_wanted = Signal(str)

    def __init__(self, draft: Draft, tabs: ReportTabs, wanted: Wanted, by: str, parent: QWidget) -> None:
        super().__init__(parent)
        look.named(self, "replace_dialog", "全部替换")
        self.setWindowTitle("全部替换")
        self._draft, self._tabs, self._wanted = draft, tabs, replace(wanted)
        self._by = PlainLine(by)
        look.named(self._by, "field:replace_by", "替换为")
        self._by.setPlaceholderText("空着就是删去")
        self._about = look.quiet_label("")
        look.named(self._about, "replace_about", "说明")
        self._about.setWordWrap(True)
        self._all = QCheckBox("全选")
        look.named(self._all, "replace_all", "全选")
        self._model = ReplaceModel(self)
        self._fixed = 0
        self._table = self._make_table()
        self._go = push_button("replace_go", "定位", self._show_place)
        self._look_up = push_button("replace_list_figure", "改数据……", self._want_figure)
        self._release = push_button("replace_list_unlink", "取消链接", self._unlink)
        self._do = push_button("replace_chosen", "替换", self._replace)
        self._late = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._wire()
        self._lay_out()
        self._refresh()
        self.resize(*_SIZE)
        self._table.setFocus()

    @property
    def _row(self) -> Replacement | None:
        return self._model.at(self._table.currentIndex())

    def _refresh(self) -> None:
        row = max(0, self._table.currentIndex().row())
        found = self._found()
        free = [one for one in found if not one.text.fixed]
        self._fixed = len(found) - len(free)
        self._model.show_found(self._draft.report, free, self._by.text())
        if self._model.rows:
            self._table.setCurrentIndex(self._model.index(min(row, len(self._model.rows) - 1), 0))
        self._judge()

    def _found(self) -> tuple[Occurrence, ...]:
        return occurrences(searched_texts(self._draft.report), self._wanted)

    def _judge(self) -> None:
        rows, free = self._model.rows, self._model.free
        count = len(self._model.chosen_ones)
        about = _FOUND.format(words=self._wanted.words, count=len(rows), free=len(free))
        about += _LOCKED * any(row.one.links for row in rows)
        fixed = _FIXED.format(count=self._fixed) if self._fixed else ""
        self._about.setText((about if rows else _NONE.format(words=self._wanted.words)) + fixed)
        self._all.blockSignals(True)
        self._all.setChecked(bool(free) and count == len(free))
        self._all.blockSignals(False)
        self._all.setEnabled(bool(free))
        self._do.setText(f"{'替换' if self._by.text() else '删去'}打勾的 {count} 处")
        self._do.setAccessibleName(self._do.text())
        self._do.setEnabled(count > 0)
        self._judge_row()

    def _judge_row(self) -> None:
        row = self._row
        self._go.setEnabled(row is not None)
        for button in (self._look_up, self._release):
            button.setEnabled(row is not None and bool(row.one.links))

    def _replace(self) -> None:
        """Only what stands there still as it was ticked."""
        self._tabs.commit()
        by, there = self._by.text(), set(self._found())
        chosen = [one for one in self._model.chosen_ones if one in there]
        try:
            report = with_words_replaced(self._draft.report, chosen, by)
        except UserError as error:
            messages.warn(self, str(error))
            return
        self._draft.change(step_words(self._wanted.words, by, len(chosen)), report)
        self._refresh()
        left = f"；{self._about.text()}" if self._model.rows else "。"
        self._about.setText(f"{'替换' if by else '删去'}了 {len(chosen)} 处，按 Ctrl+Z 可以撤销{left}")

    def _show_place(self) -> None:
        if self._row is not None:
            hit_places.reveal(self._tabs, self._row.one)
            self._tabs.window().activateWindow()

    def _want_figure(self) -> None:
        if self._row is not None and self._row.one.links:
            self.figure_wanted.emit(self._row.one.links[0].target)
            self._tabs.window().activateWindow()

    def _unlink(self) -> None:
        row = self._row
        if row is not None and row.one in self._found():
            self._draft.change(f"取消链接“{row.one.words}”", with_links_released(self._draft.report, row.one))
            self._refresh()

    def _make_table(self) -> QTableView:
        table = QTableView()
        dress_table(table, "replace_table", "每一处")
        choose_rows(table)
        table.setModel(self._model)
        set_widths(table, (15, 0, 0))
        for column in (BEFORE, AFTER):
            table.setItemDelegateForColumn(column, MarkedWords(table))
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        return table

    def _wire(self) -> None:
        self._late.timeout.connect(self._refresh)
        self.finished.connect(
            lambda _result: self.setObjectName("")
        )  # deleted later, found by nobody until then
        self._draft.changed.connect(self._notice)
        self._by.textChanged.connect(lambda _text: self._refresh())
        self._model.chosen.connect(self._judge)
        self._all.toggled.connect(self._model.choose_all)
        self._table.selectionModel().currentChanged.connect(lambda _now, _before: self._judge_row())
        self._table.doubleClicked.connect(self._open)
        look.make_main(self._do)

    def _notice(self, _keys: object) -> None:
        self._late.start()

    def _open(self, _index: QModelIndex) -> None:
        self._show_place()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * look.SPACE)
        label = QLabel(f"“{self._wanted.words}”替换为")
        label.setBuddy(self._by)
        head.addWidget(label)
        head.addWidget(self._by, 1)
        head.addWidget(self._all)
        row = QHBoxLayout()
        row.setSpacing(2 * look.SPACE)
        for button in (self._go, self._look_up, self._release):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(push_button("replace_close", "关闭", self.close))
        row.addWidget(self._do)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addLayout(head)
        layout.addWidget(self._about)
        layout.addWidget(self._table, 1)
        layout.addLayout(row)
