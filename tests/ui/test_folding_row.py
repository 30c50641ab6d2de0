"""Two parts of a row: beside each other where both have room, else below each other."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.folding_row import FoldingRow

LEAST, SPACING = 100, 8


def part() -> QWidget:
    label = QLabel("字")
    label.setMinimumWidth(LEAST)
    return label


def row_of(qtbot: QtBot, width: int) -> tuple[QWidget, FoldingRow, QWidget, QWidget]:
    first, second = part(), part()
    room = QWidget()
    row = FoldingRow(first, second, (1, 0), (SPACING, SPACING), room)
    qtbot.addWidget(room)
    row.resize(width, 200)
    room.show()
    QApplication.processEvents()
    return room, row, first, second


def test_they_stand_side_by_side_where_both_have_room(qtbot: QtBot) -> None:
    _room, row, first, second = row_of(qtbot, 2 * LEAST + SPACING)

    assert not row.is_folded
    assert second.x() > first.geometry().right()


def test_a_pixel_less_puts_the_second_below_the_first(qtbot: QtBot) -> None:
    _room, row, first, second = row_of(qtbot, 2 * LEAST + SPACING - 1)

    assert row.is_folded
    assert second.y() > first.geometry().bottom()


def test_it_unfolds_again_and_folds_where_a_part_grows(qtbot: QtBot) -> None:
    _room, row, first, _second = row_of(qtbot, LEAST)
    row.resize(QSize(3 * LEAST, 200))
    assert not row.is_folded

    first.setMinimumWidth(3 * LEAST)
    QApplication.processEvents()

    assert row.is_folded


def test_it_can_be_as_narrow_as_the_wider_part(qtbot: QtBot) -> None:
    _room, row, _first, _second = row_of(qtbot, 3 * LEAST)

    assert row.minimumSizeHint().width() == LEAST
