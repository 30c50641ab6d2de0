"""A table of values says what its columns declare, and nothing beyond its last row."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from ui.row_model import Column, RowModel


class Lengths(RowModel[str]):
    columns = (Column("词", str), Column("字数", lambda word: str(len(word)), is_number=True))

    def tip(self, row: str, column: int) -> str:
        return row if column else ""


@pytest.fixture
def lengths(qapp: object) -> Lengths:
    model = Lengths()
    model.show(["执法", "行政复议"])
    return model


def test_a_column_has_its_title_and_its_words(lengths: Lengths) -> None:
    assert [lengths.headerData(at, Qt.Orientation.Horizontal) for at in (0, 1)] == ["词", "字数"]
    assert [lengths.index(1, at).data() for at in (0, 1)] == ["行政复议", "4"]
    assert [lengths.index(1, at).data(Qt.ItemDataRole.ToolTipRole) for at in (0, 1)] == [None, "行政复议"]


def test_numbers_stand_to_the_right_below_a_title_that_does_too(lengths: Lengths) -> None:
    role = Qt.ItemDataRole.TextAlignmentRole

    assert [lengths.index(0, at).data(role) is None for at in (0, 1)] == [True, False]
    assert lengths.headerData(1, Qt.Orientation.Horizontal, role) == lengths.index(0, 1).data(role)


def test_a_row_is_found_by_what_is_true_of_it(lengths: Lengths) -> None:
    assert lengths.row_of(lambda word: len(word) == 4) == 1
    assert lengths.row_of(lambda word: len(word) == 3) is None


def test_no_place_in_the_table_has_no_value(lengths: Lengths) -> None:
    assert lengths.at(lengths.index(1, 0)) == "行政复议"
    assert lengths.at(QModelIndex()) is lengths.at(lengths.index(2, 0)) is None
