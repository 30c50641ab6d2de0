"""Relations that a report's own words state."""

import pytest

from importers.statistics import link_figures
from models.indicator import Indicator, Kind
from models.judging import Verdict, judgements
from models.linked_text import escape
from models.report import Item, Report, Section
from models.stated_relations import stated_relations
from tests.models.relation_reports import report_with


def read(*paragraphs: str) -> Report:
    item = Item("畅通渠道", tuple(map(escape, paragraphs)))
    return link_figures(
        Report(2024, "county-regulation", sections=(Section("measures", "主要举措", items=(item,)),))
    )


@pytest.mark.parametrize(
    ("base", "unit", "formula"),
    [
        ("fy_apply", "%", "yoy(fy_apply) == own_1"),
        ("fy_apply", "倍", "yoy(fy_apply) / 100 == own_1"),
        ("ss_lose_rate", "百分点", "ss_lose_rate - ss_lose_rate.last == own_1"),
    ],
)
def test_a_stated_change_is_a_relation_by_its_unit(base, unit, formula):
    own = Indicator("own_1", "同比", unit, Kind.CHANGE, base=base)

    found = stated_relations(report_with({base: "12", "own_1": "3"}, own=(own,)))
    assert [one.formula for one in found] == [formula]


@pytest.mark.parametrize(
    ("base", "unit"), [("fy_apply", "百分点"), ("ss_lose_rate", "%"), ("fy_apply", "件")]
)
def test_a_change_that_can_be_read_in_two_ways_is_none(base, unit):
    own = Indicator("own_1", "同比", unit, Kind.CHANGE, base=base)

    assert stated_relations(report_with({base: "12", "own_1": "3"}, own=(own,))) == ()


def test_a_change_a_file_declares_is_not_stated_again():
    assert stated_relations(report_with({"rx12345": "18617", "rx12345_yoy": "26.44%"})) == ()


def test_a_fact_told_twice_alike_is_one_figure_and_told_differently_two_that_disagree():
    alike = read("受理群众来信140件，已办理140件，办结率100%。", "受理群众来信140件，办理140件，办结率100%。")
    differing = read("受理群众来信140件。", "全年受理群众来信90件。")

    assert len(alike.figures) == 3
    assert stated_relations(alike) == ()
    found = next(one for one in judgements(differing) if one.relation.id.startswith("V8"))
    assert (found.verdict, found.working) == (Verdict.FAILS, "90≠140 ✗")


def test_a_part_of_a_fact_is_not_the_fact():
    assert stated_relations(read("收到行政复议申请179件，其中行政处罚类行政复议申请30件。")) == ()


def test_a_total_in_the_same_paragraph_is_no_second_telling():
    assert stated_relations(read("办理人大代表建议88件、政协提案140件，共228件。")) == ()
