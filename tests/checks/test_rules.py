"""Every rule speaks on its bad examples and is silent on its good ones; together they make sense."""

from dataclasses import replace

import pytest

import checks
from models.report import Item, Report, Section
from models.template import template, templates


@pytest.mark.parametrize("rule", checks.RULES, ids=lambda rule: rule.id)
def test_a_rule_finds_its_bad_examples_and_leaves_its_good_ones_in_peace(rule: checks.Rule) -> None:
    assert rule.bad
    assert rule.good
    for report in rule.bad:
        assert list(rule.findings(report, template(report.template)))
    for report in rule.good:
        assert not list(rule.findings(report, template(report.template)))


def test_ids_are_unique_and_sources_named() -> None:
    assert len({rule.id for rule in checks.RULES}) == len(checks.RULES)
    assert all(rule.source and rule.name for rule in checks.RULES)


@pytest.mark.parametrize("template_id", list(templates()))
def test_an_empty_report_lacks_five_contents_and_its_addressees(template_id: str) -> None:
    found = checks.run(Report(2025, template_id), template(template_id))

    assert sorted(one.rule for one in found) == ["COM01"] * 5 + ["COM03"]
    assert {one.level for one in found} == {checks.Level.ERROR}


def test_suggested_headings_without_a_text_are_no_content_but_sentences_of_ones_own_are() -> None:
    rule = next(rule for rule in checks.RULES if rule.id == "COM01")
    full, chosen = rule.good[0], template(rule.good[0].template)
    declared = chosen.section("plan")
    assert declared is not None
    assert declared.suggested
    suggested = tuple(Item(title) for title in declared.suggested)

    skeleton = full.with_section(Section("plan", "安排", items=suggested))
    written = full.with_section(Section("plan", "安排", items=(*suggested, Item("建一个复议中心"))))

    assert [one.section for one in rule.findings(skeleton, chosen)] == ["plan"]
    assert list(rule.findings(written, chosen)) == []


def test_a_suggested_heading_alone_is_in_doubt_and_a_sentence_of_ones_own_a_hint() -> None:
    rule = next(rule for rule in checks.RULES if rule.id == "COM06")
    full, chosen = rule.good[0], template(rule.good[0].template)
    declared = chosen.section("plan")
    assert declared is not None
    items = (
        Item(declared.suggested[0]),
        Item("建一个复议中心"),
        Item("写过的", ("字。",)),
        Item("上年的", is_carried=True),
    )

    found = list(rule.findings(full.with_section(Section("plan", "安排", ("写。",), items)), chosen))

    assert [(one.item, one.level) for one in found] == [
        ((1,), checks.Level.WARNING),
        ((2,), checks.Level.HINT),
    ]


def test_a_cause_in_the_heading_alone_is_not_enough() -> None:
    rule = next(rule for rule in checks.RULES if rule.id == "COM02")
    bad = rule.bad[0].section("shortcomings")
    assert bad is not None
    report = rule.bad[0].with_section(replace(bad, title="存在的不足和原因"))

    assert list(rule.findings(report, template(report.template)))
