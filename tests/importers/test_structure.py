"""How the text of a report comes apart into letterhead, sections, items and paragraphs."""

import re

import pytest

from importers.structure import parse
from models.errors import UnknownKeyError, UserError
from models.normalise import normalise
from models.report import Stage

REPORT = """云岭县人民政府关于2025年法治政府建设情况的报告
云政〔2026〕5号
中共澜州市委、澜州市人民政府:
2025年,我县稳步推进法治政府建设。现将有关情况报告如下:
一、主要举措和成效
(一)依法全面履行政府职能。办理事项88个。
另起一段。
(二)规范执法
1.健全机制。定期会商。
2.落实责任。层层压实。
（1）明确分工。逐项分解。
(三)强化监督
3.复议应诉。依法办理。
二、存在的不足和原因
存在不足，主要原因是力量不足。
三、主要负责人履行第一责任人职责情况
无标题的段落，一句很长的话，没有句号也没有编号
四、下一年度主要安排
(一)加强培训。
五、其他需要报告的情况
无。
附件：1.统计表
2.文件目录
云岭县人民政府
2026年2月9日
（此件公开发布）
附件1
统计表
表格说明。
抄送：县委依法治县办，县人大常委会办公室。
云岭县人民政府办公室　　2026年2月10日印发
"""


def test_the_letterhead_is_read_from_head_and_end() -> None:
    letterhead = parse(REPORT).report.letterhead

    assert letterhead.title == "云岭县人民政府关于2025年法治政府建设情况的报告"
    assert letterhead.doc_number == "云政〔2026〕5号"
    assert letterhead.addressees == ("中共澜州市委", "澜州市人民政府")
    assert (letterhead.organs, letterhead.date) == (("云岭县人民政府",), "2026年2月9日")
    assert letterhead.notes == "此件公开发布"
    assert letterhead.copies == ("县委依法治县办", "县人大常委会办公室")
    assert (letterhead.printed_by, letterhead.printed_on) == ("云岭县人民政府办公室", "2026年2月10日")


def test_sections_get_their_keys_from_their_headings_and_keep_their_order() -> None:
    report = parse(REPORT).report

    assert [section.key for section in report.sections] == [
        "measures",
        "shortcomings",
        "leadership",
        "plan",
        "other",
    ]
    assert report.template == "county-regulation"
    assert report.preamble == ("2025年,我县稳步推进法治政府建设。现将有关情况报告如下:",)


def test_a_run_in_heading_ends_with_its_first_sentence() -> None:
    first = parse(REPORT).report.sections[0].items[0]

    assert (first.title, first.mark, first.run_in) == ("依法全面履行政府职能", "。", True)
    assert first.paragraphs == ("办理事项88个。", "另起一段。")


def test_a_heading_on_its_own_line_has_items_of_lower_levels_below_it() -> None:
    measures = parse(REPORT).report.sections[0]
    second = measures.items[1]

    assert (second.title, second.mark, second.run_in) == ("规范执法", "", False)
    assert [item.title for item in second.items] == ["健全机制", "落实责任"]
    assert second.items[1].items[0].title == "明确分工"
    assert measures.continuous


def test_listed_attachments_get_the_texts_that_stand_behind_the_date() -> None:
    first, second = parse(REPORT).report.attachments

    assert (first.title, first.paragraphs) == ("统计表", ("表格说明。",))
    assert (second.title, second.paragraphs) == ("文件目录", ())


def test_a_text_that_begins_with_the_addressees_still_becomes_a_report() -> None:
    parsed = parse("中共澜州市委、澜州市人民政府:\n2024年,情况如下:\n一、主要举措和成效\n无。")

    assert parsed.report.letterhead.addressees == ("中共澜州市委", "澜州市人民政府")
    assert parsed.report.letterhead.title == ""
    assert parsed.report.year == 2024
    assert any("没有标题" in note for note in parsed.notes)


def test_a_thematic_heading_becomes_a_section_of_the_reports_own() -> None:
    parsed = parse("关于2024年法治政府建设情况的报告\n一、优化营商环境\n甲。\n二、存在的不足和原因\n乙。")

    assert [section.key for section in parsed.report.sections] == ["own_1", "shortcomings"]
    assert any("优化营商环境" in note for note in parsed.notes)


def test_items_without_a_section_are_kept() -> None:
    report = parse("关于2024年法治政府建设情况的报告\n（一）加强学习。全年学法。\n（二）加强培训。").report

    assert [item.title for item in report.sections[0].items] == ["加强学习", "加强培训"]
    assert report.sections[0].title == ""


def test_wrong_numbers_are_counted_anew_and_named() -> None:
    parsed = parse("一、主要举措和成效\n（一）甲。\n（三）乙。\n")

    assert any("“乙”原文序号是“三”" in note for note in parsed.notes)


def test_a_title_on_two_lines_is_one_title() -> None:
    report = parse("云岭县人民政府\n关于2025年法治政府建设情况的报告\n一、主要举措和成效\n无。").report

    assert report.letterhead.title == "云岭县人民政府关于2025年法治政府建设情况的报告"
    assert report.letterhead.organs == ("云岭县人民政府",)


def test_the_stage_is_read_from_the_title_or_from_the_line_below() -> None:
    for head in ("云岭县2025年法治政府建设情况报告（送审稿）", "云岭县2025年法治政府建设情况报告\n(送审稿)"):
        assert parse(f"{head}\n一、主要举措和成效\n无。").report.stage is Stage.REVIEW


def test_what_a_web_page_puts_around_a_report_is_left_out_and_named() -> None:
    parsed = parse(
        "首页 > 政务公开 > 通知公告\n云岭县2025年法治政府建设情况报告\n来源：县司法局\n"
        "云岭县2025年法治政府建设情况报告\n\n一、主要举措和成效\n无。"
    )

    assert parsed.report.preamble == ()
    assert any("首页 > 政务公开" in note and "来源：县司法局" in note for note in parsed.notes)


def test_a_covering_letter_with_its_own_signature_is_not_the_end() -> None:
    report = parse(
        "关于报送年度报告的函\n省政府：\n请审阅。\n某某局\n2026年3月8日\n一、主要举措和成效\n甲。\n二、工作打算\n乙。"
    ).report

    assert [section.key for section in report.sections] == ["measures", "plan"]


@pytest.mark.parametrize(
    ("title", "template"),
    [
        ("云岭县司法局关于2025年法治政府建设情况的报告", "department"),
        ("青石镇2025年法治政府建设年度报告", "township"),
        ("中共云岭县委 云岭县人民政府关于2025年法治政府建设情况的报告", "county-joint"),
    ],
)
def test_the_template_is_guessed_from_the_issuing_organ(title: str, template: str) -> None:
    assert parse(f"{title}\n一、主要举措和成效\n无。").report.template == template


def test_the_order_of_sections_decides_between_county_templates() -> None:
    headings = ("一、第一责任人履职情况", "二、主要举措和成效", "三、存在的不足")
    text = "\n无。\n".join(("关于2025年法治政府建设情况的报告", *headings))

    assert parse(text).report.template == "county-responsibility-first"


def test_template_and_year_can_be_given() -> None:
    report = parse(REPORT, "township", 2019).report

    assert (report.template, report.year) == ("township", 2019)
    with pytest.raises(UnknownKeyError, match="没有名为“village”的模板"):
        parse(REPORT, "village")


def test_a_text_of_blanks_is_refused() -> None:
    with pytest.raises(UserError, match="没有文字"):
        parse(" \n\u3000\n\ufeff\n")


def test_braces_in_a_text_do_not_become_links() -> None:
    report = parse("一、主要举措和成效\n字样{{fy_apply}}照印。").report

    assert report.printed(report.sections[0].paragraphs[0]) == "字样{{fy_apply}}照印。"


def squeezed(text: str) -> str:
    """Without blanks, marks as printed."""
    return re.sub(r"\s", "", normalise(text))


def test_text_to_report_to_text_loses_no_character() -> None:
    from exporters.text import as_text
    from models.compose import compose
    from models.template import template

    report = parse(REPORT).report

    back = as_text(compose(report, template(report.template)))

    title, number, *rest = REPORT.split("\n")
    moved = [number, title, *rest[: rest.index("附件1")], *rest[-3:], *rest[rest.index("附件1") : -3]]
    assert sorted(squeezed(back)) == sorted(squeezed("".join(moved)))


@pytest.mark.parametrize(
    "ending",
    [
        "云岭县人民政府\n2026年2月9日",
        "云岭县人民政府　　2026年2月9日",
        "云岭县人民政府\n二〇二六年二月九日",
        "2026年2月9日",
        "云岭县人民政府",
    ],
    ids=["two lines", "one line", "chinese date", "date only", "organ only"],
)
def test_a_signature_is_taken_from_the_body_in_all_its_forms(ending: str) -> None:
    title = "云岭县人民政府关于2025年法治政府建设情况的报告"

    report = parse(f"{title}\n一、主要举措和成效\n甲。\n二、其他需要报告的情况\n无。\n{ending}").report

    assert report.sections[-1].paragraphs == ("无。",)
    assert report.letterhead.organs == ("云岭县人民政府",)
    assert report.letterhead.date == ("" if ending == "云岭县人民政府" else "2026年2月9日")


def test_a_second_report_in_the_same_file_is_pointed_out() -> None:
    parsed = parse("一、主要举措和成效\n甲。\n二、存在的不足\n乙。\n三、主要举措和成效\n丙。")

    assert [section.key for section in parsed.report.sections] == ["measures", "shortcomings", "own_1"]
    assert any("与前面的部分重复" in note for note in parsed.notes)


def test_hundreds_of_items_are_counted() -> None:
    lines = "\n".join(f"（一）第{number}项任务。全部完成。" for number in range(120))

    parsed = parse(f"一、主要举措和成效\n{lines}")

    assert len(parsed.report.sections[0].items) == 120


def test_a_web_page_without_a_report_is_refused() -> None:
    with pytest.raises(UserError, match="没有认出报告的正文"):
        parse("首页 > 通知公告\n云岭县2025年法治政府建设情况报告\n来源：县司法局")


@pytest.mark.parametrize("year", [0, -5, 99999])
def test_a_year_that_is_none_is_refused(year: int) -> None:
    with pytest.raises(UserError, match="年度"):
        parse("一、主要举措和成效\n甲。", None, year)


def test_a_letter_to_an_office_is_addressed_to_it() -> None:
    line = "中共澜州市委、澜州市人民政府，市委全面依法治市委员会办公室："

    report = parse(f"关于2025年法治政府建设情况的报告\n{line}\n一、主要举措和成效\n甲。").report

    assert report.letterhead.addressees[-1] == "市委全面依法治市委员会办公室"
