"""What every workbook of ours keeps to: texts are texts, formulas have their value beside them, pages are A4."""

from io import BytesIO

import pytest
from openpyxl import Workbook as Read
from openpyxl import load_workbook

from exporters.workbook.book import Book, Look, set_page
from models.exchange import MARKS_SHEET, Marks, Purpose, marks_of

MARKS = Marks(Purpose.REPORT, "county-regulation", 1, "云岭县人民政府", 2025)


def read(book: Book, *, values: bool = False) -> Read:
    return load_workbook(BytesIO(book.packed()), data_only=values)


@pytest.mark.parametrize("text", ["=1+1", "+8", "-3", "@cmd", "＝A1", "http://example.com", "007"])
def test_a_text_is_a_text_whatever_it_begins_with(text: str) -> None:
    book = Book()
    book.text(book.sheet("表"), 0, 0, text, Look())
    cell = read(book)["表"]["A1"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_formula_has_its_value_beside_it() -> None:
    def book() -> Book:
        made = Book()
        made.sheet("表").write_formula(0, 0, "=20+11", made.format(Look()), 31)
        return made

    assert read(book())["表"]["A1"].value == "=20+11"
    assert read(book(), values=True)["表"]["A1"].value == 31


def test_the_marks_are_hidden_and_can_be_read_back() -> None:
    book = Book()
    book.sheet("表")
    book.mark(MARKS)
    sheet = read(book)[MARKS_SHEET]
    assert sheet.sheet_state == "veryHidden"
    assert marks_of((str(key), str(value)) for key, value in sheet.iter_rows(values_only=True)) == MARKS


def test_a_page_is_a4_across_as_wide_as_the_paper_with_its_head_repeated() -> None:
    book = Book()
    set_page(book.sheet("表"), (0, 2))
    sheet = read(book)["表"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.page_setup.fitToWidth in (None, 1)  # 1 is what a missing value means
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$3"
    assert "&P" in str(sheet.oddFooter.center.text)


def test_a_look_is_made_once() -> None:
    book = Book()
    assert book.format(Look(size=9)) is book.format(Look(size=9))
    assert book.format(Look(size=9)) is not book.format(Look(size=10))
