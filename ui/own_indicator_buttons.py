"""The buttons by which the clerk adds, changes and deletes indicators of the report's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.errors import UserError
from models.indicator import Indicator
from models.own_indicators import with_own_indicator, without_own_indicator
from ui import dialogs
from ui.buttons import push_button
from ui.draft import Draft
from ui.indicator_dialog import IndicatorDialog


class OwnIndicatorButtons(QWidget):
    """Signals: `put_in(str)` the id of an indicator just added or changed; `deleted()`; `refused(str)` why not."""

    put_in = Signal(str)
    deleted = Signal()
    refused = Signal(str)

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._own: Indicator | None = None
        self._change = push_button(
            "figures_change", "修改", self._begin_change, "修改自定义指标的名称、单位和归属"
        )
        self._delete = push_button("figures_delete", "删除", self._take_out, "删除自定义指标")
        self._add = push_button("figures_add", "添加自定义指标", self._begin_add, "指标表里没有的数据")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons():
            row.addWidget(button)

    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons from left to right."""
        return self._change, self._delete, self._add

    def fit(self, indicator: Indicator | None) -> None:
        """Only the report's own indicators can be changed."""
        self._own = indicator if indicator in self._draft.report.own_indicators else None
        for button in (self._change, self._delete):
            button.setEnabled(self._own is not None)

    def _begin_add(self) -> None:
        dialog = IndicatorDialog(self._draft.report, self)
        dialog.accepted.connect(lambda: self._store("添加", dialog.indicator()))
        dialogs.show(dialog)

    def _begin_change(self) -> None:
        if self._own is None:
            return
        dialog = IndicatorDialog(self._draft.report, self, indicator=self._own)
        dialog.accepted.connect(lambda: self._store("修改", dialog.indicator()))
        dialogs.show(dialog)

    def _take_out(self) -> None:
        own = self._own
        if own is None:
            return
        try:
            report = without_own_indicator(self._draft.report, own.id)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self.deleted.emit()
        self._draft.change(f"删除指标“{own.name}”", report)

    def _store(self, verb: str, indicator: Indicator) -> None:
        report = with_own_indicator(self._draft.report, indicator)
        self._draft.change(f"{verb}指标“{indicator.name}”", report)
        self.put_in.emit(indicator.id)
