"""The sign-off sheet on paper: one page, every word inside its own cell, read back with a reader that is not ours."""

import ctypes
import io
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters import pdf
from exporters.layout.form import lay_out_form
from exporters.profile import profile
from models.document import Document, Table
from models.errors import UserError
from models.letterhead import Letterhead
from models.report import Attachment, Report
from models.signoff_sheet import Cell, Drafting, Sheet, signoff_sheet

MM = 72 / 25.4
ABOUT = Document("发文稿纸", "报告", "青河县人民政府", 2026, (), Table("", (), ()))
ORGAN = "青河县推进依法行政和法治政府建设示范创建工作领导小组及其办公室联合会议第一组"

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points, as PDF counts."""


def sheet(letterhead: Letterhead, attachments: int = 1, drafting: Drafting | None = None) -> Sheet:
    titles = (f"青河县2026年度法治政府建设有关情况统计汇总表及其填报说明第{n}号" for n in range(attachments))
    report = Report(
        2026, "county-regulation", letterhead=letterhead, attachments=tuple(map(Attachment, titles))
    )
    return signoff_sheet(report, "送审稿 第12稿 · 0a1b2c3d4e", drafting)


ORDINARY = sheet(
    Letterhead(
        organs=("青河县人民政府",),
        addressees=("中共泽州市委", "泽州市人民政府"),
        doc_number="青政〔2027〕3号",
        secrecy="机密",
        secrecy_term="10年",
        urgency="特急",
    ),
    drafting=Drafting("王一", "青河县司法局"),
)
CROWDED = sheet(
    Letterhead(
        title="青河县人民政府关于2026年度法治政府建设情况暨贯彻落实法治政府建设实施纲要有关工作进展的报告"
        * 2,
        organs=(ORGAN, ORGAN),
        addressees=(ORGAN,) * 5,
        copies=(ORGAN,) * 5,
        doc_number="青政法建示范办联〔2027〕1203号",
        secrecy="绝密",
        secrecy_term="至2057年12月31日",
        urgency="特急",
        disclosure="不予公开",
    ),
    attachments=9,
    drafting=Drafting(ORGAN, ORGAN),
)


def drawn(filled: Sheet) -> pypdfium2.PdfDocument:
    stream = io.BytesIO()
    pdf.draw(lay_out_form(filled, profile()), ABOUT, stream)
    return pypdfium2.PdfDocument(stream.getvalue())


def rules(page: pypdfium2.PdfPage) -> list[Box]:
    """Every ruled line of the page, without the pen's width, by which PDFium makes boxes wider on every side."""
    found = []
    for path in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH]):
        width = ctypes.c_float()
        pdfium_c.FPDFPageObj_GetStrokeWidth(path.raw, ctypes.byref(width))
        left, bottom, right, top = path.get_bounds()
        pen = width.value
        found.append((left + pen, bottom + pen, right - pen, top - pen))
    return found


def grid(page: pypdfium2.PdfPage) -> list[list[Box]]:
    """The rectangles between the ruled lines, row by row from the top."""
    lines = rules(page)
    across = sorted({round(top, 1) for left, bottom, right, top in lines if right - left > 300}, reverse=True)
    rows = []
    for top, bottom in pairwise(across):
        middle = (top + bottom) / 2
        edges = sorted(
            {round(x, 1) for x, low, right, high in lines if right - x < 5 and low < middle < high}
        )
        rows.append([(left, bottom, right, top) for left, right in pairwise(edges)])
    return rows


def solid(text: str) -> str:
    return "".join(text.split())


def wanted(cell: Cell) -> list[str]:
    """What the rectangles of a cell say: label and value each in one, a box for a hand nothing but its label."""
    label = solid(cell.label)
    return [f"{label}："] if cell.is_signed else [label, solid("".join(cell.texts))]


def assert_every_word_is_in_its_cell(filled: Sheet) -> None:
    document = drawn(filled)
    assert len(document) == 1
    textpage, rows = document[0].get_textpage(), grid(document[0])
    assert len(rows) == len(filled.rows)
    inside = 0
    for row, boxes in zip(filled.rows, rows, strict=True):
        texts = [text for cell in row.cells for text in wanted(cell)]
        assert [solid(textpage.get_text_bounded(*box)) for box in boxes] == texts
        inside += sum(map(len, texts))
    outside = len(solid(filled.title)) + len(solid(filled.trace))
    assert len(solid(textpage.get_text_range())) == inside + outside


@pytest.mark.parametrize(
    "filled", [ORDINARY, CROWDED, sheet(Letterhead())], ids=["ordinary", "crowded", "empty"]
)
def test_every_word_is_in_its_cell_on_one_page(filled: Sheet) -> None:
    assert_every_word_is_in_its_cell(filled)


ORGANS = st.text(alphabet="青河县人民政府委办公室法治建设领导小组0123（）", min_size=1, max_size=40)
SEVERAL = st.lists(ORGANS, max_size=5).map(tuple)


@settings(max_examples=25)
@given(
    letterhead=st.builds(
        Letterhead,
        title=st.text(alphabet="青河县关于2026年度法治政府建设情况的报告“”、 ", max_size=120),
        organs=st.lists(ORGANS, max_size=3).map(tuple),
        addressees=SEVERAL,
        copies=SEVERAL,
        doc_number=st.text(alphabet="青政法办〔〕2027号", max_size=30),
        secrecy=st.sampled_from(["", "秘密", "绝密"]),
        secrecy_term=st.sampled_from(["", "1年", "至2057年12月31日"]),
        urgency=st.sampled_from(["", "特急"]),
        disclosure=st.sampled_from(["", "主动公开", "不予公开"]),
    ),
    attachments=st.integers(0, 9),
    drafter=ORGANS,
)
def test_no_letterhead_is_too_long_for_the_page(
    letterhead: Letterhead, attachments: int, drafter: str
) -> None:
    assert_every_word_is_in_its_cell(sheet(letterhead, attachments, Drafting(drafter, drafter)))


def test_a_text_beyond_all_measure_still_is_whole_on_the_page() -> None:
    title = "法治政府建设" * 1000

    document = drawn(sheet(Letterhead(title=title)))

    assert len(document) == 1
    assert title in solid(document[0].get_textpage().get_text_range())


def test_the_form_keeps_to_its_margins_and_the_title_and_trace_stand_outside_it() -> None:
    for filled in (ORDINARY, CROWDED):
        page = drawn(filled)[0]
        lines = rules(page)
        left, right = min(line[0] for line in lines), max(line[2] for line in lines)
        bottom, top = min(line[1] for line in lines), max(line[3] for line in lines)

        for edge, wanted_mm in ((left, 28), (right, 184), (297 * MM - top, 40), (bottom, 20)):
            assert edge / MM == pytest.approx(wanted_mm, abs=0.5)
        textpage = page.get_textpage()
        above = textpage.get_text_bounded(left, top, right, 297 * MM)
        assert solid(above) == solid(filled.title)
        assert solid(textpage.get_text_bounded(0, 0, 210 * MM, bottom)) == solid(filled.trace)


def test_hands_have_room_and_signing_has_most() -> None:
    for filled, least in ((ORDINARY, 60), (CROWDED, 40)):
        rows = grid(drawn(filled)[0])
        heights = [(boxes[0][3] - boxes[0][1]) / MM for boxes in rows]
        signed = [height for height, row in zip(heights, filled.rows, strict=True) if row.cells[0].is_signed]

        assert signed[0] == max(heights)
        assert signed[0] >= least
        assert min(signed) >= 17.9


def test_only_what_is_crowded_becomes_small() -> None:
    values = {
        placed.line.text: placed.line.size_pt for placed in lay_out_form(CROWDED, profile()).pages[0].lines
    }

    assert values["特急"] == 14
    assert 7 < min(size for text, size in values.items() if ORGAN[:9] in text) < 12


def test_the_same_sheet_becomes_the_same_bytes() -> None:
    files = []
    for _ in range(2):
        stream = io.BytesIO()
        pdf.draw(lay_out_form(ORDINARY, profile()), ABOUT, stream)
        files.append(stream.getvalue())

    assert files[0] == files[1]


def test_the_measures_are_the_profiles() -> None:
    rules_of_office = profile()
    wider = replace(rules_of_office, signoff=replace(rules_of_office.signoff, title_mm=40))
    stream = io.BytesIO()

    pdf.draw(lay_out_form(ORDINARY, wider), ABOUT, stream)

    page = pypdfium2.PdfDocument(stream.getvalue())[0]
    assert 297 - max(line[3] for line in rules(page)) / MM == pytest.approx(60, abs=0.5)


def test_the_form_is_red_and_what_is_filled_in_is_black() -> None:
    (page,) = lay_out_form(ORDINARY, profile()).pages

    assert {rule.colour for rule in page.rules} == {"FF0000"}
    colours = {placed.line.text: run.colour for placed in page.lines for run in placed.line.runs}
    printed = {"青河县人民政府发文稿纸", "签发：", "标题", "文号", "份数"}
    assert {colours[text] for text in printed} == {"FF0000"}
    assert {colours[text] for text in ("青政〔2027〕3号", "机密★10年", "青河县司法局")} == {"000000"}


@pytest.mark.parametrize(
    "measure", [{"bottom_mm": 200}, {"title_mm": 4}, {"label_mm": 140}, {"padding_mm": 30}]
)
def test_a_profile_whose_page_cannot_hold_the_form_is_refused(measure: dict[str, Any]) -> None:
    rules_of_office = replace(profile(), signoff=replace(profile().signoff, **measure))

    with pytest.raises(UserError, match="放不下发文稿纸"):
        lay_out_form(ORDINARY, rules_of_office)
