"""The list of versions with its filter: one chosen is compared with the present state, two with each other."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.version import Version
from ui import look
from ui.tables import choose_row, choose_rows, dress_table, set_widths
from ui.versions_model import VersionsModel


class VersionsList(QWidget):
    """Signals: `chosen_changed()`."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._awaited = 0
        self._model = VersionsModel(self)
        self._table = self._make_table()
        self._group = QButtonGroup(self)
        self._all = self._chip("versions_all", "全部", is_limited=False)
        limited = self._chip("versions_asked_for", "签批与手动", is_limited=True)
        row = QHBoxLayout()
        row.setSpacing(2 * look.SPACE)
        row.addWidget(self._all)
        row.addWidget(limited)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * look.SPACE)
        layout.addLayout(row)
        layout.addWidget(self._table, 1)
        self.setFocusProxy(self._table)

    def show_versions(self, versions: tuple[Version, ...], number: int = 0) -> None:
        """Replace the rows and choose one by its number, else the one that was chosen, else the newest."""
        wanted = self._awaited or number or self._number()
        self._awaited = 0
        self._model.show(versions)
        self._choose_row(self._row_of(wanted) or 0)

    def choose(self, number: int) -> None:
        """Choose a version by its number, also one that the filter leaves out."""
        if self._row_of(number) is None:
            self._all.click()
        if (row := self._row_of(number)) is not None:
            self._choose_row(row)
            self._table.setFocus()
        else:
            self._awaited = number  # the list is still being read

    @property
    def is_empty(self) -> bool:
        """Whether there are no versions at all."""
        return self._model.count == 0

    @property
    def chosen(self) -> tuple[Version, ...]:
        """The older and the newer of the versions chosen, one alone, or none; of more than two the ends."""
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        ends = dict.fromkeys((rows[-1], rows[0])) if rows else ()
        return tuple(self._model.rows[row] for row in ends)

    def _limit(self, is_limited: bool) -> None:
        wanted = self._number()
        self._model.limit(is_limited)
        self._choose_row(self._row_of(wanted) or 0)

    def _row_of(self, number: int) -> int | None:
        return self._model.row_of(lambda one: one.number == number)

    def _number(self) -> int:
        return self.chosen[0].number if self.chosen else 0

    def _choose_row(self, row: int) -> None:
        """A new list says so even where there is nothing in it to choose."""
        if self._model.rowCount():
            choose_row(self._table, row)
        else:
            self.chosen_changed.emit()

    def _make_table(self) -> QTableView:
        table = QTableView()
        dress_table(table, "versions_table", "版本")
        choose_rows(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setModel(self._model)
        set_widths(table, (12, 0, 5, 5))
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().selectionChanged.connect(lambda _in, _out: self.chosen_changed.emit())
        return table

    def _chip(self, name: str, words: str, *, is_limited: bool) -> QPushButton:
        chip = QPushButton(words)
        look.named(chip, name, f"列出{words}的版本")
        chip.setProperty("chip", True)
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setChecked(not is_limited)
        chip.clicked.connect(partial(self._limit, is_limited))
        self._group.addButton(chip)
        return chip
