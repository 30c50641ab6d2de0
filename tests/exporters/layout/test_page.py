"""Pages: 22 lines, what stays together, where everything stands."""

import subprocess
import sys
from decimal import Decimal
from itertools import pairwise

import pytest

from exporters.layout import lay_out
from exporters.profile import POINTS_PER_MM
from models.document import (
    Addressees,
    Align,
    AttachmentList,
    AttachmentStart,
    Cell,
    Column,
    Group,
    Heading,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Table,
    Title,
)
from tests.exporters.example_paper import example_paper, paragraph, table
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


def test_a_full_page_has_22_lines_at_equal_pitch_inside_the_type_area() -> None:
    layout = laid_out(*(Paragraph(paragraph(number)) for number in range(20)))

    for page in layout.pages[:-1]:
        baselines = [placed.baseline_pt for placed in page.lines]
        assert len(baselines) == 22
        assert all(lower - upper == pytest.approx(PITCH) for upper, lower in pairwise(baselines))
        assert baselines[0] - 0.88 * 16 >= TOP
        assert baselines[-1] + 0.12 * 16 <= BOTTOM


@pytest.mark.parametrize(("lines", "pages"), [(1, 1), (22, 1), (23, 2), (44, 2), (22 * 60, 60)])
def test_pages_are_filled_one_after_the_other(lines: int, pages: int) -> None:
    layout = laid_out(*[Paragraph("一行")] * lines)

    assert (len(layout.pages), layout.line_count) == (pages, lines)
    assert [page.number for page in layout.pages] == list(range(1, pages + 1))


def test_a_document_without_blocks_is_one_blank_numbered_page() -> None:
    (page,) = laid_out().pages

    assert page.lines == ()
    assert page.number_line.line.text == "— 1 —"


def test_no_line_of_the_example_leaves_the_type_area() -> None:
    for page in lay_out(example_paper()).pages:
        for placed in page.lines:
            assert left(placed) >= LEFT - 0.01
            assert placed.x_pt + placed.line.right_pt <= RIGHT + 0.01
            assert TOP < placed.baseline_pt < BOTTOM
        for rule in page.rules:
            assert LEFT - 0.01 <= rule.x1_pt <= rule.x2_pt <= RIGHT + 0.01
            assert TOP - 0.01 <= rule.y1_pt <= rule.y2_pt <= BOTTOM + 0.01


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages_a_character_in() -> None:
    odd, even = (page.number_line for page in laid_out(*[Paragraph("一行")] * 30).pages)

    assert odd is not None
    assert even is not None
    assert right(odd) == pytest.approx(RIGHT - 14)
    assert left(even) == pytest.approx(LEFT + 14)
    assert {run.font.name for run in odd.line.runs} == {"Song"}


def test_below_the_title_come_its_stage_and_one_blank_line() -> None:
    (page,) = laid_out(
        Title("年度报告"), StageMark("（送审稿）"), Addressees("市人民政府："), Paragraph("正文")
    ).pages

    assert [(placed.line.text, row(placed)) for placed in page.lines] == [
        ("年度报告", 1),
        ("（送审稿）", 2),
        ("市人民政府：", 4),
        ("正文", 5),
    ]
    assert [left(placed) for placed in page.lines[2:]] == pytest.approx([LEFT, LEFT + 2 * RULES.cell_pt])


def test_headings_have_the_face_of_their_level_and_text_runs_on_in_fangsong() -> None:
    faces = {}
    for level, number in enumerate(("一、", "（一）", "1.", "（1）"), start=1):
        (page,) = laid_out(Heading(level, number, "标题。", "正文")).pages
        (placed,) = page.lines
        faces[level] = [(run.font.name, run.text) for run in placed.line.runs]
        assert left(placed) == pytest.approx(LEFT + 2 * RULES.cell_pt)

    assert faces[1] == [("Hei", "一、标题。"), ("FangSong", "正文")]
    assert faces[2] == [("Kai", "（一）标题。"), ("FangSong", "正文")]
    assert {font for level in (3, 4) for font, _ in faces[level]} == {"FangSong"}


def test_attachments_are_listed_below_a_blank_line_and_hang_on_their_names() -> None:
    long = "青河县2026年度行政复议、行政应诉和重大行政决策合法性审查情况说明"
    (page,) = laid_out(Paragraph("正文"), AttachmentList(("统计表", long))).pages

    body, first, second, third = page.lines
    assert (body.line.text, first.line.text) == ("正文", "附件：1.统计表")
    assert second.line.text + third.line.text == f"2.{long}"
    assert [row(placed) for placed in page.lines] == [1, 3, 4, 5]
    names = [
        placed.x_pt + next(run.x_pt for run in placed.line.runs if run.text[0] in "统青")
        for placed in (first, second)
    ]
    assert names[0] == pytest.approx(names[1]) == pytest.approx(left(third))
    assert left(first) == pytest.approx(LEFT + 2 * RULES.cell_pt)


def test_a_single_attachment_has_no_number() -> None:
    (page,) = laid_out(AttachmentList(("统计表",))).pages

    assert texts(page) == ["附件：统计表"]


def test_the_date_stands_four_characters_in_with_the_organ_centred_above_it() -> None:
    layout = laid_out(Paragraph("正文"), Signature(("青河县人民政府",), "2027年2月9日"), Note("此件公开发布"))

    organ, date, note = find(layout, "人民政府"), find(layout, "2027"), find(layout, "公开")
    assert date.x_pt + date.line.right_pt == pytest.approx(RIGHT - 4 * RULES.cell_pt)
    assert middle(organ) == pytest.approx(middle(date))
    assert (row(organ), row(date), row(note)) == (4, 5, 6)
    assert note.line.text == "（此件公开发布）"
    assert left(note) == pytest.approx(LEFT + 2 * RULES.cell_pt)


def test_joint_organs_stand_side_by_side_the_last_above_the_date() -> None:
    layout = laid_out(Paragraph("正文"), Signature(("中共青河县委员会", "青河县人民政府"), "2027年2月9日"))

    party, government, date = find(layout, "中共"), find(layout, "人民政府"), find(layout, "2027")
    assert row(party) == row(government) == row(date) - 1
    assert middle(government) == pytest.approx(middle(date))
    assert middle(government) - middle(party) >= 45 * POINTS_PER_MM


def test_organs_that_find_no_room_side_by_side_stand_as_far_below_as_seals_are_high() -> None:
    long = "青河县高新技术产业开发区管理委员会办公室"
    layout = laid_out(Paragraph("正文"), Signature((long, "青河县人民政府"), "2027年2月9日"))

    first, second, date = find(layout, long), find(layout, "人民政府"), find(layout, "2027")
    assert second.baseline_pt - first.baseline_pt >= 45 * POINTS_PER_MM
    assert row(date) == row(second) + 1
    assert first.x_pt + first.line.right_pt <= RIGHT + 0.01


def test_four_organs_sign_in_rows_of_three_at_most_and_no_two_seals_touch() -> None:
    organs = ("青河县委", "青河县人大", "青河县政府", "青河县政协")
    layout = laid_out(Paragraph("正文"), Signature(organs, "2027年2月9日"))

    placed = [find(layout, organ) for organ in organs]
    for at, one in enumerate(placed):
        for other in placed[at + 1 :]:
            apart = max(abs(middle(one) - middle(other)), abs(one.baseline_pt - other.baseline_pt))
            assert apart >= 45 * POINTS_PER_MM
    assert middle(placed[-1]) == pytest.approx(middle(find(layout, "2027")))


@pytest.mark.parametrize("body_lines", range(15, 26))
def test_the_signature_never_stands_on_a_page_without_two_lines_of_text(body_lines: int) -> None:
    body = [Paragraph("正文")] * body_lines
    layout = laid_out(*body, Signature(("青河县人民政府",), "2027年2月9日"), Note("此件公开发布"))

    last = texts(layout.pages[-1])
    assert last[-3:] == ["青河县人民政府", "2027年2月9日", "（此件公开发布）"]
    assert last[:-3].count("正文") >= 2
    assert sum(texts(page).count("正文") for page in layout.pages) == body_lines


def test_an_attachment_begins_a_page_with_its_mark_and_its_title_on_the_third_line() -> None:
    _, page = laid_out(Paragraph("正文"), AttachmentStart(2, "统计表"), Paragraph("附文")).pages

    mark, title, text = page.lines
    assert [(placed.line.text, row(placed)) for placed in page.lines] == [
        ("附件2", 1),
        ("统计表", 3),
        ("附文", 5),
    ]
    assert left(mark) == pytest.approx(LEFT)
    assert {run.font.name for run in mark.line.runs} == {"Hei"}
    assert middle(title) == pytest.approx((LEFT + RIGHT) / 2)
    assert left(text) == pytest.approx(LEFT + 2 * RULES.cell_pt)


def test_the_only_attachment_has_no_number_and_an_attachment_first_makes_no_blank_page() -> None:
    (page,) = laid_out(AttachmentStart(None, "统计表")).pages

    assert texts(page) == ["附件", "统计表"]


def test_the_head_of_a_table_is_repeated_on_every_page() -> None:
    layout = laid_out(table(rows=90))

    assert len(layout.pages) > 2
    assert all(
        texts(page)[start : start + 4] == ["序号", "指标", "2026年", "说明"]
        for page, start in zip(layout.pages, (1, 0, 0, 0), strict=False)
    )
    assert sum(text.startswith("第") for page in layout.pages for text in texts(page)) == 90


def test_columns_are_as_wide_as_their_shares_and_set_as_they_say() -> None:
    number = Cell("12.50", Decimal("12.50"))
    layout = laid_out(Table("", (Column("甲", 1, Align.RIGHT), Column("乙", 3)), ((number, Cell("文字")),)))

    (page,) = layout.pages
    edges = sorted({round(rule.x1_pt, 3) for rule in page.rules})
    assert edges == pytest.approx([LEFT, LEFT + (RIGHT - LEFT) / 4, RIGHT], abs=0.01)
    placed = find(layout, "12.50")
    assert placed.x_pt + placed.line.right_pt == pytest.approx(edges[1] - RULES.table.padding_pt, abs=0.01)


def test_a_cell_higher_than_a_page_goes_on_on_the_next() -> None:
    words = "统计口径说明" * 400
    layout = laid_out(Table("", (Column("甲", 1), Column("乙", 1)), ((Cell(words), Cell("短")),)))

    assert len(layout.pages) > 1
    assert (
        "".join(text for page in layout.pages for text in texts(page) if text[0] in "统计口径说明") == words
    )


def test_text_below_a_table_is_on_the_grid_again() -> None:
    layout = laid_out(table(rows=3), Paragraph("正文"))

    placed = find(layout, "正文")
    grid_line = (placed.baseline_pt - TOP - 0.38 * 16) / PITCH + 0.5
    assert grid_line == pytest.approx(round(grid_line))


def test_layout_knows_nothing_of_reportlab() -> None:
    code = (
        "import sys; from tests.exporters.example_paper import example_paper; from exporters.layout import lay_out;"
        "assert lay_out(example_paper()).pages; sys.exit('reportlab' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("rows", range(12, 40))
def test_a_groups_row_is_never_the_last_on_its_page(rows: int) -> None:
    lines = [(Cell("指标"), Cell("1"))] * rows
    layout = laid_out(Table("", (Column("甲", 1), Column("乙", 1)), (*lines, Group("分组"), *lines)))

    page = next(page for page in layout.pages if "分组" in texts(page))
    assert texts(page)[-1] != "分组"


def test_an_attachment_begins_a_page_also_where_nobody_signs() -> None:
    layout = laid_out(Paragraph("正文"), AttachmentList(("统计表",)), AttachmentStart(None, "统计表"))

    assert [texts(page) for page in layout.pages] == [["正文", "附件：统计表"], ["附件", "统计表"]]
