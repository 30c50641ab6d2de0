"""What is said of a report before it is printed."""

from dataclasses import replace

import checks
from actions.checking import check_report
from exporters.profile import profile
from models.report import Section
from models.template import template
from tests.the_sample import sample_report


def test_a_character_no_font_has_is_named_with_its_place_before_anything_is_exported() -> None:
    report = sample_report()
    report = report.with_section(
        replace(report.section("other") or Section("other", ""), paragraphs=("村民𠮷某。",))
    )

    found = [one for one in check_report(report, profile()) if one.rule == "FON01"]

    assert [(one.section, one.quote) for one in found] == [("other", "村民𠮷某。")]
    assert "“𠮷”没有字体能印" in found[0].message


def test_everything_the_rules_find_is_there_worst_first() -> None:
    report = replace(sample_report(), sections=())

    found = check_report(report, profile())

    assert set(checks.run(report, template(report.template))) <= set(found)
    levels = [list(checks.Level).index(one.level) for one in found]
    assert levels == sorted(levels)
