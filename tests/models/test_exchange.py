"""A workbook of ours is known again by its marks, whatever program has saved it since."""

import pytest

from models.exchange import FORMAT, MARKS_KEY, Marks, Purpose, marks_of

MARKS = Marks(Purpose.COLLECTION, "county-regulation", 1, "云岭县人民政府", 2025, "县司法局")


def test_marks_come_back_as_they_were_written() -> None:
    assert marks_of(MARKS.rows()) == MARKS


def test_numbers_may_come_back_as_a_program_shows_them() -> None:
    rows = [(f" {key} ", f"{value}.0" if value.isdigit() else value) for key, value in MARKS.rows()]
    assert marks_of(rows) == MARKS


@pytest.mark.parametrize("row", [("purpose", "letter"), ("year", "去年"), (MARKS_KEY, "")])
def test_what_cannot_be_read_is_no_marks(row: tuple[str, str]) -> None:
    assert marks_of([*MARKS.rows(), row]) is None


def test_a_foreign_sheet_has_no_marks() -> None:
    assert marks_of([("单位", "县司法局"), ("件", "12")]) is None


def test_the_first_row_says_whose_workbook_it_is_and_how_it_is_laid_out() -> None:
    assert MARKS.rows()[0] == (MARKS_KEY, str(FORMAT))
