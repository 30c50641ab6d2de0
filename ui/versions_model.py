"""A report's versions as rows of a table, the newest first."""

from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from models.version import Occasion, Version
from ui.spoken_time import spoken

HEADERS = ("时间", "版本", "字数", "改动")
_NUMBERS = (2, 3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


class VersionsModel(QAbstractTableModel):
    """One row a version; `limit` leaves those alone that somebody signed off or named."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Version, ...] = ()
        self._rows: tuple[Version, ...] = ()
        self._is_limited = False

    def show(self, versions: tuple[Version, ...]) -> None:
        """Replace the rows; `versions` by number."""
        self._all = versions
        self._fill()

    def limit(self, is_limited: bool) -> None:
        """Show all versions, or those only that are kept for ever because somebody asked for them."""
        self._is_limited = is_limited
        self._fill()

    def version(self, row: int) -> Version:
        """The version of a row."""
        return self._rows[row]

    def row_of(self, number: int) -> int | None:
        """The row of a version by its number; None where it has none."""
        return next((row for row, one in enumerate(self._rows) if one.number == number), None)

    @property
    def count(self) -> int:
        """How many versions there are, those left out included."""
        return len(self._all)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return _RIGHT
        return HEADERS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        version = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(version, datetime.now().astimezone())[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return _about(version)
        if role == Qt.ItemDataRole.FontRole and _is_asked_for(version):
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _fill(self) -> None:
        self.beginResetModel()
        self._rows = tuple(one for one in reversed(self._all) if not self._is_limited or _is_asked_for(one))
        self.endResetModel()


def _is_asked_for(version: Version) -> bool:
    return version.is_stage or version.kind == Occasion.NAMED


def _cells(version: Version, now: datetime) -> tuple[str, ...]:
    size = f"{version.characters:,}" if version.characters >= 0 else ""
    changed = f"{version.changed:,}" if version.changed > 0 else ""
    return spoken(version.time, now), version.label, size, changed


def _about(version: Version) -> str:
    kind = version.label if version.is_stage else version.kind
    named = f"：{version.name}" if version.name else ""
    return (
        f"第 {version.number} 个版本，{kind}{named}\n"
        f"{version.time:%Y-%m-%d %H:%M:%S}\n编码 {version.short_hash}"
    )
