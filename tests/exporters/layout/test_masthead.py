"""版头: every element where GB/T 9704-2012 §7.2 has it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.layout import Layout
from exporters.layout.strip import PlacedLine
from exporters.profile import POINTS_PER_MM
from models.document import Addressees, Mark, Masthead, Paragraph, StageMark, Title
from tests.exporters.layout_reading import (
    BOTTOM,
    LEFT,
    PITCH,
    RIGHT,
    RULES,
    TOP,
    find,
    laid_out,
    left,
    middle,
    right,
    row,
    texts,
)

CELL = RULES.cell_pt
HEAD = Masthead(
    mark=Mark.PRINTED,
    suffix="文件",
    copy_number="000012",
    secrecy="秘密★1年",
    urgency="特急",
    organs=("青河县人民政府",),
    doc_number="青政〔2027〕5号",
    signatories=("周明远",),
)
NAMES = ("周明远", "欧阳文修", "李强", "赵小军")


def headed(masthead: Masthead) -> Layout:
    title = Title("青河县人民政府关于2026年度法治政府建设情况的报告")
    return laid_out(title, Addressees("临江市人民政府："), Paragraph("正文" * 300), masthead=masthead)


def red_line(layout: Layout) -> float:
    (rule,) = layout.pages[0].rules
    return rule.y1_pt


def ink_top(placed: PlacedLine) -> float:
    return placed.baseline_pt - max(run.font.ink(run.text)[1] * run.size_pt for run in placed.line.runs)


def ink_bottom(placed: PlacedLine) -> float:
    return placed.baseline_pt - min(run.font.ink(run.text)[0] * run.size_pt for run in placed.line.runs)


def em_bottom(placed: PlacedLine) -> float:
    """The lower edge of a line's characters: a little below its baseline."""
    return placed.baseline_pt + 0.12 * placed.line.size_pt


def test_copy_number_secrecy_and_urgency_stand_flush_left_on_the_first_three_lines() -> None:
    layout = headed(HEAD)

    for text, line, face in (("000012", 1, "FangSong"), ("秘密★1年", 2, "Hei"), ("特急", 3, "Hei")):
        placed = find(layout, text)
        assert row(placed) == line
        assert left(placed) == pytest.approx(LEFT)
        assert {run.font.name for run in placed.line.runs} == {face}
        assert placed.line.size_pt == 16


@pytest.mark.parametrize(
    ("copy_number", "secrecy", "urgency_line"), [("", "", 1), ("000012", "", 2), ("", "机密★3年", 3)]
)
def test_urgency_moves_up_where_marks_above_it_are_missing_but_secrecy_keeps_its_line(
    copy_number: str, secrecy: str, urgency_line: int
) -> None:
    layout = headed(replace(HEAD, copy_number=copy_number, secrecy=secrecy))

    assert row(find(layout, "特急")) == urgency_line
    if secrecy:
        assert row(find(layout, secrecy)) == 2


@pytest.mark.parametrize("organs", [("青河县人民政府",), ("中共青河县委员会", "青河县人民政府"), NAMES])
def test_the_marks_ink_begins_35_mm_below_the_type_area_and_is_red(organs: tuple[str, ...]) -> None:
    layout = headed(replace(HEAD, organs=organs))

    first = find(layout, organs[0])
    assert ink_top(first) == pytest.approx(TOP + 35 * POINTS_PER_MM, abs=0.1)
    assert {run.colour for run in first.line.runs} == {"FF0000"}
    assert {run.font.name for run in first.line.runs} == {"BiaoSong"}


def test_the_mark_of_one_organ_is_centred_with_its_suffix() -> None:
    mark = find(headed(HEAD), "文件")

    assert mark.line.text == "青河县人民政府文件"
    assert middle(mark) == pytest.approx((LEFT + RIGHT) / 2)


def test_the_mark_of_a_very_long_name_has_several_lines_larger_than_the_title() -> None:
    long = "青河县中国（某省）自由贸易试验区综合行政执法与营商环境促进服务中心管理局"
    layout = headed(replace(HEAD, organs=(long,)))

    lines = [one for one in layout.pages[0].lines if one.line.runs[0].colour == "FF0000"]
    assert "".join(one.line.text for one in lines) == f"{long}文件"
    assert 2 <= len(lines) <= 3
    assert all(one.line.size_pt > 22 for one in lines)
    assert all(middle(one) == pytest.approx((LEFT + RIGHT) / 2) for one in lines)


def test_several_organs_stand_below_each_other_equally_wide_with_the_suffix_beside_their_middle() -> None:
    layout = headed(replace(HEAD, organs=("中共青河县委员会", "青河县人民政府", "青河县人民武装部")))

    organs = [find(layout, text) for text in ("中共青河", "县人民政府", "武装部")]
    suffix = find(layout, "文件")
    assert len({round(left(one), 3) for one in organs}) == len({round(right(one), 3) for one in organs}) == 1
    assert left(suffix) > right(organs[0])
    between = (ink_top(organs[0]) + ink_bottom(organs[2])) / 2
    assert (ink_top(suffix) + ink_bottom(suffix)) / 2 == pytest.approx(between, abs=1)
    assert (left(organs[0]) + right(suffix)) / 2 == pytest.approx((LEFT + RIGHT) / 2)


def test_number_and_signatory_share_a_line_two_lines_below_the_mark() -> None:
    layout = headed(HEAD)
    mark, number, label, name = (find(layout, text) for text in ("文件", "青政", "签发人：", "周明远"))

    assert number.baseline_pt == label.baseline_pt == name.baseline_pt
    band_top = number.baseline_pt - 0.38 * 16 - PITCH / 2
    assert band_top - ink_bottom(mark) == pytest.approx(2 * PITCH, abs=0.5)
    assert left(number) == pytest.approx(LEFT + CELL)
    assert right(name) == pytest.approx(RIGHT - CELL)
    assert left(name) == pytest.approx(right(label), abs=0.5)
    assert [run.font.name for run in (*label.line.runs, *name.line.runs)] == ["FangSong", "Kai"]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_signatories_stand_two_in_a_line_and_the_number_on_the_last_line(count: int) -> None:
    layout = headed(replace(HEAD, signatories=NAMES[:count]))
    placed = [find(layout, name) for name in NAMES[:count]]

    lines = [row(one) for one in placed]
    assert [line - lines[0] for line in lines] == [0, 0, 1, 1][:count]
    assert row(find(layout, "青政")) == lines[-1]
    assert row(find(layout, "签发人")) == lines[0]
    assert [left(one) for one in placed[2:]] == pytest.approx(
        [left(one) for one in placed[: count - 2 or 0]][:2]
    )
    assert max(right(one) for one in placed) == pytest.approx(RIGHT - CELL)


def test_a_paper_that_does_not_go_upward_has_its_number_in_the_middle_and_no_signatory() -> None:
    layout = headed(replace(HEAD, is_upward=False))

    assert middle(find(layout, "青政")) == pytest.approx((LEFT + RIGHT) / 2)
    assert not any("签发人" in text for text in texts(layout.pages[0]))


def test_the_red_line_is_as_wide_as_the_type_area_4_mm_below_the_number_and_on_the_grid() -> None:
    layout = headed(HEAD)
    (rule,) = layout.pages[0].rules

    assert [rule.x1_pt, rule.x2_pt] == pytest.approx([LEFT, RIGHT])
    assert rule.colour == "FF0000"
    assert rule.y1_pt - em_bottom(find(layout, "青政")) == pytest.approx(4 * POINTS_PER_MM, abs=0.1)
    assert (rule.y1_pt - TOP) / PITCH == pytest.approx(round((rule.y1_pt - TOP) / PITCH))


def test_the_title_stands_two_blank_lines_below_the_red_line_and_the_page_is_filled_to_its_foot() -> None:
    layout = headed(HEAD)

    title, last = find(layout, "关于2026年度"), layout.pages[0].lines[-1]
    assert title.baseline_pt - 0.38 * 22 - PITCH / 2 - red_line(layout) == pytest.approx(2 * PITCH)
    assert last.baseline_pt - 0.38 * 16 + PITCH / 2 == pytest.approx(BOTTOM)


def test_paper_with_a_printed_head_keeps_the_room_and_everything_else_in_its_place() -> None:
    ours, theirs = headed(HEAD), headed(replace(HEAD, mark=Mark.PREPRINTED))

    assert theirs.pages[0].rules == ()
    assert [one for one in ours.pages[0].lines if "文件" not in one.line.text] == list(theirs.pages[0].lines)


def test_a_paper_without_a_head_begins_with_its_title() -> None:
    assert row(find(headed(replace(HEAD, mark=Mark.NONE)), "关于2026年度")) == 1


@given(
    organs=st.lists(st.text("青河县人民政府高新技术产业开发区", min_size=1, max_size=40), max_size=4).map(
        tuple
    ),
    names=st.lists(st.text("周明远欧阳·", min_size=1, max_size=12), max_size=5).map(tuple),
    number=st.text("青政办发〔2027〕第15号", max_size=40),
)
def test_heads_of_every_size_stay_inside_the_type_area_and_lose_nothing(
    organs: tuple[str, ...], names: tuple[str, ...], number: str
) -> None:
    head = replace(HEAD, organs=organs, signatories=names, doc_number=number)
    layout = laid_out(Title("报告"), StageMark("（送审稿）"), Paragraph("正文"), masthead=head)

    page = layout.pages[0]
    above = [one for one in page.lines if one.baseline_pt < red_line(layout)]
    assert all(left(one) >= LEFT - 0.01 and right(one) <= RIGHT + 0.01 for one in above)
    wanted = "".join((*organs, *names, number))
    assert sorted(wanted) == sorted(
        character
        for one in above
        for character in one.line.text.removesuffix("文件" if organs else "")
        if one.line.text not in ("000012", "秘密★1年", "特急", "签发人：", "文件")
    )
