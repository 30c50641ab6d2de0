"""The reports there are, as rows of the start page's table."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from models.report_list import ReportSummary
from models.stage import Stage
from ui import look
from ui.row_model import Column, Index, RowModel
from ui.spoken_time import spoken, spoken_day

if TYPE_CHECKING:
    from ui.overviews import ReportState

SHARE = Qt.ItemDataRole.UserRole
"""How much of a report is complete, 0 to 1; None where that is not known yet."""
TITLE, STAGE, DONE, CHECKED, UPDATED = 2, 3, 4, 5, 6


@dataclass(frozen=True, slots=True)
class Listed:
    """A report's line; `title` tells copies apart, `state` comes later than the rest."""

    summary: ReportSummary
    title: str
    state: "ReportState | None" = None

    @property
    def id(self) -> str:
        """The report's id."""
        return self.summary.id


def _done_words(one: Listed) -> str:
    return f"{one.state.done}/{one.state.of}" if one.state else ""


def _checked_words(one: Listed) -> str:
    """! 2 错 3 疑: with the sign for errors that tabs and findings have, for a row that is chosen shows no colour."""
    if one.state is None:
        return ""
    from ui.tab_marks import WRONG  # what it stands on is not loaded before the first paint

    counts = ((one.state.errors, "错"), (one.state.doubts, "疑"))
    words = " ".join(f"{count} {word}" for count, word in counts if count) or "—"
    return f"{WRONG} {words}" if one.state.errors else words


def _share(one: Listed) -> float:
    return one.state.done / one.state.of if one.state and one.state.of else -1.0


_ORDERS: tuple[Callable[[Listed], Any], ...] = (
    lambda one: one.summary.year,
    lambda one: one.summary.organ,
    lambda one: one.title,
    lambda one: list(Stage).index(one.summary.stage),
    _share,
    lambda one: (one.state.errors, one.state.doubts) if one.state else (-1, -1),
    lambda one: one.summary.updated,
)
"""What a click on each head sorts by."""


class ReportListModel(RowModel[Listed]):
    """One row a report; copies, which have title, organ and year in common, are told apart by their numbers."""

    columns = (
        Column("年度", lambda one: str(one.summary.year)),
        Column("单位", lambda one: one.summary.organ),
        Column("标题", lambda one: one.title),
        Column("阶段", lambda one: str(one.summary.stage)),
        Column("完成", _done_words),
        Column("校对", _checked_words),
        Column("最后修改", lambda one: spoken_day(one.summary.updated)),
    )

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show_reports(self, summaries: Sequence[ReportSummary]) -> None:
        """Fill the table; what was reckoned of a report is shown until it is reckoned anew."""
        states = {one.id: one.state for one in self.rows}
        named = Counter(map(_name, summaries))
        self.show(
            self._sorted(
                [
                    Listed(
                        one,
                        f"{one.title}（编号{one.id}）" if named[_name(one)] > 1 else one.title,
                        states.get(one.id),
                    )
                    for one in summaries
                ]
            )
        )

    def tell(self, report_id: str, state: "ReportState") -> None:
        """Say what was reckoned of a report; nothing where it is no longer there."""
        row = self.row_of(lambda one: one.id == report_id)
        if row is not None:
            self.change(row, replace(self.rows[row], state=state))
            self.dataChanged.emit(self.index(row, DONE), self.index(row, CHECKED))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 is the usual order: by year, in it by the last change, the newest first."""
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        ids = [self.rows[index.row()].id for index in kept]
        self._rows = tuple(self._sorted(self.rows))
        places = {one.id: row for row, one in enumerate(self.rows)}
        moved = [self.index(places[one], index.column()) for one, index in zip(ids, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == SHARE:
            state = self.rows[index.row()].state
            return state.done / state.of if state and state.of else None
        return super().data(index, role)

    def tip(self, row: Listed, column: int) -> str:
        state = row.state
        if column == DONE and state:
            missing = "、".join(state.unfinished)
            return f"还没有写完：{missing}" if missing else "各部分都写完了"
        if column == CHECKED and state:
            return f"错误 {state.errors}　存疑 {state.doubts}　提示 {state.hints}"
        if column == UPDATED:
            return spoken(row.summary.updated)
        return f"{row.title}\n编号{row.id}"

    def look_of(self, row: Listed, column: int, role: int) -> object:
        palette = QGuiApplication.palette()
        if column == STAGE and role == Qt.ItemDataRole.DecorationRole and row.summary.stage is Stage.FINAL:
            from ui.lock_mark import lock_icon

            return lock_icon(look.quiet_colour(palette).name())
        if column == CHECKED and role == Qt.ItemDataRole.ForegroundRole and row.state and row.state.errors:
            return look.wrong_colour(palette)
        return None

    def _sorted(self, rows: Sequence[Listed]) -> list[Listed]:
        """Rows as wanted; those that are alike by year, in it by the last change."""
        newest = sorted(rows, key=lambda one: (one.summary.year, one.summary.updated), reverse=True)
        column, order = self._order
        if column < 0:
            return newest
        return sorted(newest, key=_ORDERS[column], reverse=order is Qt.SortOrder.DescendingOrder)


def _name(summary: ReportSummary) -> tuple[str, str, int]:
    """What a clerk tells reports apart by."""
    return summary.title, summary.organ, summary.year
