"""How a report becomes a paper."""

from dataclasses import replace
from typing import Any

import pytest

from models.compose import compose
from models.document import (
    Addressees,
    AttachmentList,
    AttachmentStart,
    Ending,
    Heading,
    Mark,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Title,
)
from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Report, Section, Stage
from models.template import template

REPORT = Report(
    year=2025,
    template="county-regulation",
    letterhead=Letterhead(
        organs=("云岭县人民政府",), addressees=("澜州市人民政府",), date="2026年2月9日", notes="此件公开发布"
    ),
    preamble=("现将情况报告如下:",),
    sections=(
        Section(
            "measures",
            "主要举措和成效",
            items=(
                Item("依法履职", ("办理{{fy_apply}}件,办结。", "第二段。")),
                Item("规范执法", ("独立成段。",), (Item("健全机制", ("会商。",)),), mark="", run_in=False),
            ),
        ),
        Section("other", "其他需要报告的情况", ("无。",)),
    ),
    figures=(Figure("fy_apply", Quantity.parse("约179")),),
)


def composed(report: Report):
    return compose(report, template(report.template)).blocks


def test_the_blocks_stand_in_the_order_of_the_standard() -> None:
    assert composed(REPORT) == (
        Title("云岭县人民政府关于2025年度法治政府建设情况的报告"),
        Addressees("澜州市人民政府："),
        Paragraph("现将情况报告如下："),
        Heading(1, "一、", "主要举措和成效"),
        Heading(2, "（一）", "依法履职。", "办理约179件，办结。"),
        Paragraph("第二段。"),
        Heading(2, "（二）", "规范执法"),
        Paragraph("独立成段。"),
        Heading(3, "1.", "健全机制。", "会商。"),
        Heading(1, "二、", "其他需要报告的情况"),
        Paragraph("无。"),
        Signature(("云岭县人民政府",), "2026年2月9日"),
        Note("此件公开发布"),
    )


def test_a_figure_that_is_not_known_yet_shows_its_name() -> None:
    blocks = composed(replace(REPORT, figures=()))

    assert blocks[4].text == "办理〔行政复议申请〕件，办结。"


def test_the_stage_is_printed_below_the_title_unless_it_is_a_draft() -> None:
    assert composed(replace(REPORT, stage=Stage.REVIEW))[1] == StageMark("（送审稿）")


def test_the_files_of_a_draft_that_goes_round_are_named_with_its_stage() -> None:
    long = replace(REPORT, letterhead=replace(REPORT.letterhead, title="长" * 80))

    names = [
        compose(replace(one, stage=stage), template(one.template)).name
        for one in (REPORT, long)
        for stage in (Stage.DRAFT, Stage.COMMENT)
    ]

    assert names[0].endswith("情况的报告")
    assert names[1].endswith("情况的报告（征求意见稿）")
    assert len(names[3]) < 60
    assert names[3].endswith("（征求意见稿）")


def test_attachments_are_listed_and_follow_on_their_own_pages() -> None:
    report = replace(REPORT, attachments=(Attachment("统计表", ("说明。",)), Attachment("目录")))

    blocks = composed(report)

    assert AttachmentList(("统计表", "目录")) in blocks
    assert blocks[-2:] == (AttachmentStart(1, "统计表"), Paragraph("说明。"))


def test_an_attachment_may_show_the_figures_across_the_sheet() -> None:
    report = replace(REPORT, attachments=(Attachment("统计表", shows_figures=True),))

    paper = compose(report, template(report.template))

    start, shown = paper.blocks[-2:]
    assert start == AttachmentStart(None, "统计表", is_wide=True)
    assert shown == replace(paper.statistics, title="")


def test_an_attachment_without_figures_to_show_is_only_listed() -> None:
    report = replace(REPORT, figures=(), attachments=(Attachment("统计表", shows_figures=True),))

    assert not any(isinstance(block, AttachmentStart) for block in composed(report))


@pytest.mark.parametrize(
    ("fields", "mark", "suffix"),
    [
        ({}, Mark.NONE, "文件"),
        ({"doc_number": "云政〔2026〕5号"}, Mark.PRINTED, "文件"),
        ({"signatories": ("周明远",)}, Mark.PRINTED, "文件"),
        ({"urgency": "加急"}, Mark.PRINTED, "文件"),
        ({"red_head": "机关名称"}, Mark.PRINTED, ""),
        ({"red_head": "机关名称加“文件”"}, Mark.PRINTED, "文件"),
        ({"red_head": "留空（红头纸）", "doc_number": "云政〔2026〕5号"}, Mark.PREPRINTED, "文件"),
        ({"red_head": "不印版头", "doc_number": "云政〔2026〕5号"}, Mark.NONE, "文件"),
    ],
)
def test_a_head_is_printed_as_chosen_or_where_there_is_something_to_print(
    fields: dict[str, Any], mark: Mark, suffix: str
) -> None:
    report = replace(REPORT, letterhead=replace(REPORT.letterhead, **fields))

    head = compose(report, template(report.template)).masthead
    assert (head.mark, head.suffix) == (mark, suffix)


def test_secrecy_and_its_term_are_one_mark() -> None:
    report = replace(REPORT, letterhead=replace(REPORT.letterhead, secrecy="秘密", secrecy_term="1年"))

    assert compose(report, template(report.template)).masthead.secrecy == "秘密★1年"


@pytest.mark.parametrize(
    ("choice", "ending"),
    [("", Ending.SEALED), ("不加盖印章", Ending.UNSEALED), ("加盖签名章", Ending.STAMPED)],
)
def test_the_paper_ends_as_the_clerk_chose(choice: str, ending: Ending) -> None:
    report = replace(REPORT, letterhead=replace(REPORT.letterhead, ending=choice, signer_position="县长"))

    assert Signature(("云岭县人民政府",), "2026年2月9日", ending, "县长") in composed(report)


def test_line_breaks_of_the_title_are_kept_on_paper_and_nowhere_else() -> None:
    letterhead = replace(
        REPORT.letterhead,
        organs=("中共云岭县委", "云岭县人民政府"),
        title="中共云岭县委\n云岭县人民政府关于2025年度\n法治政府建设情况的报告",
    )

    paper = compose(replace(REPORT, letterhead=letterhead), template(REPORT.template))

    assert paper.blocks[0] == Title(letterhead.title)
    assert paper.title == paper.name == "中共云岭县委 云岭县人民政府关于2025年度法治政府建设情况的报告"


def test_brackets_typed_around_the_note_are_not_printed_twice() -> None:
    typed = replace(REPORT, letterhead=replace(REPORT.letterhead, notes="(此件公开发布)"))
    two = replace(REPORT, letterhead=replace(REPORT.letterhead, notes="（甲）和（乙）"))

    assert Note("此件公开发布") in composed(typed)
    assert Note("（甲）和（乙）") in composed(two)


def test_numbers_of_the_second_level_run_through_a_section_that_counts_on() -> None:
    items = tuple(Item(name, (), (Item("甲", ("。",)), Item("乙", ("。",)))) for name in "一二")
    report = replace(REPORT, sections=(Section("measures", "举措", items=items, continuous=True),))

    numbers = [block.number for block in composed(report) if isinstance(block, Heading) and block.level == 3]

    assert numbers == ["1.", "2.", "3.", "4."]


def test_an_item_without_a_heading_begins_with_its_number() -> None:
    report = replace(REPORT, sections=(Section("measures", "举措", items=(Item("", ("直接写正文。",)),)),))

    assert Heading(2, "（一）", "", "直接写正文。") in composed(report)


def test_blank_paragraphs_are_not_printed() -> None:
    report = replace(REPORT, preamble=("  ", "现将情况报告如下："))

    first = next(block for block in composed(report) if isinstance(block, Paragraph))
    assert first.text == "现将情况报告如下："
