"""Every occurrence as it would be replaced: chosen or not, where it is, its sentence before and after."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from models.occurrences import Occurrence
from models.report import Report
from models.words_replaced import locked
from ui import look
from ui.hit_names import HitNames
from ui.marked_words import MARKED
from ui.row_model import Column, Index, RowModel

BEFORE, AFTER = 1, 2
_AROUND = 12
"""Characters of the sentence shown on either side."""


@dataclass(frozen=True)
class Replacement:
    """An occurrence, what its place is called, and why it stays as it is, "" where it need not."""

    one: Occurrence
    place: str
    by: str
    lock: str

    @property
    def sides(self) -> tuple[str, str]:
        """What stands before and behind the words in their sentence."""
        printed, (start, stop) = self.one.text.printed, self.one.sentence
        before, behind = printed[start : self.one.start], printed[self.one.stop : stop]
        return (
            before if len(before) <= _AROUND else f"…{before[-_AROUND:]}",
            behind if len(behind) <= _AROUND else f"{behind[:_AROUND]}…",
        )

    def with_words(self, words: str) -> str:
        """The sentence with these words in the place."""
        before, behind = self.sides
        return f"{before}{words}{behind}"


class ReplaceModel(RowModel[Replacement]):
    """The box is in the first column. Signals: `chosen()` other rows are chosen now."""

    columns = (
        Column("位置", lambda row: row.place),
        Column("现在", lambda row: row.with_words(row.one.words)),
        Column("改为", lambda row: f"不替换：{row.lock}" if row.lock else row.with_words(row.by)),
    )
    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left_out: set[Occurrence] = set()

    def show_found(self, report: Report, found: Sequence[Occurrence], by: str) -> None:
        """Show a report's occurrences; those left out stay left out while they stand there."""
        names = HitNames(report)
        self.show([Replacement(one, names.name(one), by, locked(report, one, by)) for one in found])
        self._left_out &= set(found)
        self.chosen.emit()

    @property
    def free(self) -> tuple[Occurrence, ...]:
        """Those that can be replaced."""
        return tuple(row.one for row in self.rows if not row.lock)

    @property
    def chosen_ones(self) -> tuple[Occurrence, ...]:
        """Those to be replaced."""
        return tuple(one for one in self.free if one not in self._left_out)

    def choose_all(self, is_chosen: bool) -> None:
        """Choose every one, or none."""
        self._left_out = set() if is_chosen else set(self.free)
        self._tell(0, len(self.rows) - 1)

    def tip(self, row: Replacement, column: int) -> str:
        start, stop = row.one.sentence
        return row.one.text.printed[start:stop]

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_free = index.column() == 0 and not self.rows[index.row()].lock
        return super().flags(index) | (
            Qt.ItemFlag.ItemIsUserCheckable if is_free else Qt.ItemFlag.NoItemFlags
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and not row.lock:
            return Qt.CheckState.Unchecked if row.one in self._left_out else Qt.CheckState.Checked
        if role == MARKED:
            return _marks(row, index.column())
        return super().data(index, role)

    def look_of(self, row: Replacement, column: int, role: int) -> object:
        """Quiet where nothing will be done."""
        if role != Qt.ItemDataRole.ForegroundRole or not row.lock or column != AFTER:
            return None
        return look.quiet_colour(QGuiApplication.palette())

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column():
            return False
        one = self.rows[index.row()].one
        (self._left_out.discard if Qt.CheckState(value) is Qt.CheckState.Checked else self._left_out.add)(one)
        self._tell(index.row(), index.row())
        return True

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, AFTER))
        self.chosen.emit()


def _marks(row: Replacement, column: int) -> tuple[tuple[int, int], ...]:
    start = len(row.sides[0])
    if column == BEFORE:
        return ((start, start + len(row.one.words)),)
    return ((start, start + len(row.by)),) if column == AFTER and not row.lock else ()
