"""How right the page is, rule by rule, as it was measured on the finished PDF."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ui import look
from ui.tables import choose_rows, dress_table, set_widths

if TYPE_CHECKING:
    from exporters.measuring import LayoutReport, Verdict

_COLUMNS = ("", "要求", "实测", "页", "依据")
_WIDTHS = (1, 0, 0, 2, 13)
_SIGNS = {True: "✓", False: "✗", None: "－"}
_WORDS = {True: "合格", False: "不合格", None: "不适用"}
_ROWS = 6


class LayoutTable(QWidget):
    """A line that sums up, and a table with what is broken first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = look.quiet_label("")
        self._summary.setObjectName("layout_summary")
        self._summary.setWordWrap(True)
        self._table = QTableWidget(0, len(_COLUMNS))
        self._table.setHorizontalHeaderLabels(_COLUMNS)
        dress_table(self._table, "layout_table", "版面实测")
        choose_rows(self._table)
        set_widths(self._table, _WIDTHS)
        for column in (1, 2):
            self._table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        row = self._table.verticalHeader()
        row.setDefaultSectionSize(7 * look.SPACE)
        self._table.setMinimumHeight(_ROWS * row.defaultSectionSize())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * look.SPACE, 0, 0)
        layout.setSpacing(2 * look.SPACE)
        layout.addWidget(self._summary)
        layout.addWidget(self._table, 1)

    def show_report(self, report: "LayoutReport") -> None:
        """Show what was measured."""
        self._summary.setText(report.summary)
        look.set_wrong(self._summary, bool(report.failed))
        verdicts = sorted(report.rules, key=lambda one: (one.is_ok is not False, one.is_ok is None))
        self._table.setRowCount(len(verdicts))
        for row, one in enumerate(verdicts):
            self._fill(row, one)

    def _fill(self, row: int, one: "Verdict") -> None:
        page = "" if one.page is None else str(one.page)
        for column, text in enumerate((_SIGNS[one.is_ok], one.wanted, one.measured, page, one.clause)):
            item = QTableWidgetItem(text)
            item.setToolTip(f"{one.name}：{one.line}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _WORDS[one.is_ok] if column == 0 else text)
            if one.is_ok is False:
                item.setForeground(look.wrong_colour(self.palette()))
            elif one.is_ok is None:
                item.setForeground(look.quiet_colour(self.palette()))
            self._table.setItem(row, column, item)


def layout_words(report: "LayoutReport") -> str:
    """The tab's name: 版面 ✓, or how many rules are broken."""
    return f"版面 ✗ {len(report.failed)}" if report.failed else "版面 ✓"
