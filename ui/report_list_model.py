"""The reports there are, as rows of the start page's table."""

from collections import Counter
from datetime import date, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.report_list import ReportSummary

HEADERS = ("年度", "单位", "标题", "阶段", "最后修改")

Index = QModelIndex | QPersistentModelIndex


class ReportListModel(QAbstractTableModel):
    """One row a report, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._summaries: tuple[ReportSummary, ...] = ()
        self._twins: set[str] = set()

    def show(self, summaries: tuple[ReportSummary, ...]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._summaries = summaries
        named = Counter(map(_name, summaries))
        self._twins = {one.id for one in summaries if named[_name(one)] > 1}
        self.endResetModel()

    def summary(self, row: int) -> ReportSummary:
        """The report of a row."""
        return self._summaries[row]

    def row_of(self, report_id: str) -> int:
        """The row of a report, 0 where it has none."""
        return next((row for row, one in enumerate(self._summaries) if one.id == report_id), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._summaries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADERS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        summary = self._summaries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                str(summary.year),
                summary.organ,
                f"{summary.title}（编号{summary.id}）" if summary.id in self._twins else summary.title,
                str(summary.stage),
                when(summary.updated, datetime.now().astimezone().date()),
            )[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{summary.title}\n编号{summary.id}"
        return None


def _name(summary: ReportSummary) -> tuple[str, str, int]:
    """What a clerk tells reports apart by; copies have it in common."""
    return summary.title, summary.organ, summary.year


def when(moment: datetime, today: date) -> str:
    """A moment as people say it: 今天 14:03, 昨天 09:10, 2月24日 16:20, 2025年12月30日."""
    local = moment.astimezone()
    days = (today - local.date()).days
    if days in (0, 1):
        return f"{('今天', '昨天')[days]} {local:%H:%M}"
    if local.year == today.year:
        return f"{local.month}月{local.day}日 {local:%H:%M}"
    return f"{local.year}年{local.month}月{local.day}日"
