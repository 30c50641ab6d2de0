"""What stands around the text as LibreOffice sets it, to fractions of a millimetre: masthead, imprint, page numbers."""

import re
from dataclasses import replace

import pytest

from exporters.layout import lay_out
from models.document import (
    AttachmentStart,
    Document,
    Mark,
    Paragraph,
)
from tests.exporters.invented import SENTENCE, figures, paper
from tests.exporters.libreoffice import Ink, SetPage, set_by_libreoffice
from tests.exporters.word_file import HEAD, IMPRINT, TRACE, packed, whole

TYPE_AREA_TOP, TYPE_AREA_BOTTOM = 37.0, 262.0
PITCH = 225 / 22

pytestmark = pytest.mark.needs("soffice")


def printed(paragraphs: int) -> Document:
    """A paper of so many paragraphs of four lines, with imprint and version."""
    blocks = (Paragraph(SENTENCE),) * paragraphs
    return replace(paper(), blocks=blocks, imprint=IMPRINT, trace=TRACE)


DOCUMENTS = {
    "whole": whole(),
    "joint": replace(
        whole(),
        masthead=replace(
            HEAD, organs=("中共云岭县委员会", "云岭县人民政府"), signatories=("张明远", "李想", "王二")
        ),
    ),
    "red paper": replace(whole(), masthead=replace(HEAD, mark=Mark.PREPRINTED)),
    "beside": printed(7),
    "behind odd": printed(2),
    "behind blank": printed(11),
    "turned": replace(
        printed(2),
        blocks=(
            Paragraph(SENTENCE),
            AttachmentStart(1, "统计表", is_wide=True),
            figures(10),
            AttachmentStart(2, "说明"),
            Paragraph(SENTENCE),
        ),
    ),
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[SetPage]]:
    """All papers, set in one go."""
    files = {name: packed(document) for name, document in DOCUMENTS.items()}
    return set_by_libreoffice(files, tmp_path_factory.mktemp("libreoffice"))


# --- masthead -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["whole", "joint"])
def test_the_marks_top_is_35_mm_below_the_type_area(papers: dict[str, list[SetPage]], name: str):
    mark = papers[name][0].find("人民政府文件" if name == "whole" else "中共云岭县委员会")

    assert mark.top == pytest.approx(TYPE_AREA_TOP + 35, abs=0.5)
    assert 28 <= mark.left < mark.right <= 184


def test_organs_are_equally_wide_with_the_suffix_between_their_lines(papers: dict[str, list[SetPage]]):
    page = papers["joint"][0]

    upper, lower, suffix = (page.find(text) for text in ("中共云岭县委员会", "云岭县人民政府", "文件"))
    assert upper.left == pytest.approx(lower.left, abs=1)
    assert upper.right == pytest.approx(lower.right, abs=1)
    assert (suffix.top + suffix.bottom) / 2 == pytest.approx((upper.top + lower.bottom) / 2, abs=1)


@pytest.mark.parametrize(("name", "pitches"), [("whole", 8), ("joint", 11)])
def test_the_red_line_is_as_wide_as_the_type_area_and_on_a_grid_line(
    papers: dict[str, list[SetPage]], name: str, pitches: int
):
    red = max((rule for rule in papers[name][0].rules), key=lambda rule: rule.right - rule.left)

    assert (red.left, red.right) == pytest.approx((28, 184), abs=0.6)
    assert (red.top + red.bottom) / 2 == pytest.approx(TYPE_AREA_TOP + pitches * PITCH, abs=0.3)


@pytest.mark.parametrize("name", ["whole", "joint", "red paper"])
def test_every_line_of_the_first_page_is_where_the_pdf_has_it(papers: dict[str, list[SetPage]], name: str):
    ours = {
        "".join(placed.line.text.split()): placed.baseline_pt * 25.4 / 72
        for placed in lay_out(DOCUMENTS[name]).pages[0].lines
    }
    theirs = {line.text: line.baseline for line in papers[name][0].lines}

    shared = {text: baseline for text, baseline in ours.items() if text in theirs}
    assert len(shared) >= 8
    assert {text: theirs[text] for text in shared} == pytest.approx(shared, abs=0.8)


# --- imprint --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "pages"), [("beside", 2), ("behind odd", 2), ("behind blank", 4)])
def test_the_imprint_ends_on_the_type_areas_bottom_edge_of_an_even_page(
    papers: dict[str, list[SetPage]], name: str, pages: int
):
    assert len(papers[name]) == pages
    last = max(papers[name][-1].rules, key=lambda rule: rule.bottom)
    assert (last.top + last.bottom) / 2 == pytest.approx(TYPE_AREA_BOTTOM, abs=0.3)
    assert (last.left, last.right) == pytest.approx((28, 184), abs=0.5)
    assert papers[name][-1].find("印发").right == pytest.approx(184 - 14 * 25.4 / 72, abs=0.5)


def test_an_imprint_behind_a_blank_page_and_that_page_bear_no_number(papers: dict[str, list[SetPage]]):
    first, second, blank, imprint = papers["behind blank"]

    assert page_number(first).text == "—1—"
    assert page_number(second).text == "—2—"
    assert not blank.characters
    assert not any("—" in line.text for line in imprint.lines)


def page_number(page: SetPage) -> Ink:
    return next(line for line in page.lines if re.fullmatch(r"—\d+—", line.text))


# --- page numbers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["beside", "behind odd"])
def test_page_numbers_are_7_mm_below_the_type_area_on_the_outer_side(
    papers: dict[str, list[SetPage]], name: str
):
    one = 14 * 25.4 / 72
    for number, page in enumerate(papers[name], start=1):
        line = page_number(page)
        dash = next(one for one in page.characters if one.text == "—" and one.baseline == line.baseline)
        assert line.text == f"—{number}—"
        assert dash.top == pytest.approx(TYPE_AREA_BOTTOM + 7, abs=0.3)
        assert (line.right if number % 2 else line.left) == pytest.approx(
            184 - one if number % 2 else 28 + one, abs=0.5
        )


def test_on_turned_pages_the_number_is_where_an_upright_sheet_has_it(papers: dict[str, list[SetPage]]):
    upright, even, odd, *_ = papers["turned"]
    one = 14 * 25.4 / 72

    assert (even.width, even.height) == pytest.approx((upright.height, upright.width), abs=0.1)
    for number, page in ((2, even), (3, odd)):
        inked = sorted((ink for ink in page.characters if 25 < ink.left < 31), key=lambda ink: ink.top)
        assert "".join(ink.text for ink in inked) == f"—{number}—"
        assert (inked[1].left + inked[1].right) / 2 == pytest.approx(35 - 7, abs=1)
        end = inked[0].top if number == 2 else inked[-1].bottom
        assert end == pytest.approx(28 + one if number == 2 else 210 - 26 - one, abs=0.6)


def test_behind_turned_pages_the_sheets_are_upright_again(papers: dict[str, list[SetPage]]):
    assert [page.width < page.height for page in papers["turned"]] == [True, False, False, True]
    assert page_number(papers["turned"][-1]).text == "—4—"


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_a_paper_has_as_many_pages_as_its_pdf(papers: dict[str, list[SetPage]], name: str):
    assert len(papers[name]) == len(lay_out(DOCUMENTS[name]).pages)
