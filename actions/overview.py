"""What the list of reports says of each: how complete it is, and what the checks find."""

from dataclasses import dataclass

from actions.checking import look_over
from checks import Level
from models.completeness import Completeness, completeness
from models.report import Report


@dataclass(frozen=True, slots=True)
class ReportOverview:
    """How far a report has come, and how many findings of each level there are."""

    completeness: Completeness
    errors: int
    doubts: int
    hints: int


def overview(report: Report) -> ReportOverview:
    """Look a report over. Takes some tenths of a second; raises UnknownKeyError for a template nobody knows here."""
    levels = [one.level for one in look_over(report)]
    return ReportOverview(completeness(report), *(levels.count(level) for level in Level))
