"""How a report becomes a paper."""

from dataclasses import replace

from models.compose import compose
from models.document import (
    Addressees,
    AttachmentList,
    AttachmentStart,
    Heading,
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


def test_attachments_are_listed_and_follow_on_their_own_pages() -> None:
    report = replace(REPORT, attachments=(Attachment("统计表", ("说明。",)), Attachment("目录")))

    blocks = composed(report)

    assert AttachmentList(("统计表", "目录")) in blocks
    assert blocks[-2:] == (AttachmentStart(1, "统计表"), Paragraph("说明。"))


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
