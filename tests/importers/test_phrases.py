"""Year-on-year phrases of a text become links of verb and amount."""

import pytest

from importers.statistics import link_figures
from models.linked_text import links
from models.quantity import Quantity
from models.report import Figure, Item, Report, Section


def linked(text: str) -> Report:
    section = Section("measures", "举措", items=(Item("", (text,)),))
    return link_figures(Report(2025, "county-regulation", sections=(section,)))


def faces(report: Report) -> list[str]:
    return [link.face for text in report.sections[0].items[0].paragraphs for link in links(text)]


def printed(report: Report) -> str:
    return report.printed(report.sections[0].items[0].paragraphs[0])


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("收到行政复议申请179件，同比增长19.33%。", "grow"),
        ("收到行政复议申请179件，同比减少了约19.33%。", "cut.le"),
        ("收到行政复议申请179件，同比上升达19%。", "rise.da"),
        ("收到行政复议申请179件，降幅为19.33%。", "decrease.wei"),
        ("收到行政复议申请179件，比上年增加29件。", "add.unit"),
        ("收到行政复议申请179件，同比增长1.2倍。", "grow.unit"),
        ("工单办结率98.2%，同比下降2.60个百分点。", "sink.ge"),
        ("工单办结率98.2%，同比提高2.6百分点。", "lift.unit"),
    ],
)
def test_the_verb_becomes_part_of_the_link_and_prints_back(text: str, face: str) -> None:
    report = linked(text)

    assert faces(report) == ["", face]
    assert printed(report) == text


@pytest.mark.parametrize(
    "text",
    [
        "收到行政复议申请179件，同比+3.5%。",
        "收到行政复议申请179件、行政诉讼22件，同比分别增长3.5%和7%。",
        "收到行政复议申请179件，同比增长3.5%至4%。",
        "收到行政复议申请179件，增速3.5%。",
    ],
)
def test_a_verb_that_is_not_of_this_amount_alone_stays_outside(text: str) -> None:
    report = linked(text)

    assert not any(faces(report))
    assert printed(report) == text


def test_a_phrase_turns_with_the_figures() -> None:
    report = linked("收到行政复议申请164件，同比增长9.33%，比上年增加14件。")
    fallen = report.with_figure(Figure("fy_apply", Quantity("140"), Quantity("150")))
    equal = report.with_figure(Figure("fy_apply", Quantity("150"), Quantity("150")))

    assert printed(fallen) == "收到行政复议申请140件，同比下降6.67%，比上年减少10件。"
    assert printed(equal) == "收到行政复议申请150件，同比持平，比上年持平。"


def test_a_comparison_with_last_month_is_not_reckoned_from_last_year() -> None:
    report = linked("收到行政复议申请164件，环比增长9.33%。")
    fallen = report.with_figure(Figure("fy_apply", Quantity("140"), Quantity("150")))

    assert printed(fallen) == "收到行政复议申请140件，环比增长9.33%。"


def test_fewer_than_before_without_a_year_is_a_count_of_its_own() -> None:
    report = linked("梳理证明事项清单523项，减少19项。")

    assert not any(faces(report))
