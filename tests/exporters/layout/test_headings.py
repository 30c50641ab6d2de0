"""No heading is the last on its page."""

import pytest

from models.document import Heading, Paragraph
from tests.exporters.layout_reading import laid_out, page_of, texts

LONG = "健全行政裁量权基准制度并推动行政执法全过程记录和重大执法决定法制审核全覆盖"


@pytest.mark.parametrize("level", [1, 2, 3, 4])
@pytest.mark.parametrize("lines", range(17, 24))
def test_a_heading_is_followed_by_text_on_its_page(level: int, lines: int) -> None:
    layout = laid_out(*[Paragraph("一行")] * lines, Heading(level, "（一）", LONG), Paragraph("正文"))

    page = layout.pages[page_of(layout, "（一）") - 1]
    assert texts(page)[-1] == "正文"


@pytest.mark.parametrize("lines", range(17, 24))
def test_headings_of_two_levels_stay_together_and_with_their_text(lines: int) -> None:
    blocks = (Heading(1, "一、", "主要举措"), Heading(2, "（一）", "依法履职"), Paragraph("正文"))
    layout = laid_out(*[Paragraph("一行")] * lines, *blocks)

    assert len({page_of(layout, text) for text in ("一、", "（一）", "正文")}) == 1


@pytest.mark.parametrize("lines", range(18, 24))
def test_a_heading_that_runs_on_keeps_the_line_its_text_begins_in(lines: int) -> None:
    heading = Heading(2, "（一）", f"{LONG}。", "全年开展培训4期。" * 8)
    layout = laid_out(*[Paragraph("一行")] * lines, heading)

    page = texts(layout.pages[page_of(layout, "（一）") - 1])
    assert any("全年" in text for text in page)


def test_a_page_cut_short_by_a_heading_lacks_no_more_than_its_lines() -> None:
    layout = laid_out(*[Paragraph("一行")] * 21, Heading(1, "一、", "主要举措"), Paragraph("正文"))

    assert [len(texts(page)) for page in layout.pages] == [21, 2]


def test_an_item_of_one_sentence_may_be_the_last_on_its_page() -> None:
    sentence = Heading(2, "（一）", "抓学习抓落实抓到底。")
    layout = laid_out(
        *[Paragraph("一行")] * 20,
        Heading(1, "四、", "安排"),
        sentence,
        Heading(1, "五、", "其他"),
        Paragraph("无。"),
    )

    assert [texts(page)[-1] for page in layout.pages] == ["（一）抓学习抓落实抓到底。", "无。"]
