"""数据: every statistic of the report in one table; the sentences show what stands here."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from models.indicator import Indicator
from models.own_indicators import with_own_indicator, without_own_indicator
from ui import dialogs, look
from ui.draft import Draft
from ui.figures_block import cells_of
from ui.figures_model import COLUMNS, FiguresModel
from ui.figures_table import FiguresTable
from ui.indicator_dialog import IndicatorDialog
from ui.tables import set_widths

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
        self._add = self._button("figures_add", "添加自定义指标", "指标表里没有的数据", self._add_indicator)
        self._change = self._button(
            "figures_change", "修改", "修改自定义指标的名称和单位", self._change_indicator
        )
        self._delete = self._button("figures_delete", "删除", "删除自定义指标", self._delete_indicator)
        self._status = look.quiet_label(_HINT)
        look.named(self._status, "figures_status", "说明")
        self._model.refused.connect(self._complain)
        self._model.accepted.connect(self._reassure)
        self._table.given_up.connect(self._reassure)
        self._table.paste_wanted.connect(self._paste)
        self._table.selectionModel().currentChanged.connect(self._fit_buttons)
        self._model.modelReset.connect(self._fit_buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 4)
        layout.setSpacing(2 * look.SPACE)
        layout.addLayout(self._tools())
        layout.addWidget(self._table, 1)
        layout.addWidget(self._status)
        self._fit_buttons()
        order = (self._filter, self._only_used, self._change, self._delete, self._add, self._table)
        for before, behind in pairwise(order):
            self.setTabOrder(before, behind)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to the table. A focus proxy would hide what lies beside it from the Tab key."""
        super().focusInEvent(event)
        self._table.setFocus(event.reason())

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._filter, 1)
        row.addWidget(self._only_used)
        row.addStretch(1)
        for button in (self._change, self._delete, self._add):
            row.addWidget(button)
        return row

    def _button(self, name: str, words: str, tip: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        look.named(button, name, words)
        button.setToolTip(tip)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _make_filter(self) -> QLineEdit:
        box = QLineEdit()
        look.named(box, "figures_filter", "查找指标")
        box.setPlaceholderText("查找指标，如：复议")
        box.setClearButtonEnabled(True)
        for button in box.findChildren(QAbstractButton):
            look.named(button, "figures_filter_clear", "清除查找内容")
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

    def _paste(self, start: QModelIndex, text: str) -> None:
        rows = [
            self._rows.mapToSource(start.siblingAtRow(row)).row()
            for row in range(start.row(), self._rows.rowCount())
        ]
        block = cells_of(text)
        if block:
            self._model.fill_block(rows, start.column(), block)

    def _own(self) -> Indicator | None:
        """The indicator of the report's own that is current."""
        place = self._rows.mapToSource(self._table.currentIndex())
        indicator = self._model.indicator(place.row()) if place.isValid() else None
        return indicator if indicator in self._draft.report.own_indicators else None

    def _fit_buttons(self) -> None:
        own = self._own()
        for button in (self._change, self._delete):
            button.setEnabled(own is not None)

    def _add_indicator(self) -> None:
        dialog = IndicatorDialog(self._draft.report, self)
        dialog.accepted.connect(lambda: self._put_in("添加", dialog.indicator()))
        dialogs.show(dialog)

    def _change_indicator(self) -> None:
        own = self._own()
        if own is None:
            return
        dialog = IndicatorDialog(self._draft.report, self, indicator=own)
        dialog.accepted.connect(lambda: self._put_in("修改", dialog.indicator()))
        dialogs.show(dialog)

    def _delete_indicator(self) -> None:
        own = self._own()
        if own is None:
            return
        try:
            report = without_own_indicator(self._draft.report, own.id)
        except UserError as error:
            self._complain(str(error))
            return
        self._reassure()
        self._draft.change(f"删除指标“{own.name}”", report)

    def _put_in(self, verb: str, indicator: Indicator) -> None:
        report = with_own_indicator(self._draft.report, indicator)
        self._draft.change(f"{verb}指标“{indicator.name}”", report)
        self.reveal(indicator.id)


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
