"""What the checks say, as rows of a table."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from checks import Finding, Level
from models.report import Report
from models.template import template
from ui import look
from ui.row_model import Column, RowModel
from ui.section_names import place_name
from ui.tab_marks import WRONG

SIGNS = {Level.ERROR: WRONG, Level.WARNING: "?", Level.HINT: "·"}
"""Beside the colour, for whoever sees no difference in it."""


@dataclass(frozen=True)
class PlacedFinding:
    """A finding and the name its place has in the report."""

    finding: Finding
    place: str


class FindingsModel(RowModel[PlacedFinding]):
    """One row a finding."""

    columns = (
        Column("", lambda one: SIGNS[one.finding.level]),
        Column("位置", lambda one: one.place),
        Column("问题", lambda one: one.finding.message),
    )

    def show_findings(self, findings: tuple[Finding, ...], report: Report) -> None:
        """Replace the rows by the findings of a report."""
        kind = template(report.template)
        rows = [PlacedFinding(one, place_name(report, kind, one.section, one.item)) for one in findings]
        if tuple(rows) != self.rows:
            self.show(rows)

    def tip(self, row: PlacedFinding, column: int) -> str:
        one = row.finding
        advice = f"建议：{one.suggestion}" if one.suggestion else ""
        return "\n".join(filter(None, (one.level.label, one.message, advice, f"依据：{one.source}")))

    def look_of(self, row: PlacedFinding, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole and not column:
            return row.finding.level.label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            across = Qt.AlignmentFlag.AlignLeft if column else Qt.AlignmentFlag.AlignHCenter
            return across | Qt.AlignmentFlag.AlignTop
        if role == Qt.ItemDataRole.FontRole and not column:
            bold = QFont(QGuiApplication.font())
            bold.setBold(True)
            return bold
        if role != Qt.ItemDataRole.ForegroundRole or column > 1:
            return None
        palette = QGuiApplication.palette()
        return level_colour(row.finding.level, palette) if not column else look.quiet_colour(palette)


def level_colour(level: Level, palette: QPalette) -> QColor:
    """The colour of a level's sign."""
    if level is Level.ERROR:
        return look.wrong_colour(palette)
    return palette.windowText().color() if level is Level.WARNING else look.quiet_colour(palette)
