"""Which charts a report has, and the words at their bars."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.chart import Chart, ChartKind
from models.chart_words import change_words, share_words
from models.charts import ONLY_THIS, chart_pages
from models.indicator import Indicator, Kind, catalogue
from models.quantity import Quantity
from models.report import Figure, Report, Section
from tests.strategies import AMOUNTS, FEW
from tests.the_sample import sample_report

COUNT = Indicator("own_1", "巡回讲法", "场")
RATE = Indicator("own_2", "办结率", "%", Kind.RATE)
EMPTY = Report(
    2025, "county-regulation", sections=(Section("measures", "举措"), Section("leadership", "领导"))
)


def figure(indicator: str, this: str = "", last: str = "") -> Figure:
    value, before = (Quantity.parse(text) if text else None for text in (this, last))
    return Figure(indicator, value, before)


def charts(*figures: Figure, own: tuple[Indicator, ...] = ()) -> list[Chart]:
    pages = chart_pages(replace(EMPTY, figures=figures, own_indicators=own))
    return [chart for page in pages for chart in page.charts]


def names(chart: Chart) -> list[str]:
    return [row.indicator for row in chart.rows]


@pytest.mark.parametrize(
    ("indicator", "this", "last", "words"),
    [
        (COUNT, "164", "150", "▲ 9.33%"),
        (COUNT, "150", "164", "▼ 8.54%"),
        (COUNT, "150", "150", "持平"),
        (COUNT, "0", "0", "持平"),
        (COUNT, "3", "0", "上年为0"),
        (COUNT, "3", "-2", "上年为负数，不算同比"),
        (COUNT, "0", "4", "▼ 100.00%"),
        (COUNT, "1400余", "1280", "▲ 约9.38%"),
        (COUNT, "24", "2", "▲ 为上年的12倍"),
        (COUNT, "1000001", "1000000", "▲ 不到0.01%"),
        (COUNT, "3", "", "上年未填"),
        (COUNT, "", "3", "本年未填"),
        (RATE, "8.51%", "11.11%", "▼ 2.6个百分点"),
        (RATE, "98%以上", "97%以上", "▲ 约1个百分点"),
        (RATE, "2.5‰", "3‰", "▼ 0.5个千分点"),
        (RATE, "98%", "3‰", "两年写法不同，不比较"),
    ],
)
def test_a_change_is_said_as_a_clerk_says_it(indicator: Indicator, this: str, last: str, words: str) -> None:
    assert change_words(indicator, figure(indicator.id, this, last)) == words


def test_a_share_has_one_decimal_and_is_never_nothing_of_something() -> None:
    assert [share_words(Decimal(part), Decimal(9000)) for part in (0, 1, 3000, 9000)] == [
        "0.0%", "不到0.1%", "33.3%", "100.0%",
    ]  # fmt: skip


def test_amounts_of_other_size_or_unit_have_an_axis_of_their_own() -> None:
    found = charts(
        figure("fy_apply", "179", "150"),
        figure("fy_accept", "160", "140"),
        figure("fy_mediate", "3", "2"),
        figure("ss_count", "52", "49"),
        figure("zwfw_cases", "682万", "650万"),
        figure("cting_rate", "96.5%", "98%"),
    )

    together = [set(names(chart)) for chart in found]
    assert {"fy_apply", "fy_accept", "ss_count"} in together
    assert {"zwfw_cases"} in together
    assert {"cting_rate"} in together


def test_what_is_alone_in_its_unit_joins_others_of_its_size() -> None:
    (found,) = charts(figure("sifa_suggest", "3", "4"), figure("fuyuan_meet", "4", "3"))

    assert found.unit == ""
    assert "单位各异" in found.title
    assert [row.bars[1].label for row in found.rows] == ["3份", "4次"]


def test_no_chart_has_more_rows_than_a_page_takes() -> None:
    many = [one.id for one in catalogue().values() if one.topic == "复议与应诉" and one.unit == "件"]
    found = charts(*(figure(name, "20", "18") for name in many))

    assert len(many) > 12
    assert max(len(chart.rows) for chart in found) <= 12
    assert sorted(name for chart in found for name in names(chart)) == sorted(many)
    assert "1/2" in found[0].title


def test_a_sum_that_holds_is_shown_as_its_parts_the_largest_first() -> None:
    *_, parts = charts(
        figure("rdzx_total", "224"), figure("rd_suggest", "96"), figure("zx_proposal", "128")
    )  # fmt: skip

    assert parts.kind is ChartKind.PARTS
    assert parts.title == "2025年人大代表建议和政协提案224件的构成"
    assert [(row.name, row.words) for row in parts.rows] == [("政协提案", "57.1%"), ("人大代表建议", "42.9%")]


def test_a_difference_divides_as_a_sum_does() -> None:
    *_, parts = charts(
        figure("zwfw_total", "1986"), figure("zwfw_negative", "154"), figure("zwfw_settled", "1832")
    )

    assert parts.whole == "zwfw_total"
    assert names(parts) == ["zwfw_settled", "zwfw_negative"]


def test_parts_that_do_not_add_up_are_not_drawn_but_told() -> None:
    figures = (figure("rdzx_total", "225", "213"), figure("rd_suggest", "96"), figure("zx_proposal", "128"))
    (page,) = chart_pages(replace(EMPTY, figures=figures))

    assert ChartKind.PARTS not in {chart.kind for chart in page.charts}
    assert page.remarks == (
        "人大代表建议和政协提案是225件，各部分相加却是224件，所以没有画构成图；请核对数据。",
    )  # fmt: skip


def test_an_empty_report_has_no_charts() -> None:
    assert chart_pages(EMPTY) == ()


def test_without_last_year_this_year_is_drawn_and_the_lack_told() -> None:
    (page,) = chart_pages(replace(EMPTY, figures=(figure("fy_apply", "179"), figure("fy_mediate", "31"))))

    assert page.remarks == (ONLY_THIS,)
    assert [row.description for row in page.charts[0].rows] == [
        "行政复议申请：本年179件，上年未填", "行政复议调解和解：本年31件，上年未填",
    ]  # fmt: skip
    assert "上年比较" not in page.charts[0].title


def test_dates_stated_changes_and_plans_are_not_drawn() -> None:
    own = (
        Indicator("own_1", "来访量同比", "%", Kind.CHANGE),
        Indicator("own_2", "公布日期", "日", Kind.DATE),
        Indicator("own_3", "明年培训", "期", section="plan"),
    )
    assert charts(*(figure(one.id, "5", "4") for one in own), own=own) == []


def test_the_pages_of_the_sample_follow_its_sections() -> None:
    report = sample_report()
    pages = chart_pages(report)
    sections = [page.section for page in pages]

    order = [section.key for section in report.sections]
    assert sections == sorted(sections, key=order.index)
    assert {"政务服务", "复议与应诉", "第一责任人"} <= {page.topic for page in pages}
    assert len({(chart.title) for page in pages for chart in page.charts}) == sum(
        len(page.charts) for page in pages
    )


@FEW
@given(st.lists(st.tuples(st.sampled_from(list(catalogue())), AMOUNTS, AMOUNTS | st.none()), max_size=12))
def test_any_amounts_give_charts_in_which_every_row_can_be_seen(
    drawn: list[tuple[str, Quantity, Quantity | None]],
) -> None:
    figures = {name: Figure(name, this, last) for name, this, last in drawn}
    for page in chart_pages(replace(EMPTY, figures=tuple(figures.values()))):
        for chart in page.charts:
            least, most = chart.span
            assert least <= 0 <= most
            sizes = [row.size for row in chart.rows if row.size]
            if chart.kind is ChartKind.COUNTS and sizes:
                assert max(sizes) <= min(sizes) * 30
            assert all(row.description for row in chart.rows)
