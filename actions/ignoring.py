"""忽略: findings the clerk has looked at and does not want to see again, remembered in the report with the reason."""

from dataclasses import replace

from checks import Finding
from models.editing import part
from models.report import Ignored, Report


def sorted_out(
    report: Report, findings: tuple[Finding, ...]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that are to be shown, and those that are ignored, both in the order given."""
    gone = {replace(one, reason="") for one in report.ignored}
    if not gone:
        return findings, ()
    known = [(one, _key(report, one) in gone) for one in findings]
    return tuple(one for one, is_gone in known if not is_gone), tuple(
        one for one, is_gone in known if is_gone
    )


def with_ignored(report: Report, finding: Finding, reason: str = "") -> Report:
    """The report in which a finding is ignored; said again, the reason is another."""
    rest = with_heeded(report, finding)
    return replace(rest, ignored=(*rest.ignored, replace(_key(report, finding), reason=reason)))


def with_heeded(report: Report, finding: Finding) -> Report:
    """The report in which a finding is shown as any other."""
    key = _key(report, finding)
    return replace(report, ignored=tuple(one for one in report.ignored if replace(one, reason="") != key))


def reason_of(report: Report, finding: Finding) -> str:
    """Why a finding is ignored, "" where nobody said."""
    key = _key(report, finding)
    return next((one.reason for one in report.ignored if replace(one, reason="") == key), "")


def _key(report: Report, finding: Finding) -> Ignored:
    return Ignored(
        finding.rule,
        finding.section,
        finding.field,
        _heading(report, finding),
        finding.quote,
        finding.message,
    )


def _heading(report: Report, finding: Finding) -> str:
    """What the item is called: its number may change, and a finding without a quote says nothing else of its place."""
    section = report.section(finding.section)
    if section is None or not finding.item:
        return ""
    try:
        return report.printed(part(section, finding.item).title)
    except IndexError:
        return ""
