"""The Word file: what stands in it, block by block, each in a style of its own."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from models.document import Heading, Note, Paragraph, Signature, StageMark, Title
from tests.exporters.invented import SENTENCE, paper
from tests.exporters.word_file import chain, opened, packed, value

JOINT_TITLE = "中共云岭县委员会 云岭县人民政府关于2026年度法治政府建设情况的报告"


def test_paragraphs_stand_in_order_each_with_a_style_of_its_own():
    styled = [(one.style.name, one.text) for one in opened().paragraphs]

    assert styled[:5] == [
        ("公文标题", "云岭县人民政府关于2026年度法治政府建设情况的报告"),
        ("稿别", "（送审稿）"),
        ("主送机关", "中共云州市委、云州市人民政府："),
        ("公文正文", "现将2026年度法治政府建设情况报告如下。"),
        ("一级标题", "一、主要举措和成效"),
    ]
    end = [name for name, _ in styled].index("附件说明")
    assert styled[end:] == [
        ("附件说明", "附件：1.2026年法治政府建设主要指标"),
        ("附件说明", "2.2026年行政复议案件办理情况及有关问题整改落实台账"),
        ("署名", "云岭县人民政府"),
        ("成文日期", "2027年2月9日"),
        ("附注", "（此件公开发布）"),
        ("附件序号", "附件1"),
        ("附件标题", "2026年法治政府建设主要指标"),
        ("表题", "主要指标"),
        ("附件序号", "附件2"),
        ("附件标题", "2026年行政复议案件办理情况及有关问题整改落实台账"),
        ("公文正文", SENTENCE),
    ]


def test_no_paragraph_is_empty_and_none_is_aligned_by_blanks_or_line_breaks():
    file = opened(*paper().blocks, Title(" "), Note(""), Paragraph("\u3000\u3000正文。 "), Signature((), ""))

    texts = [one.text for one in file.paragraphs]
    assert all(text == text.strip() and text for text in texts)
    assert not any("  " in text or "\u3000" in text or "\n" in text for text in texts)


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_headings_have_real_outline_levels_based_on_words_own(level: int):
    (heading,) = opened(Heading(level, "一、", "标题")).paragraphs

    found = list(chain(heading.style.style_id))
    assert value(found[1], "w:name") == f"heading {level}"
    assert value(found[1], "w:pPr/w:outlineLvl") == str(level - 1)


def test_a_run_in_heading_is_one_paragraph_whose_first_words_alone_are_in_its_face():
    (both,) = opened(Heading(2, "（一）", "加强领导。", "全年召开会议4次。")).paragraphs

    opening, running = both.runs
    assert (opening.text, opening.style.font.name) == ("（一）加强领导。", "楷体_GB2312")
    assert (running.text, running.style.name) == ("全年召开会议4次。", "Default Paragraph Font")
    assert both.style.base_style.name == "公文正文"


def test_a_level_beyond_the_fourth_looks_like_the_fourth():
    assert opened(Heading(7, "①", "标题")).paragraphs[0].style.name == "四级标题"


def test_characters_that_xml_forbids_are_left_out_and_marks_are_kept():
    file = opened(Paragraph("执\x00法\ud800\ufffe<公示>&“综合查一次”\x0b第二行"))

    assert file.paragraphs[0].text == "执法<公示>&“综合查一次”\n第二行"


def test_a_paper_without_any_block_is_still_a_word_file():
    assert docx.Document(BytesIO(packed(replace(paper(), blocks=())))).paragraphs == []


def test_a_long_title_is_broken_by_indents_and_its_text_stays_whole():
    (title,) = opened(Title(paper().title)).paragraphs

    assert title.text == paper().title
    assert title.paragraph_format.left_indent == title.paragraph_format.right_indent > 0


def test_a_title_whose_second_line_is_the_longer_is_broken_by_hand():
    (title,) = opened(Title(JOINT_TITLE)).paragraphs

    assert title.text == "中共云岭县委员会 云岭县人民政府\n关于2026年度法治政府建设情况的报告"


def test_one_blank_line_stands_below_title_or_stage_mark_whichever_is_last():
    alone, *_ = opened(Title("关于情况的报告"), Paragraph("正文。")).paragraphs
    marked, mark, _ = opened(Title("关于情况的报告"), StageMark("（送审稿）"), Paragraph("正文。")).paragraphs

    assert alone.paragraph_format.space_after is None
    assert alone.style.paragraph_format.space_after.twips == 579
    assert marked.paragraph_format.space_after == 0
    assert mark.style.paragraph_format.space_after.twips == 579
