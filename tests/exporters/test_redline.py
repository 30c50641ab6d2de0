"""花脸稿 as PDF: both states on one paper, told apart by colour and by lines."""

import ctypes
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from exporters import pdf
from exporters.layout import lay_out
from exporters.layout.changes import change_rules
from exporters.layout.strip import PlacedLine
from exporters.profile import profile
from exporters.redline import write_redline_pdf
from models.redline import redlined
from models.word_difference import Kind
from tests.exporters.redlined_papers import NEW, OLD, paper

LABELS = ("送审稿 第2稿 · 3f9c2a1b7d", "现稿")


@cache
def lines() -> list[PlacedLine]:
    """Every line of the pages, those on turned ones too."""
    laid_out = lay_out(redlined(paper(OLD), paper(NEW)), profile().for_redline())
    return [line for page in laid_out.pages for line in page.lines]


def drawn(kind: Kind) -> str:
    return "".join(run.text for placed in lines() for run in placed.line.runs if run.kind is kind)


def test_what_was_deleted_and_inserted_is_drawn_as_such() -> None:
    assert "179" in drawn(Kind.DELETED)
    assert "开展法治宣传活动，受教育群众众多。" in drawn(Kind.DELETED)
    assert "180" in drawn(Kind.INSERTED)
    assert "（一）简政放权。取消一批证明事项。" in drawn(Kind.INSERTED)
    assert "工作" in drawn(Kind.INSERTED), "a title that is broken into lines keeps its marks"
    assert "全程留痕" in drawn(Kind.EQUAL)


def test_deleted_text_is_struck_through_and_inserted_underlined() -> None:
    for placed in lines():
        rules = list(change_rules([placed]))
        colours = {run.colour for run in placed.line.runs if run.kind is not Kind.EQUAL}
        assert {rule.colour for rule in rules} == colours
        for rule in rules:
            run = next(one for one in placed.line.runs if one.colour == rule.colour)
            assert (rule.y1_pt < placed.baseline_pt) == (run.kind is Kind.DELETED)
            assert rule.x1_pt < rule.x2_pt


def test_the_first_page_says_what_is_compared_and_how_changes_look() -> None:
    stream = BytesIO()
    write_redline_pdf(paper(OLD), paper(NEW), LABELS, stream)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(stream.getvalue())]

    assert "删去的文字" in pages[0]
    assert "增加的文字" in pages[0]
    assert all("3f9c2a1b7d" in page for page in pages if page.strip())


def test_a_paper_without_changes_has_the_same_pages_as_ever() -> None:
    usual = paper(OLD)

    assert lay_out(redlined(usual, usual), profile().for_redline()).line_count == lay_out(usual).line_count
    assert not list(change_rules(line for page in lay_out(usual).pages for line in page.lines))


def test_only_a_redline_takes_its_marks_for_marks() -> None:
    sly = replace(paper(OLD), blocks=redlined(paper(OLD), paper(NEW)).blocks)
    stream = BytesIO()
    pdf.write(sly, stream)

    laid_out = lay_out(sly)
    assert {run.kind for page in laid_out.pages for line in page.lines for run in line.line.runs} == {
        Kind.EQUAL
    }


def test_the_page_number_is_black_below_a_page_that_ends_with_a_change() -> None:
    stream = BytesIO()
    write_redline_pdf(paper(OLD), paper(replace(OLD, preamble=("增加的一段。" * 300,))), LABELS, stream)
    page = pypdfium2.PdfDocument(stream.getvalue())[0]
    text = page.get_textpage()

    numbers = [one for one in page.get_objects(filter=[1], textpage=text) if "—" in one.extract()]
    assert [colour_of(one) for one in numbers] == [(0, 0, 0)]


def colour_of(item: Any) -> tuple[int, int, int]:
    """The colour of a text on a page, as red, green and blue from 0 to 255."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    return red.value, green.value, blue.value
