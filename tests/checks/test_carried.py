"""What the rules about carried texts say, and where."""

import checks
from actions.rolling import roll
from models.carrying import waiting
from models.template import template
from tests.the_sample import sample_report


def test_every_waiting_text_is_named_once_and_all_figures_together() -> None:
    report = roll(sample_report(), 2026, {})
    found = checks.run(report, template(report.template))

    assert sum(one.rule == "CAR01" for one in found) == waiting(report).texts
    assert sum(one.rule == "CAR02" for one in found) == 1
    figures = next(one for one in found if one.rule == "CAR02")
    assert f"{waiting(report).figures}项" in figures.message
    assert figures.field.startswith("figure.")


def test_a_report_that_was_never_rolled_hears_nothing_of_this() -> None:
    report = sample_report()

    assert not [one for one in checks.run(report, template(report.template)) if one.rule.startswith("CAR")]
