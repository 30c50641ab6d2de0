"""数据: every statistic of the report in one table; the sentences show what stands here."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.indicator import Indicator
from ui import look
from ui.draft import Draft
from ui.figures_model import COLUMNS, FiguresModel
from ui.indicator_dialog import IndicatorDialog
from ui.tables import dress_table, set_widths

_HINT = "数量照公文写法填，如 179、约682万、98%以上；改了这里，正文和附件里的数字一起改。"


class FiguresTab(QWidget):
    """The table of figures with its filter."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "tab:figures", "数据")
        self._draft = draft
        self._model = FiguresModel(draft, self)
        self._rows = _Rows(self._model, self)
        self._table = FiguresTable()
        self._table.setModel(self._rows)
        set_widths(self._table, tuple(column.characters for column in COLUMNS))
        self._filter = self._make_filter()
        self._only_used = self._make_only_used()
        self._status = look.quiet_label(_HINT)
        self._status.setObjectName("figures_status")
        self.setFocusProxy(self._table)
        self._model.refused.connect(self._complain)
        self._model.accepted.connect(self._reassure)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 4)
        layout.setSpacing(2 * look.SPACE)
        layout.addLayout(self._tools())
        layout.addWidget(self._table, 1)
        layout.addWidget(self._status)

    def reveal(self, indicator_id: str) -> None:
        """Select an indicator's amount of this year, showing all rows if it must."""
        if not indicator_id:
            self._table.setFocus()
            return
        self._filter.clear()
        row = self._model.row_of(indicator_id)
        if row >= 0 and not self._model.is_used(row):
            self._only_used.setChecked(False)
        self._table.setCurrentIndex(self._rows.mapFromSource(self._model.index(row, 2)))
        self._table.setFocus()

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        self._table.commit()

    def _tools(self) -> QHBoxLayout:
        add = QPushButton("添加自定义指标")
        look.named(add, "figures_add", "添加自定义指标")
        add.clicked.connect(self._add_indicator)
        row = QHBoxLayout()
        row.addWidget(self._filter, 1)
        row.addWidget(self._only_used)
        row.addStretch(1)
        row.addWidget(add)
        return row

    def _make_filter(self) -> QLineEdit:
        box = QLineEdit()
        look.named(box, "figures_filter", "查找指标")
        box.setPlaceholderText("查找指标，如：复议")
        box.setClearButtonEnabled(True)
        box.textChanged.connect(self._rows.look_for)
        return box

    def _make_only_used(self) -> QCheckBox:
        box = QCheckBox("只看本报告用到的")
        look.named(box, "figures_used_only", "只看本报告用到的指标")
        box.toggled.connect(self._show_only_used)
        box.setChecked(self._model.used_count > 0)
        return box

    def _show_only_used(self, only: bool) -> None:
        self._model.gather()
        self._rows.show_only_used(only)

    def _complain(self, sentence: str) -> None:
        self._status.setText(sentence)
        look.set_wrong(self._status, True)

    def _reassure(self) -> None:
        self._status.setText(_HINT)
        look.set_wrong(self._status, False)

    def _add_indicator(self) -> None:
        dialog = IndicatorDialog(self)
        dialog.accepted.connect(lambda: self._put_in(dialog.indicator(self._free_id())))
        dialog.open()

    def _put_in(self, indicator: Indicator) -> None:
        report = self._draft.report
        changed = replace(report, own_indicators=(*report.own_indicators, indicator))
        self._draft.change(f"添加指标“{indicator.name}”", changed)
        self.reveal(indicator.id)

    def _free_id(self) -> str:
        taken = {indicator.id for indicator in self._draft.report.own_indicators}
        return next(name for n in range(1, len(taken) + 2) if (name := f"own_{n}") not in taken)


class FiguresTable(QTableView):
    """A table to type numbers into: Return goes on to the row below, as in a spreadsheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_table(self, "figures_table", "数据表")
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setAlternatingRowColors(True)
        self.horizontalHeader().setStretchLastSection(True)

    def commit(self) -> None:
        """Take over what is being typed."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self.model().setData(self.currentIndex(), "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go_down(self) -> None:
        here = self.currentIndex()
        if here.row() + 1 < self.model().rowCount():
            self.setCurrentIndex(here.siblingAtRow(here.row() + 1))


class _Rows(QSortFilterProxyModel):
    """The rows that fit the words looked for."""

    def __init__(self, model: FiguresModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self._only_used = False
        self.setSourceModel(model)

    def look_for(self, text: str) -> None:
        """Keep the rows in which every word occurs."""
        self._words = text.split()
        self.invalidateFilter()

    def show_only_used(self, only: bool) -> None:
        """Keep only what the report uses."""
        self._only_used = only
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        if self._only_used and not self._model.is_used(row):
            return False
        indicator = self._model.indicator(row)
        text = "".join((indicator.name, indicator.department, *indicator.aliases))
        return all(word in text for word in self._words)
