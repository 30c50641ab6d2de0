"""A report with its whole history, taken out of one drafts' file to be put into another."""

import json
from dataclasses import dataclass, field

from models.content import from_content
from models.report import Report
from models.version import Version


@dataclass(frozen=True, slots=True)
class Archive:
    """The name a report has on every PC (`uid`), the report as it is now, and its versions by number.

    A version's content is the text it was kept as (`models.version.written_content`): its hash is printed on papers,
    and a program that knows more fields would write another text. `updated` is when the report was saved last (UTC,
    ISO 8601; "" where nobody knows); two archives of the same are the same whenever they were saved.
    """

    uid: str
    report: Report
    versions: tuple[tuple[Version, str], ...] = ()
    updated: str = field(default="", compare=False)


def report_in(written: str) -> Report:
    """The report in a version's content."""
    return from_content(json.loads(written))
