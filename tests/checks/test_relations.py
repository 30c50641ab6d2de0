"""What the check of relations says, where, and how sure it is."""

from dataclasses import replace

import checks
from checks import Level
from importers.statistics import link_figures
from importers.structure import parse
from models.quantity import Quantity
from models.relation import relations
from models.report import Report
from models.template import template

SEED = """一、主要举措和成效
（一）强化监督。行政复议申请179件，不予受理20件，撤销11件，驳回20件，维持43件，终止39件，责令履行18件，未结案28件。行政诉讼22件，在行政复议法定期间结案率100%。
（二）热线。受理网民留言226件，同比减少38.41%。
"""


def read(text: str) -> Report:
    return link_figures(parse(text).report)


def found(report: Report, rule: str) -> list[checks.Finding]:
    return [one for one in checks.run(report, template(report.template)) if one.rule == rule]


def test_every_declared_relation_has_a_rule_of_its_own():
    assert set(relations()) <= {rule.id for rule in checks.RULES}


def test_a_sum_that_fails_is_an_error_where_its_first_figure_stands_with_the_working():
    report = read(SEED)
    assert found(report, "V5") == []

    changed = report.with_figure(replace(report.figure("fy_apply"), value=Quantity.parse("180")))
    (finding,) = found(changed, "V5")
    assert finding.level is Level.ERROR
    assert "20+11+20+43+39+18+28=179，行政复议申请却是180 ✗" in finding.message
    assert (finding.section, finding.item) == ("measures", (1,))
    assert finding.quote.startswith("行政复议申请180件")
    assert finding.quote.endswith("未结案28件。")


def test_a_likely_relation_that_fails_is_in_doubt_and_silent_once_explained():
    report = read(SEED)
    (finding,) = found(report, "V15")
    assert finding.level is Level.WARNING

    noted = report.with_figure(replace(report.figure("fy_pending"), note="都在法定审理期限内"))
    assert found(noted, "V15") == []


def test_a_percentage_no_whole_number_rounds_to_is_in_doubt_and_one_that_was_cut_off_is_a_hint():
    report = read(SEED)
    (finding,) = found(report, "V14")
    assert finding.level is Level.WARNING
    assert "367" in finding.message

    known = report.with_figure(replace(report.figure("wm_msg"), last=Quantity.parse("367")))
    (finding,) = found(known, "V14")
    assert finding.level is Level.HINT


def test_a_figure_quoted_nowhere_is_found_in_the_table():
    report = Report(2024, "county-regulation")
    for indicator, amount in (("xf_town_b", "30"), ("xf_town_p", "20")):
        report = report.with_figure(replace(report.figure(indicator), value=Quantity.parse(amount)))

    (finding,) = found(report, "V23-2")
    assert (finding.section, finding.field) == ("figures", "figure.xf_town_b")
