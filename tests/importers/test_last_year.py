"""What a sentence says of last year: the base's figure of last year, and the change that goes with it."""

from decimal import Decimal

import pytest

from importers.recognising import recognised
from importers.statistics import link_figures
from models.change import stated_change
from models.indicator import Kind
from models.linked_text import links
from models.quantity import Quantity
from models.report import Figure, Item, Report, Section
from models.text_places import paragraphs


def linked(*sentences: str, year: int = 2025) -> Report:
    section = Section("measures", "举措", items=(Item("", sentences),))
    return link_figures(Report(year, "county-regulation", sections=(section,)))


def printed(report: Report) -> list[str]:
    return [report.printed(text) for text in report.sections[0].items[0].paragraphs]


def targets(report: Report) -> list[str]:
    return [link.target for text in report.sections[0].items[0].paragraphs for link in links(text)]


@pytest.mark.parametrize(
    "said",
    [
        "（上年160件）",
        "（去年为160件）",
        "（2024年160件）",
        "，上年160件",
        "，上一年度为160件",
        "，去年同期160件",
        "，2024年为160件",
        "，较上年的160件",
        "，比2024年的160件",
        "，在去年160件的基础上",
        "，与上年160件相比",
    ],
)
def test_an_amount_said_to_be_last_years_is_the_figures_last(said: str) -> None:
    text = f"收到行政复议申请208件{said}，增长30%。"
    report = linked(text)

    assert targets(report) == ["fy_apply", "fy_apply.last", "own_1.grow"]
    assert report.figures[0] == Figure("fy_apply", Quantity("208"), Quantity("160"))
    assert report.own_indicators[0].base == "fy_apply"
    assert printed(report) == [text]


@pytest.mark.parametrize("said", ["2023年160件", "前年160件", "上年结转160件", "上年未办结160件"])
def test_another_year_and_what_comes_from_last_year_is_not_last_years_amount(said: str) -> None:
    report = linked(f"收到行政复议申请208件，{said}。")

    assert report.figure("fy_apply").last is None
    assert targets(report) == ["fy_apply", "own_1"]


def test_a_change_on_another_year_is_not_one_on_last_year() -> None:
    report = linked("收到行政复议申请208件，较2022年的160件增长30%，上年190件。")

    assert [(one.kind, one.base) for one in report.own_indicators] == [(Kind.COUNT, ""), (Kind.CHANGE, "")]
    assert report.figure("fy_apply").last == Quantity("190")


def test_of_two_amounts_for_last_year_the_second_is_kept_as_the_reports_own() -> None:
    texts = ["收到行政复议申请208件，上年160件。", "收到行政复议申请208件，上年165件，增长26.06%。"]
    report = linked(*texts)

    assert targets(report) == ["fy_apply", "fy_apply.last", "fy_apply", "own_1", "own_2.grow"]
    assert report.figure("fy_apply").last == Quantity("160")
    assert report.own_indicators[0].name == "上年收到行政复议申请"
    assert printed(report) == texts


def test_last_years_amount_that_was_known_is_not_overwritten() -> None:
    section = Section("measures", "举措", ("收到行政复议申请208件，上年160件。",))
    before = Report(2025, "county-regulation", sections=(section,))
    known = before.with_figure(Figure("fy_apply", last=Quantity("150")))

    assert link_figures(known).figure("fy_apply").last == Quantity("150")


def test_a_percentage_the_amounts_do_not_bear_out_is_printed_as_typed_and_is_judged() -> None:
    text = "收到行政复议申请208件，同比增长31%（上年160件）。"
    report = linked(text)

    assert printed(report) == [text]
    assert targets(report) == ["fy_apply", "own_1.grow", "fy_apply.last"]
    assert report.figure("own_1").value == Quantity("31", percent="%")


def test_last_years_amount_may_stand_first() -> None:
    report = linked("行政应诉案件由上年的83件下降到71件，减少12件。")

    assert targets(report) == ["ss_count.last", "ss_count", "own_1.cut.unit"]
    assert report.own_indicators[0].base == "ss_count"


def test_several_amounts_are_compared_each_with_its_own() -> None:
    report = linked("行政复议申请208件、行政应诉案件71件，上年分别为160件、83件，同比分别增长30%和5%。")

    assert targets(report)[:4] == ["fy_apply", "ss_count", "fy_apply.last", "ss_count.last"]
    assert [one.base for one in report.own_indicators] == ["fy_apply", "ss_count"]


@pytest.mark.parametrize("sign", ["%", "％", " %", " ％", "　％"])
def test_a_percent_sign_may_be_full_width_or_set_apart(sign: str) -> None:
    text = f"受理网民留言226件，同比减少38.41{sign}。"
    report = linked(text)

    assert [figure.indicator for figure in report.figures] == ["wm_msg", "wm_msg_yoy"]
    assert stated_change(report, "wm_msg") in (Decimal("38.41"), Decimal("-38.41"))
    assert printed(report) == [text]


@pytest.mark.parametrize("unit", ["个百分点", " 个百分点", "个 百分点", " 百分点"])
def test_percentage_points_may_be_set_apart(unit: str) -> None:
    text = f"工单办结率98.2％，同比下降2.6{unit}。"
    report = linked(text)

    assert [one.unit for one in report.own_indicators] == ["百分点"]
    assert printed(report) == [text]


def test_a_pasted_sentence_on_last_year_is_recognised() -> None:
    report = linked("收到行政复议申请208件，上年160件，同比增长30%。")
    section = Section("measures", "举措", ("行政复议申请由2024年的160件增加到208件。",))
    pasted = Report(2025, "county-regulation", sections=(section,), figures=report.figures)

    [paragraph] = paragraphs(pasted)
    assert [one.link.target for one in recognised(pasted, paragraph)] == ["fy_apply.last", "fy_apply"]
