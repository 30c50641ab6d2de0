"""The trash as rows of a table."""

from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from actions.trash import Trashed
from ui.report_list_model import when

HEADERS = ("标题", "年度", "单位", "删除时间", "版本")

Index = QModelIndex | QPersistentModelIndex


class TrashModel(QAbstractTableModel):
    """One row a report, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Trashed, ...] = ()

    def show(self, rows: tuple[Trashed, ...]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def report(self, row: int) -> Trashed:
        """The report of a row."""
        return self._rows[row]

    @property
    def reports(self) -> tuple[Trashed, ...]:
        """All rows."""
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADERS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                one.summary.title,
                str(one.summary.year),
                one.summary.organ,
                when(one.summary.updated, datetime.now().astimezone().date()),
                f"{one.versions}个" if one.versions >= 0 else "读不出",
            )[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.summary.title
        return None
