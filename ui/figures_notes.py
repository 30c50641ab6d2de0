"""What is quietly said of the row the clerk is in, where nothing is wrong with it."""

from models.change import change
from models.indicator import Indicator, Kind
from models.report import Figure, Report
from models.unit_slip import unit_slip


def note(report: Report, indicator: Indicator, figure: Figure) -> str:
    """A slip of units that is likely, or why another amount of a change is shown than was typed; mostly empty."""
    if slip := unit_slip(indicator, figure):
        return f"“{indicator.name}”{slip}"
    base = report.indicator(indicator.base) if indicator.kind is Kind.CHANGE and indicator.base else None
    if base is None or change(base, report.figure(base.id)) is None:
        return ""
    return f"“{base.name}”两年的数改了，这一行会跟着算；一般不用自己填。"
