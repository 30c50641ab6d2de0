"""What the checks say, as rows of a table."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from checks import Finding, Level
from models.report import Report
from models.template import template
from ui import look
from ui.row_model import Column, RowModel
from ui.section_names import place_name


@dataclass(frozen=True)
class PlacedFinding:
    """A finding and the name its place has in the report."""

    finding: Finding
    place: str


class FindingsModel(RowModel[PlacedFinding]):
    """One row a finding."""

    columns = (
        Column("级别", lambda one: one.finding.level.label),
        Column("位置", lambda one: one.place),
        Column("问题", lambda one: one.finding.message),
        Column("建议", lambda one: one.finding.suggestion or ""),
        Column("依据", lambda one: one.finding.source),
    )

    def show_findings(self, findings: tuple[Finding, ...], report: Report) -> None:
        """Replace the rows by the findings of a report."""
        kind = template(report.template)
        self.show([PlacedFinding(one, place_name(report, kind, one.section, one.item)) for one in findings])

    def tip(self, row: PlacedFinding, column: int) -> str:
        return "\n".join(text for one in self.columns[2:] if (text := one.words(row)))

    def look_of(self, row: PlacedFinding, column: int, role: int) -> object:
        if role != Qt.ItemDataRole.ForegroundRole or column:
            return None
        palette = QGuiApplication.palette()
        is_error = row.finding.level is Level.ERROR
        return look.wrong_colour(palette) if is_error else look.quiet_colour(palette)
