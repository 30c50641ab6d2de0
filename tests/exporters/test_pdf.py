"""The PDF, read back with a reader that is not ours."""

import ctypes
import io
import os
import subprocess
import sys
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]
import pytest

from exporters import pdf
from exporters.fonts import BUNDLED_FONTS, is_drawn
from exporters.layout import lay_out
from exporters.profile import profile
from models.document import Block, Document, Paragraph
from tests.exporters.example_paper import example_paper, paper, paragraph

MM = 72 / 25.4


def written(document: Document) -> bytes:
    stream = io.BytesIO()
    pdf.write(document, stream)
    return stream.getvalue()


def pages(document: Document) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(written(document)))


def read_text(page: pypdfium2.PdfPage) -> str:
    return page.get_textpage().get_text_range()


def line_edges(page: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    """Where the first character's box begins and the last one's ends, for every line of the page."""
    textpage = page.get_textpage()
    lines: list[list[tuple[float, float, float, float]]] = [[]]
    for index in range(textpage.count_chars()):
        character = textpage.get_text_range(index, 1)
        if character == "\n":
            lines.append([])
        elif character.strip():
            lines[-1].append(textpage.get_charbox(index, loose=True))
    return [(min(box[0] for box in line), max(box[2] for box in line)) for line in lines if line]


def solid(text: str) -> str:
    return "".join(text.split())


def body(*texts: str) -> Document:
    blocks: tuple[Block, ...] = tuple(map(Paragraph, texts))
    return paper(blocks)


def test_the_text_reads_back_in_order_and_whole() -> None:
    document = example_paper()

    for laid_out, page in zip(lay_out(document).pages, pages(document), strict=True):
        wanted = "".join(placed.line.text for placed in (*laid_out.lines, laid_out.number_line))
        assert solid(read_text(page)) == solid(wanted)


def test_lines_read_back_as_they_were_set() -> None:
    document = body(*(paragraph(number) for number in range(12)))

    for laid_out, page in zip(lay_out(document).pages, pages(document), strict=True):
        wanted = [placed.line.text for placed in laid_out.lines]
        assert read_text(page).splitlines()[:-1] == wanted


def test_every_character_of_every_font_reads_back() -> None:
    held = {one for font in BUNDLED_FONTS for one in font.widths if font.holds(one)}
    text = "".join(one for one in sorted(held) if is_drawn(one))

    assert not lay_out(body(text)).missing
    read = "".join(solid(read_text(page)) for page in pages(body(text)))
    assert set(text) - set(read) == set()


def test_full_lines_reach_from_28_to_184_mm() -> None:
    text = "受理行政复议申请，依法公开政务信息" * 30
    (page,) = pages(body(text))

    _, *full, _last, _page_number = line_edges(page)
    assert len(full) > 10
    for left, right in full:
        assert left / MM == pytest.approx(28, abs=0.3)
        assert right / MM == pytest.approx(184, abs=0.3)


def test_page_numbers_stand_7_mm_below_the_type_area() -> None:
    odd, even = pages(body(*["一行"] * 30))

    for page, first_left, last_right in ((odd, None, 184 - 14 / MM), (even, 28 + 14 / MM, None)):
        textpage = page.get_textpage()
        text = textpage.get_text_range()
        first = textpage.get_charbox(text.index("—"))
        last = textpage.get_charbox(text.rindex("—"))
        assert 297 - first[3] / MM == pytest.approx(262 + 7, abs=0.3)
        if first_left is not None:
            assert first[0] / MM == pytest.approx(first_left, abs=0.3)
        if last_right is not None:
            assert last[2] / MM == pytest.approx(last_right, abs=0.8)


def test_several_papers_in_one_file_begin_on_the_front_of_a_sheet_and_count_for_themselves() -> None:
    long, short = body(*["一行"] * 30), body("另一份")
    stream = io.BytesIO()

    pdf.draw_all([(lay_out(one), one) for one in (short, long, short)], stream)

    joined = pypdfium2.PdfDocument(stream.getvalue())
    texts = [solid(read_text(page)) for page in joined]
    assert [bool(text) for text in texts] == [True, False, True, True, True]
    assert texts[0] == texts[4] == "另一份—1—"
    assert [text[-3:] for text in texts[2:4]] == ["—1—", "—2—"]


def test_the_papers_of_one_file_are_listed_by_name() -> None:
    papers = [replace(body("甲"), name=name) for name in ("发文稿纸", "送审稿")]
    stream = io.BytesIO()

    pdf.draw_all([(lay_out(one), one) for one in papers], stream)

    document = pypdfium2.PdfDocument(stream.getvalue())
    listed = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert listed == [("发文稿纸", 0), ("送审稿", 2)]


def test_papers_of_different_sizes_keep_them() -> None:
    document = body("甲")
    stream = io.BytesIO()

    pdf.draw_all([(lay_out(document, rules), document) for rules in (profile(), profile().turned())], stream)

    sizes = [
        [round(side / MM) for side in page.get_size()] for page in pypdfium2.PdfDocument(stream.getvalue())
    ]
    assert (sizes[0], sizes[-1]) == ([210, 297], [297, 210])


def test_every_font_is_embedded() -> None:
    assert b"Helvetica" not in written(example_paper())
    for page in pages(example_paper()):
        for thing in page.get_objects([pdfium_c.FPDF_PAGEOBJ_TEXT]):
            assert pdfium_c.FPDFFont_GetIsEmbedded(pdfium_c.FPDFTextObj_GetFont(thing.raw)) == 1


def test_two_writes_give_the_same_bytes_in_this_process_and_in_another() -> None:
    code = (
        "import hashlib, io; from exporters import pdf; from tests.exporters.example_paper import example_paper;"
        "stream = io.BytesIO(); pdf.write(example_paper(), stream);"
        "print(len(stream.getvalue()), hashlib.sha256(stream.getvalue()).hexdigest())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert written(example_paper()) == written(example_paper())
    assert len(outputs) == 1


def test_title_issuer_and_language_are_the_files_properties() -> None:
    content = written(example_paper())
    with pypdfium2.PdfDocument(content) as file:
        properties = file.get_metadata_dict()
        needed = pdfium_c.FPDFCatalog_GetLanguage(file.raw, None, 0)
        buffer = ctypes.create_string_buffer(needed)
        pdfium_c.FPDFCatalog_GetLanguage(
            file.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), needed
        )

    assert properties["Title"] == example_paper().title
    assert properties["Author"] == "青河县人民政府"
    assert buffer.raw.decode("utf-16-le").rstrip("\0") == "zh-CN"


@pytest.mark.parametrize(("lines", "page_count"), [(0, 1), (1, 1), (60 * 22, 60)])
def test_documents_of_every_length_become_a4_pages(lines: int, page_count: int) -> None:
    sizes = [page.get_size() for page in pages(body(*["一行"] * lines))]

    assert len(sizes) == page_count
    assert sizes[0] == pytest.approx((210 * MM, 297 * MM), abs=0.01)
    assert len(set(sizes)) == 1


def test_a_character_that_no_font_holds_is_drawn_as_a_stand_in_and_reported() -> None:
    document = body("村民𠮷某到场。")

    (page,) = pages(document)
    assert solid(read_text(page)).startswith("村民〓某到场。")
    assert lay_out(document).missing == {"𠮷"}


def test_the_fonts_of_other_users_of_reportlab_stay_as_they_are() -> None:
    from reportlab.pdfbase import pdfmetrics

    before = set(pdfmetrics.getRegisteredFontNames())
    written(example_paper())
    written(example_paper())

    added = set(pdfmetrics.getRegisteredFontNames()) - before
    assert all(name.startswith("fazhi-") for name in added)
