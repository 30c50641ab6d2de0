"""Linking the statistics of a report."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from importers.statistics import link_figures
from importers.structure import parse
from models.indicator import Indicator, Kind
from models.linked_text import Link, escape, links, parts
from models.report import Figure, Item, Report, Section, texts
from models.target import LAST

HERE = Path(__file__).parent
WRITTEN = [
    case
    for name in ("statistics_cases.toml", "statistics_heldout.toml", "statistics_wordings.toml")
    for case in tomllib.loads((HERE / name).read_text(encoding="utf-8"))["case"]
]
SENTENCES = [case["text"] for case in WRITTEN]
CASES = [pytest.param(case, id=case["text"][:16]) for case in WRITTEN]


def report_of(*paragraphs: str, heading: str = "", section: str = "measures", year: int = 2024) -> Report:
    item = Item(heading, tuple(map(escape, paragraphs)))
    return Report(year, "county_regulation", sections=(Section(section, "主要举措", items=(item,)),))


def facts(report: Report) -> list[str]:
    """Indicator (`.last` for last year's), amount and unit of every link, in order."""
    shown = []
    for _, text in texts(report):
        for link in links(text):
            indicator = report.indicator(link.figure)
            assert indicator
            name = "own" if link.figure.startswith("own_") else link.figure
            figure = report.figure(link.figure)
            is_last = link.face == LAST
            amount = figure.last if is_last else figure.value
            name = f"{name}.last" if is_last else name
            shown.append(f"{name} {amount.surface if amount else ''} {indicator.unit}")
    return shown


def names(report: Report) -> list[str]:
    return [indicator.name for indicator in report.own_indicators]


@pytest.mark.parametrize("case", CASES)
def test_every_statistic_of_a_sentence_is_found_with_its_indicator(case):
    report = link_figures(
        report_of(case["text"], heading=case.get("heading", ""), year=case.get("year", 2024))
    )

    assert facts(report) == case["figures"]


@pytest.mark.parametrize("case", CASES)
def test_printing_the_links_gives_the_sentence_back(case):
    report = link_figures(report_of(case["text"], year=case.get("year", 2024)))

    assert [report.printed(text) for _, text in texts(report)] == [case["text"]]


_PHRASES = [
    "行政复议申请",
    "同比增长",
    "办结率",
    "召开",
    "会议",
    "，",
    "。",
    "、",
    "{{",
    "}}",
    "12345热线",
    "2024年",
    "约",
    "余",
    "以上",
]
_AMOUNTS = [
    "179件",
    "98%",
    "两次",
    "1,234人次",
    "180余万元",
    "１２户",
    "100人以上",
    "3、5件",
    "2%～3%",
    "24小时",
]


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(_PHRASES + _AMOUNTS), max_size=12).map("".join), max_size=4))
def test_printing_the_links_gives_any_report_back(paragraphs):
    report = link_figures(report_of(*paragraphs))

    printed = [
        "".join(report.show(part) if isinstance(part, Link) else part for part in parts(text))
        for _, text in texts(report)
    ]
    assert printed == paragraphs


def test_printing_the_links_of_the_sample_report_gives_it_back():
    plain = parse(resources.path("sample/report.txt").read_text(encoding="utf-8")).report
    linked = link_figures(plain)

    assert len(linked.figures) > 100
    assert [linked.printed(text) for _, text in texts(linked)] == [
        plain.printed(text) for _, text in texts(plain)
    ]


def test_preamble_sections_and_nested_items_are_all_linked():
    inner = Item("", ("走访3户。",))
    section = Section(
        "measures", "一", paragraphs=("检查2次。",), items=(Item("", ("培训4场。",), (inner,)),)
    )
    report = link_figures(Report(2024, "county_regulation", preamble=("审核1件。",), sections=(section,)))

    assert facts(report) == ["own 1 件", "own 2 次", "own 4 场", "own 3 户"]
    assert [indicator.id for indicator in report.own_indicators] == ["own_1", "own_2", "own_3", "own_4"]


def test_a_heading_that_is_a_sentence_links_its_statistic_and_one_that_is_a_name_does_not():
    items = (
        Item("调解纠纷120件", ("成效明显。",), mark="。"),
        Item("走访企业60家", (), mark="；", run_in=False),
        Item("打造1个平台", ("进展顺利。",), mark="", run_in=False),
    )
    report = link_figures(
        Report(2024, "county_regulation", sections=(Section("measures", "一", items=items),))
    )

    told, visited, platform = report.sections[0].items
    assert [len(links(item.title)) for item in (told, visited, platform)] == [1, 1, 0]
    assert report.printed(told.title) == "调解纠纷120件"
    assert report.printed(visited.title) == "走访企业60家"
    assert platform.title == "打造1个平台"
    assert len(report.figures) == 2


def test_a_fact_told_twice_is_one_figure_with_two_links():
    report = link_figures(report_of("受理群众来信140件，已办理140件。", "全年受理群众来信140件。"))

    assert facts(report) == ["letter_recv 140 件", "letter_done 140 件", "letter_recv 140 件"]
    assert len(report.figures) == 2
    assert report.own_indicators == ()


def test_a_second_amount_of_an_indicator_becomes_the_reports_own():
    report = link_figures(report_of("受理群众来信140件。", "受理群众来信90件。"))

    assert facts(report) == ["letter_recv 140 件", "own 90 件"]


def test_of_two_amounts_the_better_fitting_one_takes_the_indicator():
    report = link_figures(report_of("新增经营主体1万户的目标任务已经完成，合计新增经营主体11453户。"))

    assert facts(report) == ["market_target 1万 户", "market_new_total 11453 户"]


def test_a_change_names_the_indicator_it_is_of():
    report = link_figures(report_of("收到行政复议申请179件，同比增长19.33%，走访企业60家，同比下降5%。"))

    apply, visits = report.own_indicators[0], report.own_indicators[2]
    assert (apply.kind, apply.base, apply.unit) == (Kind.CHANGE, "fy_apply", "%")
    assert (visits.kind, visits.base) == (Kind.CHANGE, report.own_indicators[1].id)


def test_a_change_in_pieces_leaves_the_next_change_its_base():
    report = link_figures(report_of("行政诉讼案件42件，同比减少9件，下降17.65%。"))

    fewer, change = report.own_indicators
    assert (fewer.unit, fewer.kind) == ("件", Kind.CHANGE)
    assert (change.kind, change.base) == (Kind.CHANGE, "ss_count")


def test_another_unit_is_kept_under_the_same_id():
    report = link_figures(report_of("收到行政复议申请120起。"))

    assert facts(report) == ["fy_apply 120 起"]
    assert report.indicator("fy_apply") != report_of().indicator("fy_apply")


def test_what_the_plan_counts_is_not_this_years_figure():
    report = link_figures(report_of("受理行政复议申请200件，培育“法律明白人”300名。", section="plan"))

    assert facts(report) == ["own 200 件", "own 300 名"]
    assert {indicator.section for indicator in report.own_indicators} == {"plan"}


def test_the_plan_may_repeat_a_fact_of_the_year():
    body = report_of("行政复议申请179件。")
    plan = Section("plan", "安排", paragraphs=("针对2024年行政复议申请179件的情况，补充力量。",))

    report = link_figures(Report(2024, "county_regulation", sections=(*body.sections, plan)))

    assert facts(report) == ["fy_apply 179 件", "fy_apply 179 件"]


def test_figures_and_indicators_there_were_are_kept():
    own = Indicator("own_1", "培训", "场")
    before = replace(report_of("走访60家。"), own_indicators=(own,), figures=(Figure("own_1"),))

    report = link_figures(before)

    assert [indicator.id for indicator in report.own_indicators] == ["own_1", "own_2"]
    assert [figure.indicator for figure in report.figures] == ["own_1", "own_2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年聘用2个律师团队。", ["聘用律师团队"]),
        (
            "出动执法人员1.3万余人次，检查企业580家次，整改率100%。",
            ["出动执法人员", "检查企业", "检查企业整改率"],
        ),
        ("组建志愿者队伍26支、1860人。", ["组建志愿者队伍", "组建志愿者队伍人数"]),
        ("县司法局全年累计走访企业60家。", ["走访企业"]),
        ("办理时限由20天缩短至5天。", ["办理时限（原）", "办理时限（现）"]),
        ("考核位居全市第3名。", ["考核名次"]),
        ("距离法定时限提前10天完成。", ["距离法定时限提前"]),
        ("14个乡镇综合执法队平均每队只有5人。", ["乡镇综合执法队", "乡镇综合执法队平均每队"]),
        (
            "审批时限由法定的12个工作日压减到3个工作日，压减75%。",
            ["审批时限（原）", "审批时限（现）", "审批时限压减"],
        ),
        ("走访农户200～300户不等，群众满意度98%。", ["走访农户", "走访农户（2）", "走访农户群众满意度"]),
        ("接收来访1892人，解除12人，再犯罪率0.3‰。", ["接收来访", "接收来访解除", "接收来访再犯罪率"]),
        ("人口5.8万人的县城建成“15分钟公共法律服务圈”。", ["人口数量"]),
        ("县委全面依法治县委员会第八次会议审议通过文件6份。", ["审议通过文件"]),
        ("于“12·4”国家宪法日、“6·26”禁毒日宣传18场次。", ["禁毒日宣传"]),
        ("推行“容缺受理”，办理413件。", ["推行容缺受理办理"]),
        ("开展巡查5次。开展巡查9次。", ["开展巡查", "开展巡查（2）"]),
        ("行政复议申请208件，比上年多48件。", ["行政复议申请比上年多"]),
        ("行政检查90次，较2021年的120次下降25%。", ["行政检查（2021年）", "行政检查增减（较2021年）"]),
        ("上年走访农户96户。", ["上年走访农户"]),
        ("比去年同期下降8.5%。", ["同比变化"]),
        ("受理投诉30件、举报12件，共42件。", ["受理投诉", "受理投诉举报", "受理投诉合计"]),
        ("5个乡镇、23家单位共投入资金230万元。", ["乡镇数量", "单位数量", "投入资金"]),
    ],
)
def test_own_indicators_are_named_from_their_words(text, expected):
    assert names(link_figures(report_of(text))) == expected


def test_names_are_unique_and_short():
    report = link_figures(report_of(*SENTENCES))

    assert len(set(names(report))) == len(names(report))
    assert max(map(len, names(report))) <= 36


def test_no_name_is_torn_from_a_number_or_shorter_than_three_characters():
    for name in names(link_figures(report_of(*SENTENCES, heading="提升工作质效"))):
        plain = re.sub("^[^：]*：|（[^（）]*）(?=(?:同比|增减)?$)", "", name)
        assert re.fullmatch("[\u4e00-\u9fffA-Za-z、“”（）]+", plain) or "12345" in plain
        assert len(re.findall("[\u4e00-\u9fff]", name)) >= 3


def test_a_number_in_the_thousands_is_never_linked_in_part():
    report = link_figures(report_of("累计投入1，280万元，受理1 200件。"))

    assert facts(report) == ["own 1，280万 元", "own 1 200 件"]
