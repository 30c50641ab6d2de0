"""校对: what the checks say, worst first; a double click leads to the place."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from actions.unlinked import RULE
from checks import Finding, Level
from models.report import Report
from ui import look
from ui.findings_model import FindingsModel
from ui.tables import choose_rows, dress_table, set_widths


class FindingsPanel(QWidget):
    """The findings as a table; a face of the pane beside the text.

    Signals: `place_wanted(section or field key, item path, quote)`; `link_wanted(Finding)` the number it is about is
    to be linked.
    """

    place_wanted = Signal(str, tuple, str)
    link_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "findings_panel", "校对")
        self._model = FindingsModel(self)
        self._table = self._make_table()
        self._link = QPushButton("链接")
        look.named(self._link, "findings_link", "链接这个数字")
        self._link.setToolTip("把这一处数字链接到数据")
        self._link.clicked.connect(self._want_link)
        self._link.hide()
        self._note = look.quiet_label("")
        self._table.selectionModel().currentRowChanged.connect(lambda *_rows: self._fit_link())
        none = look.quiet_label("没有发现问题。")
        none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(none)
        self._pages.addWidget(self._table)
        row = QHBoxLayout()
        row.addWidget(self._note, 1)
        row.addWidget(self._link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.SPACE)
        column.addLayout(row)
        column.addWidget(self._pages, 1)

    def show_findings(self, findings: tuple[Finding, ...], report: Report) -> None:
        """Fill the table."""
        row = self._table.currentIndex().row()
        self._model.show_findings(findings, report)
        self._pages.setCurrentIndex(1 if findings else 0)
        self._note.setText(f"{summary(findings)}　双击一行，跳到那里" if findings else "")
        if findings:
            self._table.setCurrentIndex(self._model.index(max(0, min(row, len(findings) - 1)), 0))
        self._fit_link()

    def go(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) finding."""
        count = self._model.rowCount()
        if count:
            row = (self._table.currentIndex().row() + by) % count
            self._table.setCurrentIndex(self._model.index(row, 0))
            self._want(self._model.index(row, 0))

    def focus_table(self) -> None:
        """Put the keyboard into the table."""
        self._table.setFocus()

    def _fit_link(self) -> None:
        """Only what can be linked has the button."""
        finding = self._current()
        self._link.setVisible(finding is not None and finding.rule == RULE)

    def _want_link(self) -> None:
        finding = self._current()
        if finding is not None:
            self.link_wanted.emit(finding)

    def _current(self) -> Finding | None:
        placed = self._model.at(self._table.currentIndex())
        return placed.finding if placed else None

    def _make_table(self) -> QTableView:
        table = QTableView()
        dress_table(table, "findings_table", "校对结果")
        choose_rows(table)
        table.setWordWrap(True)
        table.setModel(self._model)
        set_widths(table, (4, 10, 0, 0, 14))
        header = table.horizontalHeader()
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setMinimumHeight(20 * look.SPACE)
        table.activated.connect(self._want)
        return table

    def _want(self, index: QModelIndex) -> None:
        finding = self._model.rows[index.row()].finding
        self.place_wanted.emit(finding.field or finding.section, finding.item, finding.quote)


def summary(findings: tuple[Finding, ...]) -> str:
    """How many of each level: 错误 1 · 存疑 3."""
    counts = ((level.label, sum(one.level is level for one in findings)) for level in Level)
    return " · ".join(f"{label} {count}" for label, count in counts if count) or "没有发现问题"
