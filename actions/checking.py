"""Everything there is to say of a report before it is printed.

The rules' findings, numbers that are not linked, and characters no font has."""

from collections.abc import Iterator

import checks
from actions.ignoring import sorted_out
from actions.page_rules import missing_characters
from actions.unlinked import unlinked_findings
from checks import Finding, Level
from exporters.profile import Profile
from models.report import Report
from models.template import template

_NO_FONT = "FON01"
_SOURCE = "字体"


def check_report(report: Report, rules: Profile) -> tuple[Finding, ...]:
    """Findings, worst first, without those ignored; `rules` carry the fonts the report will be drawn in."""
    return sorted_report(report, rules, frozenset())[0]


def sorted_report(
    report: Report, rules: Profile, off: frozenset[str]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The same of the rules that are not `off`, and besides the findings that are ignored."""
    return sorted_out(report, _worst_first((*everything(report, off), *_undrawable(report, rules))))


def look_over(report: Report, off: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """The findings that can be had at any moment, whatever fonts there are, worst first; none of the rules `off`, none
    of those ignored."""
    return sorted_out(report, everything(report, off))[0]


def everything(report: Report, off: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """The same with those that are ignored."""
    return _worst_first((*checks.run(report, template(report.template), off), *unlinked_findings(report)))


def _worst_first(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: list(Level).index(finding.level)))


def _undrawable(report: Report, rules: Profile) -> Iterator[Finding]:
    """A character that would be printed as 〓, at each place where it stands."""
    for one in missing_characters(report, rules):
        yield Finding(
            rule=_NO_FONT,
            level=Level.WARNING,
            section=one.section,
            item=(one.item,) if one.item else (),
            quote=one.quote,
            message=f"{one.where}的“{one.character}”没有字体能印，PDF 中会印成“〓”；请装上有这个字的字体，或换个写法。",
            suggestion=None,
            source=_SOURCE,
        )
