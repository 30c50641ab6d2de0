"""改动的地方: the sentences, attachments and relations a changed figure reaches, before and after."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.effects import Effects, Run
from models.report import Place, Report
from ui import look
from ui.elided_label import ElidedLabel
from ui.figures_tips import where
from ui.pane import Pane
from ui.tables import choose_rows, dress_table, set_widths

_COLUMNS = ("位置", "改前", "改后")
_RICH = Qt.ItemDataRole.UserRole + 1
_MARK = "background-color: {}; font-weight: bold;"

Index = QModelIndex | QPersistentModelIndex

Row = tuple[str, Sequence[Run], Sequence[Run], Place | None, str]
"""Where, before, after; and where a way leads there, the place and the words to mark in it."""


class ChangesPane(Pane):
    """The list of what the last change reached.

    Signals: `place_wanted(section key, item path, quote)`; `figure_wanted(indicator id)`; `undo_wanted()`.
    """

    place_wanted = Signal(str, tuple, str)
    figure_wanted = Signal(str)
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("figure_changes", "改动的地方", parent)
        self._rows: list[Row] = []
        self._first = ""
        self._table = self._make_table()
        self._go = self._button("figure_changes_go", "转到", "到这一句所在的地方（回车）")
        self._go.clicked.connect(lambda _checked=False: self._want(self._table.currentIndex()))
        self._undo = self._button("figure_changes_undo", "撤销", "撤销这次改动（Ctrl+Z）")
        self._undo.clicked.connect(lambda _checked=False: self.undo_wanted.emit())
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._table, 1)
        buttons = QVBoxLayout()
        buttons.addWidget(self._go)
        buttons.addWidget(self._undo)
        buttons.addStretch(1)
        row.addLayout(buttons)
        self.put_in(content)

    def show_effects(self, report: Report, found: Effects, *, can_undo: bool) -> None:
        """Fill the list."""
        self.note.setText(found.words)
        self.note.setToolTip("\n".join(one.words for one in found.amended))
        self._first = found.amended[0].indicator if found.amended else ""
        self._rows = list(_rows(report, found))
        self._table.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            self._fill(number, row)
        self._table.setCurrentCell(0, 0)
        self._go.setEnabled(bool(self._rows))
        self.allow_undo(can_undo)

    def allow_undo(self, can_undo: bool) -> None:
        """Whether the change shown is the one undo would take back."""
        self._undo.setEnabled(can_undo)

    def focus_table(self) -> None:
        """Put the keyboard into the list."""
        self._table.setFocus()

    def _fill(self, number: int, row: Row) -> None:
        place, before, after, _, _ = row
        cells = ((place, escape(place)), *((_plain(runs), self._marked(runs)) for runs in (before, after)))
        for column, (text, rich) in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(f"<p>{rich}</p>")
            item.setData(_RICH, rich)
            self._table.setItem(number, column, item)

    def _marked(self, runs: Sequence[Run]) -> str:
        style = _MARK.format(look.wash(self.palette(), 0.2).name())
        return "".join(
            f'<span style="{style}">{escape(run.text)}</span>' if run.is_changed else escape(run.text)
            for run in runs
        )

    def _want(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self._rows):
            return
        *_, place, quote = self._rows[index.row()]
        if place is None:
            self.figure_wanted.emit(self._first)
        else:
            self.place_wanted.emit(place.section, place.item, quote)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_COLUMNS))
        table.setHorizontalHeaderLabels(_COLUMNS)
        dress_table(table, "figure_changes_table", "改动的地方")
        choose_rows(table)
        set_widths(table, (13, 0, 0))
        for column in (1, 2):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setItemDelegate(_Marked(table))
        table.setMinimumHeight(20 * look.SPACE)
        table.activated.connect(self._want)
        return table

    def _button(self, name: str, words: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        look.named(button, name, words)
        button.setToolTip(tip)
        return button


class ChangeLine(QWidget):
    """One line that stands for the list while that is away. Signals: `wanted()` the list is to be shown."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel()
        look.named(self._words, "figures_change_line", "改动")
        button = QPushButton("查看改动的地方")
        look.named(button, "figures_changes_show", "查看改动的地方")
        button.clicked.connect(lambda _checked=False: self.wanted.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(button)

    def say(self, words: str) -> None:
        """What changed last."""
        self._words.setText(words)

    def fit(self, is_needed: bool) -> None:
        """Be seen where it is needed and has something to say."""
        self.setVisible(is_needed and bool(self._words.text()))


class _Marked(QStyledItemDelegate):
    """Draws a sentence over several lines, its changed numbers marked. `option` is untyped: the stubs know none of
    its fields."""

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        wide: Any = QStyleOptionViewItem(option)
        self.initStyleOption(wide, index)
        wide.text = ""
        self._table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, wide, painter, self._table)
        painter.save()
        painter.translate(option.rect.left() + look.SPACE, option.rect.top())
        _document(option, index, option.rect.width() - 2 * look.SPACE).drawContents(painter)
        painter.restore()

    def sizeHint(self, option: Any, index: Index) -> QSize:
        width = self._table.columnWidth(index.column())
        return QSize(width, int(_document(option, index, width - 2 * look.SPACE).size().height()))

    @property
    def _table(self) -> QTableWidget:
        table = self.parent()
        assert isinstance(table, QTableWidget)
        return table


def _document(option: Any, index: Index, width: int) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(option.font)
    document.setDocumentMargin(look.SPACE)
    colour = option.palette.text().color().name()
    document.setHtml(f'<span style="color: {colour}">{index.data(_RICH) or ""}</span>')
    document.setTextWidth(width)
    return document


def _rows(report: Report, found: Effects) -> Iterator[Row]:
    for one in found.rewritten:
        name = where(report, one.place.section, one.place.item)
        yield name, one.before, one.after, one.place, one.quote.strip()
    for judgement in found.lost:
        told = judgement.working or judgement.words
        yield f"关系：{judgement.relation.name}", (), (Run(f"不再成立：{told}"),), None, ""
    for judgement in found.won:
        yield f"关系：{judgement.relation.name}", (), (Run(f"成立：{judgement.working}"),), None, ""


def _plain(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)
