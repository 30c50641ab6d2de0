"""Proof-reading: rules look at a report and say what is wrong, where, and by which source."""

from types import ModuleType

from checks import carried, completeness, disclosure, phrases, relations
from checks.rule import Finding, Level, Rule
from models.report import Report
from models.template import Template

__all__ = ["DISCLOSURE", "RULES", "Finding", "Level", "Rule", "run"]


def _rules(subject: ModuleType) -> tuple[Rule, ...]:
    return tuple(rule for rule in vars(subject).values() if isinstance(rule, Rule))


_SUBJECTS = (completeness, disclosure, relations, phrases, carried)

DISCLOSURE = _rules(disclosure)
"""The rules that a public version is held to."""

RULES = (*(rule for subject in _SUBJECTS for rule in _rules(subject)), *relations.DECLARED)
"""Every rule, subject by subject, in the order they are written down."""


def run(report: Report, template: Template, off: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """Every finding of every rule that is not `off`, worst first, otherwise in the order of the rules."""
    found = [finding for rule in RULES if rule.id not in off for finding in rule.findings(report, template)]
    return tuple(sorted(found, key=lambda finding: list(Level).index(finding.level)))
