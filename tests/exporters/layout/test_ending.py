"""Who attests the paper: GB/T 9704-2012 §7.3.5.1 to §7.3.5.3."""

import pytest

from exporters.layout import Layout
from exporters.profile import POINTS_PER_MM
from models.document import AttachmentList, Ending, Note, Paragraph, Signature
from tests.exporters.layout_reading import (
    BOTTOM,
    PITCH,
    RIGHT,
    RULES,
    TOP,
    find,
    laid_out,
    left,
    page_of,
    right,
    row,
    texts,
)

CELL = RULES.cell_pt
ORGAN, DATE = "青河县人民政府", "2027年2月9日"


def ended(ending: Ending, organ: str = ORGAN, date: str = DATE, position: str = "县长") -> Layout:
    return laid_out(Paragraph("正文"), Signature((organ,), date, ending, position), Note("此件公开发布"))


def test_without_a_seal_the_organ_stands_two_characters_from_the_right_below_a_blank_line() -> None:
    layout = ended(Ending.UNSEALED)
    organ, date = find(layout, ORGAN), find(layout, DATE)

    assert (row(organ), row(date)) == (3, 4)
    assert right(organ) == pytest.approx(RIGHT - 2 * CELL)
    assert left(date) == pytest.approx(left(organ) + 2 * CELL)


def test_without_a_seal_a_date_longer_than_the_organ_ends_two_characters_from_the_right() -> None:
    layout = ended(Ending.UNSEALED, organ="县政府", date="2027年12月19日")
    organ, date = find(layout, "县政府"), find(layout, "2027")

    assert right(date) == pytest.approx(RIGHT - 2 * CELL)
    assert left(date) == pytest.approx(left(organ) + 2 * CELL)


def test_a_stamp_has_room_four_characters_from_the_right_with_the_office_two_characters_before_it() -> None:
    layout = ended(Ending.STAMPED)
    office, date = find(layout, "县长"), find(layout, DATE)

    assert right(office) == pytest.approx(RIGHT - 4 * CELL - 40 * POINTS_PER_MM - 2 * CELL)
    middle_of_stamp = TOP + 3 * PITCH + PITCH
    assert office.baseline_pt - 0.38 * 16 == pytest.approx(middle_of_stamp)
    assert row(date) == 7
    assert right(date) == pytest.approx(RIGHT - 4 * CELL)
    assert not any(ORGAN in text for text in texts(layout.pages[0]))


@pytest.mark.parametrize("body_lines", range(14, 24))
def test_a_seal_of_45_mm_finds_room_on_its_page(body_lines: int) -> None:
    layout = laid_out(*[Paragraph("正文")] * body_lines, Signature((ORGAN,), DATE))

    page = layout.pages[page_of(layout, DATE) - 1]
    last_body = max(one.baseline_pt for one in page.lines if one.line.text == "正文")
    body_foot = last_body - 0.38 * 16 + PITCH / 2
    assert BOTTOM - body_foot >= 45 * POINTS_PER_MM - 0.01


@pytest.mark.parametrize("body_lines", range(12, 24))
def test_the_list_of_attachments_stays_whole_with_text_above_and_signature_below(body_lines: int) -> None:
    names = ("统计表", "情况说明", "整改台账")
    layout = laid_out(*[Paragraph("正文")] * body_lines, AttachmentList(names), Signature((ORGAN,), DATE))

    last = texts(layout.pages[-1])
    assert last[-5:] == ["附件：1.统计表", "2.情况说明", "3.整改台账", ORGAN, DATE]
    assert last.count("正文") >= 2


@pytest.mark.parametrize("ending", Ending)
def test_an_ending_without_organ_or_date_says_what_there_is(ending: Ending) -> None:
    assert DATE in texts(laid_out(Paragraph("正文"), Signature((), DATE, ending)).pages[0])
    assert laid_out(Paragraph("正文"), Signature((ORGAN,), "", ending)).pages


@pytest.mark.parametrize("ending", Ending)
def test_organs_with_40_characters_stay_inside_the_type_area(ending: Ending) -> None:
    long = "青河县高新技术产业开发区和生态环境保护示范区管理委员会综合行政执法和应急管理局"
    layout = laid_out(Paragraph("正文"), Signature((long, ORGAN), DATE, ending, long))

    assert all(
        left(one) >= 28 * POINTS_PER_MM - 0.01 and right(one) <= RIGHT + 0.01 for one in layout.pages[0].lines
    )


def test_a_name_in_two_lines_is_not_torn_apart_where_several_organs_seal() -> None:
    long = "青河县高新技术产业开发区和生态环境保护示范区管理委员会综合行政执法和应急管理局"
    layout = laid_out(Paragraph("正文"), Signature((long, ORGAN), DATE))

    first, second = find(layout, long[:20]), find(layout, long[-5:])
    assert row(second) == row(first) + 1
    assert find(layout, ORGAN).baseline_pt - second.baseline_pt >= 45 * POINTS_PER_MM


@pytest.mark.parametrize("body_lines", range(15, 22))
def test_a_date_without_an_organ_keeps_its_text_and_its_note(body_lines: int) -> None:
    layout = laid_out(*[Paragraph("正文")] * body_lines, Signature((), DATE), Note("此件公开发布"))

    last = texts(layout.pages[page_of(layout, DATE) - 1])
    assert last.count("正文") >= 2
    assert last[-2:] == [DATE, "（此件公开发布）"]
