"""Values as rows of a table; its columns are declared, each with its title and words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: what stands above it, what it says of a row; numbers stand to the right."""

    title: str
    words: Callable[[Row], str]
    is_number: bool = False


class RowModel(QAbstractTableModel, Generic[Row]):
    """One row a value, in the order given; each table declares `columns`, and may say more with `tip` and `look_of`."""

    columns: tuple[Column[Any], ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def change(self, number: int, row: Row) -> None:
        """Put another value in a row's place; whoever calls it says `dataChanged`, for it knows which columns."""
        self._rows = (*self._rows[:number], row, *self._rows[number + 1 :])

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    def at(self, index: Index) -> Row | None:
        """The value of an index' row, None where it is no place in the table."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, is_it: Callable[[Row], bool]) -> int | None:
        """The number of the first row of which this is true, from 0; None where there is none."""
        return next((number for number, row in enumerate(self._rows) if is_it(row)), None)

    def tip(self, row: Row, column: int) -> str:
        """What is said of a row while the mouse rests on it; "" for nothing."""
        return ""

    def look_of(self, row: Row, column: int, role: int) -> object:
        """The font or colour of a cell, by Qt's role; None for the usual."""
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].is_number:
            return _RIGHT
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.words(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row, index.column()) or None
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return _RIGHT
        return self.look_of(row, index.column(), role)
