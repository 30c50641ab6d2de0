"""Which department is asked for which indicators of a report."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from models.exchange import Marks, Purpose
from models.indicator import Indicator, Kind, catalogue
from models.linked_text import links
from models.report import Figure, Report, texts

UNKNOWN_DEPARTMENT = "未定来源单位"
"""Who is asked for indicators that name no department: the clerk hands these out himself."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An indicator that is asked for, with what the report knows of it."""

    indicator: Indicator
    figure: Figure


@dataclass(frozen=True, slots=True)
class Request:
    """What one department is asked for, in the report's order."""

    department: str
    asked: tuple[Asked, ...]


def requests(report: Report, everything: bool = False) -> tuple[Request, ...]:
    """One request per department, in the order in which the departments come up in the report; what nobody is known
    to supply comes last.

    Asked for is what the report uses: indicators with an amount of this year or last, those that wait for one, and
    those a text links to; with `everything` also the rest of the catalogue. Dates stand in the text, and stated
    changes follow from the amounts; neither is asked for.
    """
    by_department: dict[str, list[Asked]] = {}
    for indicator_id in dict.fromkeys(_wanted(report, everything)):
        indicator = report.indicator(indicator_id)
        if indicator and indicator.kind is not Kind.DATE and not _follows(report, indicator):
            figure = report.figure(indicator_id)
            department = figure.department or indicator.department or UNKNOWN_DEPARTMENT
            by_department.setdefault(department, []).append(Asked(indicator, figure))
    ordered = sorted(by_department, key=lambda department: department == UNKNOWN_DEPARTMENT)
    return tuple(Request(department, tuple(by_department[department])) for department in ordered)


def collection_marks(report: Report, department: str) -> Marks:
    """The marks of the workbook by which a department is asked."""
    organ = "、".join(report.letterhead.organs)
    return Marks(Purpose.COLLECTION, report.template, report.template_version, organ, report.year, department)


def _wanted(report: Report, everything: bool) -> Iterator[str]:
    known = (one.indicator for one in report.figures if one.value or one.last or one.is_carried)
    quoted = (link.figure for _, text in texts(report) for link in links(text))
    yield from chain(known, quoted, catalogue() if everything else ())


def _follows(report: Report, indicator: Indicator) -> bool:
    """Whether its amount is reckoned from another's."""
    return indicator.kind is Kind.CHANGE and report.indicator(indicator.base) is not None
