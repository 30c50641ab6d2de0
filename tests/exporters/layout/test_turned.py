"""Wide attachments: the sheet is turned to be read, its number stays where every page has it (GB/T 9704-2012 §8)."""

import pytest

from exporters.profile import POINTS_PER_MM
from models.document import AttachmentStart, Paragraph, Signature
from tests.exporters.example_paper import table
from tests.exporters.layout_reading import RULES, laid_out, texts

TURNED = RULES.turned()


def test_the_turned_page_is_the_same_sheet_with_the_same_type_area() -> None:
    assert (TURNED.paper_mm.width, TURNED.paper_mm.height) == (297, 210)
    assert (TURNED.text_width_mm, TURNED.text_height_mm) == (225, 156)
    assert (TURNED.margins_mm.top, TURNED.margins_mm.bottom) == (28, 26)
    assert (TURNED.margins_mm.left, TURNED.margins_mm.right) == (35, 37)


def test_only_the_wide_attachment_is_turned() -> None:
    layout = laid_out(
        Paragraph("正文"),
        Signature(("青河县人民政府",), "2027年2月9日"),
        AttachmentStart(1, "统计表", is_wide=True),
        table(30),
        AttachmentStart(2, "情况说明"),
        Paragraph("说明"),
    )

    kinds = [page.is_turned for page in layout.pages]
    assert kinds == [False, *[True] * (len(kinds) - 2), False]
    assert kinds.count(True) > 1
    assert texts(layout.pages[-1]) == ["附件2", "情况说明", "说明"]


def test_a_turned_table_is_as_wide_as_the_type_area_is_high() -> None:
    _, page, *_ = laid_out(Paragraph("正文"), AttachmentStart(None, "统计表", is_wide=True), table(30)).pages

    edges = [rule.x1_pt for rule in page.rules] + [rule.x2_pt for rule in page.rules]
    assert min(edges) == pytest.approx(35 * POINTS_PER_MM)
    assert max(edges) == pytest.approx((297 - 37) * POINTS_PER_MM)
    assert max(one.baseline_pt for one in page.lines) < (210 - 26) * POINTS_PER_MM


def test_numbers_go_on_over_turned_pages_at_their_usual_place() -> None:
    layout = laid_out(
        Paragraph("正文"),
        AttachmentStart(None, "统计表", is_wide=True),
        table(90),
        AttachmentStart(2, "说明"),
    )

    numbers = [page.number_line for page in layout.pages]
    assert [one.line.text for one in numbers if one] == [f"— {n} —" for n in range(1, len(numbers) + 1)]
    assert len({round(one.baseline_pt, 3) for one in numbers if one}) == 1
