"""校对: what the checks say, worst first; below it what can be done about the one that is chosen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from checks import Finding, Level
from models.report import Report
from ui import look
from ui.finding_details import FindingDetails
from ui.findings_chips import FindingsChips
from ui.findings_model import FindingsModel
from ui.tables import choose_rows, dress_table, set_widths

_CHECKING, _NOTHING, _FILTERED, _NONE_IGNORED = (
    "正在校对……",
    "没有发现问题。\n查了：{asked}。\n没有查错别字，请再通读一遍。",
    "这里没有要看的；上面可以换一类来看。",
    "没有忽略任何问题。",
)

_ASKED = "规定的内容全不全，数字前后、勾稽、增减对不对得上，上年的字句改了没有，有没有不宜公开的内容"
"""What the checks look at, in words; `checks.RULES` have the whole list, which 设置 shows."""

_SIDE, _EDGE = 10, 5
"""Pixels around the text of a cell, the view's own and those of the style sheet."""
_HIGHEST = 10_000
_MOST_MEASURED = 2_000


class FindingsPanel(QWidget):
    """The findings as a table; a face of the pane beside the text.

    Signals: `place_wanted(section or field key, item path, quote)`; those of `details` are about the chosen finding.
    """

    place_wanted = Signal(str, tuple, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "findings_panel", "校对")
        self._report: Report | None = None
        self._found: tuple[Finding, ...] = ()
        self._ignored: tuple[Finding, ...] = ()
        self._key = ""
        self._model = FindingsModel(self)
        self._chips = FindingsChips()
        self._chips.changed.connect(self._show)
        self._table = self._make_table()
        self.note = look.quiet_label("")
        self.details = FindingDetails()
        self.details.place_wanted.connect(self._want_chosen)
        self._table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_details())
        self._model.modelReset.connect(self._show_details)
        self._none = look.quiet_label(_CHECKING)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setMargin(4 * look.SPACE)
        self._none.setObjectName("findings_none")
        self._none.setWordWrap(True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._none)
        self._pages.addWidget(self._make_room())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * look.SPACE)
        column.addWidget(self._chips)
        column.addWidget(self.note)
        column.addWidget(self._pages, 1)

    def show_findings(
        self,
        findings: tuple[Finding, ...],
        report: Report,
        ignored: tuple[Finding, ...] = (),
        off: int = 0,
    ) -> None:
        """Show these; what is ignored has a list of its own; `off` rules were not asked."""
        self.note.setText(f"有 {off} 条规则已在“设置”中停用" if off else "")
        self.note.setVisible(bool(off))
        self._report, self._found, self._ignored = report, findings, ignored
        self._show()

    def follow(self, key: str) -> None:
        """The clerk is in another part of the report."""
        self._key = key
        if self._chips.only_here:
            self._show()

    def go(self, by: int) -> Finding | None:
        """Go to the next (1) or the previous (-1) finding; returns it, None where there is none."""
        count = self._model.rowCount()
        if count:
            row = (self._table.currentIndex().row() + by) % count
            self._table.setCurrentIndex(self._model.index(row, 0))
            self._want(self._model.index(row, 0))
        return self._current()

    def focus_table(self) -> None:
        """Put the keyboard into the table."""
        self._table.setFocus()

    def _show(self) -> None:
        report = self._report
        if report is None:
            return
        chosen = self._current()
        row = max(self._table.currentIndex().row(), 0)
        self._chips.say(self._found, self._ignored)
        listed = self._ignored if self._chips.shows_ignored else self._found
        shown = tuple(one for one in listed if self._chips.lets_through(one, self._key))
        self._model.show_findings(shown, report)
        self._pages.setCurrentIndex(1 if shown else 0)
        nothing = _NONE_IGNORED if self._chips.shows_ignored else _NOTHING
        self._none.setText(_FILTERED if listed else nothing.format(asked=_ASKED))
        if shown:
            at = shown.index(chosen) if chosen in shown else min(row, len(shown) - 1)
            self._table.setCurrentIndex(self._model.index(at, 0))
        self._show_details()

    def _show_details(self) -> None:
        finding = self._current()
        self.details.setVisible(finding is not None)
        if finding is not None and self._report is not None:
            self.details.show_finding(finding, self._report, self._chips.shows_ignored)

    def _current(self) -> Finding | None:
        placed = self._model.at(self._table.currentIndex())
        return placed.finding if placed else None

    def _make_room(self) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * look.SPACE)
        column.addWidget(self._table, 1)
        column.addWidget(self.details)
        return room

    def _make_table(self) -> QTableView:
        table = QTableView()
        dress_table(table, "findings_table", "校对结果")
        choose_rows(table)
        table.setWordWrap(True)
        table.setModel(self._model)
        table.setItemDelegate(_WholeTexts(table))
        set_widths(table, (1, 7, 0))
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setMinimumSectionSize(6 * look.SPACE)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().sectionResized.connect(lambda *_: table.resizeRowsToContents())
        table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setMinimumHeight(20 * look.SPACE)
        table.activated.connect(self._want)
        return table

    def _want_chosen(self) -> None:
        self._want(self._table.currentIndex())

    def _want(self, index: QModelIndex) -> None:
        placed = self._model.at(index)
        if placed is not None:
            finding = placed.finding
            self.place_wanted.emit(finding.field or finding.section, finding.item, finding.quote)


class _WholeTexts(QStyledItemDelegate):
    """Rows as high as their texts: Qt reckons with the whole width of a cell, not with what its margins leave.

    Qt asks for each cell ten times where a list is shown anew; each text is measured once in a font and a width.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._measured: dict[tuple[str, int], QSize] = {}
        self._font = table.font()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        table = self.parent()
        assert isinstance(table, QTableView)
        if self._font != table.font() or len(self._measured) > _MOST_MEASURED:
            self._measured, self._font = {}, table.font()
        asked = str(index.data() or ""), table.columnWidth(index.column())
        if asked not in self._measured:
            self._measured[asked] = _size(table, *asked)
        return self._measured[asked]


def _size(table: QTableView, words: str, width: int) -> QSize:
    """What a cell of this width needs."""
    room = QRect(0, 0, width - 2 * _SIDE, _HIGHEST)
    text = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words)
    return QSize(text.width() + 2 * _SIDE, text.height() + 2 * _EDGE)


def summary(findings: tuple[Finding, ...]) -> str:
    """How many of each level: 错误 1 · 存疑 3."""
    counts = ((level.label, sum(one.level is level for one in findings)) for level in Level)
    return " · ".join(f"{label} {count}" for label, count in counts if count) or "没有发现问题"
