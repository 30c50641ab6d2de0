"""版记 and page numbers: GB/T 9704-2012 §7.4 and §7.5."""

from dataclasses import replace
from itertools import pairwise

import pytest

from exporters.layout import Layout
from exporters.profile import POINTS_PER_MM
from models.document import AttachmentStart, Imprint, Paragraph
from tests.exporters.example_paper import table
from tests.exporters.layout_reading import (
    BOTTOM,
    LEFT,
    RIGHT,
    RULES,
    find,
    laid_out,
    left,
    page_of,
    right,
    texts,
)

IMPRINT = Imprint(
    (
        "中共临江市委全面依法治市委员会办公室",
        "中共青河县委",
        "青河县人民代表大会常务委员会",
        "青河县监察委员会",
    ),
    "青河县人民政府办公室",
    "2027年2月10日",
)
EM = 14


def with_lines(count: int, imprint: Imprint = IMPRINT) -> Layout:
    return laid_out(*[Paragraph("一行")] * count, imprint=imprint)


def test_the_rules_are_as_wide_as_the_type_area_and_the_last_is_its_lower_edge() -> None:
    rules = with_lines(30).pages[1].rules

    assert [round(rule.width_pt / POINTS_PER_MM, 2) for rule in rules] == [0.35, 0.25, 0.35]
    assert all([rule.x1_pt, rule.x2_pt] == pytest.approx([LEFT, RIGHT]) for rule in rules)
    assert rules[-1].y1_pt == pytest.approx(BOTTOM)


def test_copies_hang_behind_the_colon_one_character_in_and_end_with_a_full_stop() -> None:
    page = with_lines(30).pages[1]
    first, *others, last = [one for one in page.lines if one.baseline_pt > page.rules[0].y1_pt][:-2]

    assert first.line.text.startswith("抄送：中共临江市委")
    assert last.line.text.endswith("。")
    assert left(first) == pytest.approx(LEFT + EM)
    assert {round(left(one) - LEFT - EM, 2) for one in (*others, last)} == {3 * EM}
    assert right(first) == pytest.approx(RIGHT - EM)
    assert first.line.size_pt == EM


def test_printer_and_date_share_a_line_one_character_from_the_edges() -> None:
    layout = with_lines(30)
    printer, date = find(layout, "政府办公室"), find(layout, "2027年2月10日印发")

    assert printer.baseline_pt == date.baseline_pt
    assert [left(printer), right(date)] == pytest.approx([LEFT + EM, RIGHT - EM])


def test_a_printer_with_a_long_name_leaves_the_date_a_line_of_its_own() -> None:
    layout = with_lines(30, replace(IMPRINT, printed_by="青河县高新技术产业开发区管理委员会办公室综合科"))

    printer, date = find(layout, "开发区"), find(layout, "印发")
    assert date.baseline_pt > printer.baseline_pt
    assert right(date) == pytest.approx(RIGHT - EM)


@pytest.mark.parametrize(
    ("lines", "page", "pages"),
    [
        (5, 2, 2),  # the text ends on an odd page: the imprint has the next, even one
        (22, 2, 2),
        (30, 2, 2),  # it ends on an even page with room
        (44, 4, 4),  # an even page without room
        (50, 4, 4),
        (22 * 4 - 8, 4, 4),
    ],
)
def test_the_imprint_is_on_the_last_even_page(lines: int, page: int, pages: int) -> None:
    layout = with_lines(lines)

    assert page_of(layout, "抄送") == page
    assert len(layout.pages) == pages


def test_neither_a_blank_page_nor_the_imprint_behind_it_has_a_number() -> None:
    layout = with_lines(44)

    assert texts(layout.pages[2]) == []
    assert [page.number_line is None for page in layout.pages] == [False, False, True, True]


def test_an_imprint_page_right_behind_the_text_is_numbered() -> None:
    assert [page.number_line is None for page in with_lines(5).pages] == [False, False]


def test_a_profile_may_leave_the_imprint_on_an_odd_page() -> None:
    rules = replace(RULES, imprint=replace(RULES.imprint, on_even_page=False))
    layout = laid_out(Paragraph("一行"), imprint=IMPRINT, rules=rules)

    assert (len(layout.pages), page_of(layout, "抄送")) == (1, 1)


def test_there_is_no_imprint_where_nothing_belongs_in_it() -> None:
    layout = with_lines(5, Imprint())

    assert (len(layout.pages), layout.pages[0].rules) == (1, ())


@pytest.mark.parametrize(
    ("imprint", "rules"), [(Imprint(copies=("青河县委",)), 2), (Imprint(printed_by="办公室"), 2)]
)
def test_an_imprint_of_one_part_has_two_rules(imprint: Imprint, rules: int) -> None:
    assert len(with_lines(30, imprint).pages[1].rules) == rules


def test_the_imprint_never_shares_a_page_with_a_turned_table() -> None:
    layout = laid_out(
        Paragraph("正文"), AttachmentStart(None, "统计表", is_wide=True), table(3), imprint=IMPRINT
    )

    assert [page.is_turned for page in layout.pages] == [False, True, False, False]
    assert page_of(layout, "抄送") == 4


@pytest.mark.parametrize("lines", range(60, 90))
def test_text_and_imprint_never_touch(lines: int) -> None:
    for page in with_lines(lines).pages:
        baselines = sorted({one.baseline_pt for one in page.lines})
        assert all(lower - upper > 13 for upper, lower in pairwise(baselines))
        assert not baselines or baselines[-1] < BOTTOM


def test_the_trace_stands_in_the_footer_margin_beside_the_page_number() -> None:
    layout = laid_out(*[Paragraph("一行")] * 30, trace="送审稿 第3稿 · a1b2c3d4e5")

    odd, even = (page.trace_line for page in layout.pages)
    assert odd is not None
    assert even is not None
    assert odd.line.text == even.line.text == "送审稿 第3稿 · a1b2c3d4e5"
    assert left(odd) == pytest.approx(LEFT)
    assert right(even) == pytest.approx(RIGHT)
    for page, trace in zip(layout.pages, (odd, even), strict=True):
        assert page.number_line is not None
        assert page.number_line.baseline_pt < trace.baseline_pt < RULES.paper_height_pt - 20
