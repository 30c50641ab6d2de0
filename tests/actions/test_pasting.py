"""A block that names its indicators: found by name or alias, then by unit; what cannot be read is named."""

from decimal import Decimal

import pytest

from actions.pasting import names_indicators, pasted
from models.indicator import Indicator
from models.quantity import Quantity
from models.report import Figure, Report

REPORT = Report(
    2025,
    "county-regulation",
    figures=(Figure("fy_apply", Quantity("170"), is_carried=True, source="旧表.xlsx"),),
    own_indicators=(
        Indicator("own_1", "法治广场", "个", aliases=("法治广场", "普法场地")),
        Indicator("own_2", "普法讲座", "场", aliases=("广场巡演",)),
        Indicator("own_3", "普法展览", "次", aliases=("广场巡演",)),
    ),
)


def amounts(*rows: str) -> list[tuple[str, str, str]]:
    found = pasted(REPORT, [row.split("|") for row in rows])
    return [(one.indicator.id, one.year, one.new) for one in found.amounts]


@pytest.mark.parametrize(
    "rows",
    [
        ("行政复议申请|179|150",),
        ("行政复议申请|件|179|150",),
        ("1|行政复议申请|件|179件|150",),
        ("序号|指标|上年|单位|本年", "1|行政复议申请|150|件|179"),
        ("某县统计表", "项目|数量|上年同期", "行政复议申请：|１７９|150"),
    ],
)
def test_both_years_are_found_wherever_their_columns_stand(rows: tuple[str, ...]) -> None:
    found = pasted(REPORT, [row.split("|") for row in rows])

    assert [(one.indicator.id, one.year) for one in found.amounts] == [
        ("fy_apply", "本年"),
        ("fy_apply", "上年"),
    ]
    figure = found.report.figure("fy_apply")
    assert figure.value is not None
    assert figure.last is not None
    assert (figure.value.value, figure.last.value) == (Decimal(179), Decimal(150))


def test_an_alias_names_an_indicator_and_the_unit_decides_between_two() -> None:
    assert amounts("普法场地|个|3", "广场巡演|场|5") == [("own_1", "本年", "3"), ("own_2", "本年", "5")]


def test_a_name_of_two_indicators_without_a_unit_is_asked_back() -> None:
    found = pasted(REPORT, [["法治广场", "3"], ["广场巡演", "5"]])

    assert [one.indicator.id for one in found.amounts] == ["own_1"]
    assert "普法讲座" in found.problems[0]
    assert "普法展览" in found.problems[0]


def test_a_row_that_cannot_be_read_is_named_and_changes_nothing() -> None:
    found = pasted(REPORT, [["法治广场", "很多"], ["没听说过", "5"], ["行政复议申请", "1,400余"]])

    assert [one.new for one in found.amounts] == ["1400余"]
    assert "“法治广场”" in found.problems[0]
    assert "“没听说过”" in found.problems[1]
    assert found.report.figure("own_1") == Figure("own_1")


def test_a_blank_cell_leaves_what_is_there() -> None:
    found = pasted(REPORT, [["行政复议申请", "", "150"]])

    assert found.report.figure("fy_apply").value == Quantity("170")


def test_an_amount_pasted_by_hand_has_no_file_and_waits_for_nothing() -> None:
    figure = pasted(REPORT, [["行政复议申请", "170"]]).report.figure("fy_apply")

    assert (figure.source, figure.is_carried) == ("", False)


@pytest.mark.parametrize("block", [[["179"], ["20"]], [["179", "150", "县司法局"]], [["行政复议申请"]]])
def test_bare_amounts_name_no_indicator(block: list[list[str]]) -> None:
    assert not names_indicators(REPORT, block)


@pytest.mark.parametrize(
    "head",
    [
        "指标|2024年|2025年",
        "指标名称|2024|2025",
        "事项|去年|今年",
        "|2024年度|2025年",
        "项目|上年同期|本期数",
        "指标|24年|25年",
    ],
)
def test_heads_that_are_years_say_which_amounts_are_whose(head: str) -> None:
    found = pasted(REPORT, [head.split("|"), ["行政复议申请", "150", "179"]])

    assert [(one.year, one.new) for one in found.amounts] == [("本年", "179"), ("上年", "150")]
    assert found.problems == ()


def test_columns_about_other_years_are_left_out_and_named() -> None:
    found = pasted(REPORT, [["指标", "2023年", "2024年", "2025年"], ["行政复议申请", "140", "150", "179"]])

    assert [(one.year, one.new) for one in found.amounts] == [("本年", "179"), ("上年", "150")]
    assert "“2023年”" in found.problems[0]


@pytest.mark.parametrize(
    "head", ["指标|甲|乙", "指标|2022年|2023年", "指标|1-6月|7-12月", "|一季度|二季度", "各项情况|年初|年末"]
)
def test_heads_that_tell_no_year_are_refused_in_words(head: str) -> None:
    block = [head.split("|"), ["行政复议申请", "150", "179"]]
    found = pasted(REPORT, block)

    assert names_indicators(REPORT, block)
    assert (found.amounts, found.report) == ((), REPORT)
    assert "2025年" in found.problems[0]
    assert head.split("|")[1] in found.problems[0]


def test_amounts_that_look_like_years_are_amounts() -> None:
    assert amounts("行政复议申请|2025|2024") == [("fy_apply", "本年", "2025"), ("fy_apply", "上年", "2024")]


def test_a_title_above_the_table_is_no_indicator() -> None:
    assert pasted(REPORT, [["某县统计表"], ["行政复议申请", "179"]]).problems == ()
