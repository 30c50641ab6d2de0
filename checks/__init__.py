"""Proof-reading: rules look at a report and say what is wrong, where, and by which source."""

from checks import completeness
from checks.rule import Finding, Level, Rule
from models.report import Report
from models.template import Template

__all__ = ["RULES", "Finding", "Level", "Rule", "run"]

_SUBJECTS = (completeness,)

RULES = tuple(rule for subject in _SUBJECTS for rule in vars(subject).values() if isinstance(rule, Rule))
"""Every rule, subject by subject, in the order they are written down."""


def run(report: Report, template: Template) -> tuple[Finding, ...]:
    """Every finding of every rule, worst first, otherwise in the order of the rules."""
    found = [finding for rule in RULES for finding in rule.findings(report, template)]
    return tuple(sorted(found, key=lambda finding: list(Level).index(finding.level)))
