"""A report's versions as rows of a table, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from models.version import Occasion, Version
from ui.row_model import Column, RowModel
from ui.spoken_time import spoken


class VersionsModel(RowModel[Version]):
    """One row a version; `limit` leaves those alone that somebody signed off or named."""

    columns = (
        Column("时间", lambda one: spoken(one.time)),
        Column("版本", lambda one: one.label),
        Column("字数", lambda one: f"{one.characters:,}" if one.characters >= 0 else "", is_number=True),
        Column("改动", lambda one: f"{one.changed:,}" if one.changed > 0 else "", is_number=True),
    )

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Version, ...] = ()
        self._is_limited = False

    def show(self, rows: Sequence[Version]) -> None:
        """Replace the rows; `rows` by number."""
        self._all = tuple(rows)
        self._fill()

    def limit(self, is_limited: bool) -> None:
        """Show all versions, or those only that are kept for ever because somebody asked for them."""
        self._is_limited = is_limited
        self._fill()

    @property
    def count(self) -> int:
        """How many versions there are, those left out included."""
        return len(self._all)

    def tip(self, row: Version, column: int) -> str:
        kind = row.label if row.is_stage else row.kind
        named = f"：{row.name}" if row.name else ""
        return f"第 {row.number} 个版本，{kind}{named}\n{row.time:%Y-%m-%d %H:%M:%S}\n编码 {row.short_hash}"

    def look_of(self, row: Version, column: int, role: int) -> object:
        if role != Qt.ItemDataRole.FontRole or not _is_asked_for(row):
            return None
        font = QFont()
        font.setBold(True)
        return font

    def _fill(self) -> None:
        super().show([one for one in reversed(self._all) if not self._is_limited or _is_asked_for(one)])


def _is_asked_for(version: Version) -> bool:
    return version.is_stage or version.kind == Occasion.NAMED
