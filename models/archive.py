"""A report with its whole history, taken out of one drafts' file to be put into another."""

from dataclasses import dataclass

from models.report import Report
from models.version import Version


@dataclass(frozen=True, slots=True)
class Archive:
    """The name a report has on every PC (`uid`), the report as it is now, and its versions by number."""

    uid: str
    report: Report
    versions: tuple[tuple[Version, Report], ...] = ()
