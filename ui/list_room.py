"""The room of the list on the start page: the table of reports, what is found among them, or why there are none.

The table is a third of the page's cost and comes when it is asked for, after the first paint; its room stays empty
until then.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.report_list import ReportSummary
from ui import look

if TYPE_CHECKING:
    from ui.report_table import ReportTable

_EMPTY = "还没有报告。\n请从上面的入口中选一个开始；也可以把去年的 Word 或文本文件直接拖到这个窗口里。"
_LARGEST = 16777215
"""Qt's own, which PySide does not name."""


class ListRoom(QStackedWidget):
    """Signals: `made()` the table is there, filled."""

    made = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summaries: tuple[ReportSummary, ...] = ()
        self._empty = look.quiet_label(_EMPTY)
        self._empty.setObjectName("report_list_empty")
        self._empty.setProperty("stands", "middle")
        look.enlarge(self._empty, 1.1)
        self.addWidget(self._empty)

    @property
    def is_filled(self) -> bool:
        """Whether there are reports."""
        return bool(self._summaries)

    @property
    def is_made(self) -> bool:
        """Whether the table is there."""
        return "table" in self.__dict__

    @cached_property
    def table(self) -> "ReportTable":
        """The reports there are."""
        from ui.report_table import ReportTable

        table = ReportTable()
        table.show_reports(self._summaries)
        self.addWidget(table)
        self.__dict__["table"] = table  # whoever is told asks for it
        self._show_list()
        if self.window().focusWidget() is self:
            table.setFocus()
        self.made.emit()
        return table

    def show_reports(self, summaries: tuple[ReportSummary, ...], trouble: str = "") -> None:
        """Fill the list, keeping the rows that are selected; `trouble` is why the drafts cannot be read."""
        self._summaries = summaries
        self._empty.setText(trouble or ("" if summaries else _EMPTY))
        look.set_wrong(self._empty, bool(trouble))
        if self.is_made:
            self.table.show_reports(summaries)
        self.setMaximumHeight(_LARGEST if summaries else self._empty.sizeHint().height() + 8 * look.SPACE)
        if not summaries or self.currentWidget() is self._empty:
            self._show_list()

    def show_found(self, results: QWidget | None) -> None:
        """What is found takes the list's place; None for the list again. Nothing where there is no report."""
        if self.is_filled:
            self.setCurrentWidget(results or self.table)

    def take_keyboard(self) -> None:
        """To the table; where it is not there yet, it will have it when it is."""
        (self.table if self.is_made else self).setFocus()

    def _show_list(self) -> None:
        self.setCurrentWidget(self.table if self.is_filled and self.is_made else self._empty)
