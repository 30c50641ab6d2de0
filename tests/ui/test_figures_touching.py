"""Touching a figure: what was carried over waits no longer, what was typed comes from no file, every step goes back."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from models.quantity import Quantity
from models.report import Figure
from tests.ui.hands import Hands
from tests.ui.tab_desk import FiguresDesk, figures_desk
from tests.ui.test_figures_tab import put, type_number
from tests.ui.test_walk import cell
from ui.figures_table import FiguresTable


@pytest.fixture
def carried(qtbot: QtBot) -> FiguresDesk:
    """A clerk before a figure that came over from last year's report, and one from a file."""
    desk = figures_desk(qtbot)
    draft = desk.draft
    report = draft.report.with_figure(Figure("fy_apply", Quantity("179"), Quantity("150"), is_carried=True))
    report = report.with_figure(Figure("fy_closed", Quantity("20"), source="甲.xlsx", received="2026-01-05"))
    draft.change("写", report)
    desk.tab.reveal("fy_apply")
    return desk


def figure(clerk: Hands, key: str = "fy_apply") -> Figure:
    return clerk.draft.report.figure(key)


def view(clerk: Hands) -> FiguresTable:
    return clerk.find(FiguresTable, "figures_table")


@pytest.mark.parametrize("amount", ["179", "180"])
def test_typing_an_amount_even_the_same_one_clears_the_mark_and_undo_brings_it_back(
    carried: FiguresDesk, amount: str
) -> None:
    put(carried, "行政复议申请", "本年", amount)
    assert not figure(carried).is_carried

    carried.undo()
    assert figure(carried).is_carried


def test_pasting_clears_the_mark(carried: FiguresDesk) -> None:
    QApplication.clipboard().setText("179")
    view(carried).paste()

    assert not figure(carried).is_carried


def test_last_years_amount_leaves_the_mark(carried: FiguresDesk) -> None:
    put(carried, "行政复议申请", "上年", "151")

    assert figure(carried).is_carried


def test_passing_through_an_empty_cell_leaves_the_mark(carried: FiguresDesk) -> None:
    draft = carried.draft
    draft.change("写", draft.report.with_figure(Figure("fy_apply", last=Quantity("150"), is_carried=True)))
    put(carried, "行政复议申请", "本年", "")

    assert figure(carried).is_carried


def test_the_menu_says_that_what_was_carried_over_still_holds(carried: FiguresDesk) -> None:
    view(carried).menu_wanted.emit(view(carried).mapToGlobal(view(carried).rect().center()))
    menu = carried.find(QMenu, "figures_menu")
    (entry,) = [action for action in menu.actions() if action.objectName() == "action:confirm"]
    entry.trigger()
    menu.close()

    assert figure(carried) == Figure("fy_apply", Quantity("179"), Quantity("150"))
    assert "仍适用" in carried.draft.undo_words


def test_an_amount_typed_by_hand_is_no_longer_from_its_file(carried: FiguresDesk) -> None:
    tip = cell(view(carried), "审结行政复议案件", "本年").data(Qt.ItemDataRole.ToolTipRole)
    assert "甲.xlsx" in tip
    assert "2026-01-05" in tip

    put(carried, "审结行政复议案件", "本年", "21")
    assert (figure(carried, "fy_closed").source, figure(carried, "fy_closed").received) == ("", "")


def test_tab_types_on_in_the_next_cell_that_can_be_filled_in(carried: FiguresDesk) -> None:
    table = view(carried)
    editor = type_number(carried, table, "181")
    carried.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    last = cell(table, "行政复议申请", "上年")
    carried.qtbot.waitUntil(lambda: table.indexWidget(last) is not None)

    assert figure(carried).value == Quantity("181")
    carried.qtbot.keyClick(table.indexWidget(last), Qt.Key.Key_Backtab)
    carried.qtbot.waitUntil(lambda: table.currentIndex() == cell(table, "行政复议申请", "本年"))


def test_delete_clears_all_chosen_cells_as_one_step(carried: FiguresDesk) -> None:
    table = view(carried)
    for column in ("本年", "上年", "单位"):
        table.selectionModel().select(
            cell(table, "行政复议申请", column), table.selectionModel().SelectionFlag.Select
        )
    carried.qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert (figure(carried).value, figure(carried).last) == (None, None)

    carried.undo()
    assert (figure(carried).value, figure(carried).last) == (Quantity("179"), Quantity("150"))


def test_a_blank_in_a_pasted_block_leaves_the_amount(carried: FiguresDesk) -> None:
    QApplication.clipboard().setText("\t151")
    view(carried).paste()

    assert (figure(carried).value, figure(carried).last) == (Quantity("179"), Quantity("151"))


@pytest.mark.parametrize("written", ["1,400余件", "１400余", " 1400余 "])
def test_a_pasted_cell_may_be_written_as_spreadsheets_do(carried: FiguresDesk, written: str) -> None:
    QApplication.clipboard().setText(written)
    view(carried).paste()
    value = figure(carried).value

    assert value is not None
    assert (value.value, value.qualifier, value.unit) == (Decimal(1400), "余", "")


def test_a_block_copied_here_comes_back_with_its_units(carried: FiguresDesk) -> None:
    QApplication.clipboard().setText("179\t件\t152")
    view(carried).paste()

    assert figure(carried).last == Quantity("152")


def test_what_is_being_typed_is_not_touched_when_the_table_is_surveyed(carried: FiguresDesk) -> None:
    table = view(carried)
    editor = type_number(carried, table, "1234")
    carried.tab._survey()

    assert isinstance(editor, QLineEdit)
    assert editor.text() == "1234"


def test_the_wheel_changes_no_value(carried: FiguresDesk) -> None:
    table = view(carried)
    editor = type_number(carried, table, "12")
    assert isinstance(editor, QLineEdit)
    where = editor.rect().center().toPointF()
    turned = QWheelEvent(
        where,
        where,
        editor.rect().topLeft(),
        editor.rect().bottomRight(),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor, turned)

    assert editor.text() == "12"


def test_one_key_in_a_cell_arranges_nothing_anew(carried: FiguresDesk, qtbot) -> None:
    table = view(carried)
    with qtbot.assertNotEmitted(table.model().modelReset):
        editor = type_number(carried, table, "1234")
        carried.qtbot.keyClick(editor, Qt.Key.Key_Return)
        carried.qtbot.waitUntil(lambda: figure(carried).value == Quantity("1234"))
