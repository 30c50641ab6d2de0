"""Claims about every paper, looked at in the finished PDF with a reader that is not ours."""

from collections import Counter
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings

from exporters import pdf
from exporters.layout import Page, lay_out
from exporters.layout.units import NO_END, NO_START
from models.document import Document, Mark
from tests.exporters.documents import documents
from tests.exporters.layout_reading import BOTTOM, LEFT, PITCH, RIGHT, TOP

MM = 72 / 25.4
a_few = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def written(document: Document) -> bytes:
    stream = BytesIO()
    pdf.write(document, stream)
    return stream.getvalue()


def letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def drawn_lines(page: Page) -> list[str]:
    return [one.line.text for one in (*page.lines, page.trace_line, page.number_line) if one]


@a_few
@given(documents())
def test_every_page_reads_back_as_it_was_laid_out(document: Document) -> None:
    layout = lay_out(document)

    for page, read in zip(layout.pages, pypdfium2.PdfDocument(written(document)), strict=True):
        text = read.get_textpage().get_text_range()
        assert letters(text) == letters("".join(drawn_lines(page)))


@a_few
@given(documents())
def test_nothing_of_the_composed_text_is_lost(document: Document) -> None:
    read = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(written(document)))

    found = letters(read)
    for block in document.blocks:
        for text in (getattr(block, "title", ""), getattr(block, "text", "")):
            assert not letters(text) - found
    if document.masthead.mark is not Mark.NONE:
        assert not letters("".join((document.masthead.doc_number, *document.masthead.signatories))) - found
    assert not letters("".join(document.imprint.copies)) - found


@a_few
@given(documents())
def test_ink_stays_inside_the_type_area_but_for_number_and_trace(document: Document) -> None:
    layout = lay_out(document)

    for page, read in zip(layout.pages, pypdfium2.PdfDocument(written(document)), strict=True):
        assert read.get_size() == pytest.approx((210 * MM, 297 * MM), abs=0.01)
        for thing in read.get_objects():
            left, low, right, high = thing.get_bounds()
            top, foot = 297 * MM - high, 297 * MM - low
            if top > BOTTOM + 1 and thing.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
                continue  # the footer margin
            assert left >= LEFT - 1.5, page.number
            assert right <= RIGHT + 1.5, page.number
            assert top >= TOP - 1.5, page.number
            assert foot <= BOTTOM + 1.5, page.number


@a_few
@given(documents())
def test_body_lines_stand_on_the_grid_and_begin_and_end_lawfully(document: Document) -> None:
    for page in lay_out(document).pages:
        for placed in page.lines:
            if page.is_turned or {run.size_pt for run in placed.line.runs} != {16}:
                continue
            grid_line = (placed.baseline_pt - TOP - 0.38 * 16) / PITCH - 0.5
            is_full = placed.x_pt + placed.line.right_pt == pytest.approx(RIGHT, abs=0.01)
            if is_full:
                assert grid_line == pytest.approx(round(grid_line), abs=0.01)
                assert placed.line.text[0] not in NO_START
                assert placed.line.text.rstrip()[-1] not in NO_END


@settings(a_few, max_examples=5)
@given(documents())
def test_two_exports_are_the_same_bytes(document: Document) -> None:
    assert written(document) == written(document)
