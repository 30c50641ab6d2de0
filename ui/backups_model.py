"""The backups there are, as rows of a table."""

from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from actions.backup_state import Listed
from ui.backup_words import size_words
from ui.report_list_model import when

HEADERS = ("时间", "原因", "大小", "在哪里")

Index = QModelIndex | QPersistentModelIndex


class BackupsModel(QAbstractTableModel):
    """One row a backup, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Listed, ...] = ()

    def show(self, rows: tuple[Listed, ...]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def listed(self, row: int) -> Listed:
        """The backup of a row."""
        return self._rows[row]

    def row_of(self, name: str) -> int:
        """The row of the backup with this file name, the first where none has it."""
        return next((row for row, one in enumerate(self._rows) if one.backup.file.name == name), 0)

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
                when(one.backup.time, datetime.now().astimezone().date()),
                one.backup.reason,
                size_words(one.backup.size),
                one.place,
            )[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(one.backup.file)
        return None
