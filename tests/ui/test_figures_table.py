"""The table of figures under the hands: refused texts stay to be mended, blocks come and go by the clipboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.quantity import Quantity
from models.report import Figure
from tests.ui.hands import Hands
from tests.ui.tab_desk import FiguresDesk, figures_desk
from tests.ui.test_figures_tab import shown, type_number
from tests.ui.test_walk import cell
from ui.figures_block import cells_of, text_of
from ui.figures_columns import DEPARTMENT, LAST, NOTE, VALUE


@pytest.fixture
def filling(qtbot: QtBot) -> FiguresDesk:
    """A clerk before the table of figures."""
    desk = figures_desk(qtbot)
    desk.tab.reveal("")
    qtbot.waitUntil(table(desk).hasFocus)
    return desk


def table(clerk: Hands) -> QTableView:
    return clerk.find(QTableView, "figures_table")


def go_to(clerk: Hands, indicator: str, column: str):
    index = cell(table(clerk), indicator, column)
    table(clerk).setCurrentIndex(index)
    return index


def written_in(clerk: Hands, index) -> str:
    """What stands in a cell's open editor."""
    editor = table(clerk).indexWidget(index)
    assert isinstance(editor, QLineEdit)
    return editor.text()


def told(clerk: Hands) -> str:
    return clerk.find(QLabel, "figures_status").text()


def paste(clerk: Hands, text: str) -> None:
    QApplication.clipboard().setText(text)
    clerk.qtbot.keySequence(table(clerk), QKeySequence(QKeySequence.StandardKey.Paste))


def test_the_first_cell_to_be_filled_in_is_current(filling: FiguresDesk) -> None:
    current = table(filling).currentIndex()

    assert (current.row(), current.column()) == (1, VALUE)  # below the first head


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_refused_text_stays_in_its_cell_and_its_indicator_is_named(
    filling: FiguresDesk, key: Qt.Key
) -> None:
    index = go_to(filling, "行政复议申请", "本年")
    editor = type_number(filling, table(filling), "007")
    filling.qtbot.keyClick(editor, key)
    QApplication.processEvents()

    assert table(filling).currentIndex() == index
    assert written_in(filling, index) == "007"
    assert editor.hasFocus()
    assert "行政复议申请" in told(filling)

    filling.type(editor, "179")
    filling.qtbot.keyClick(editor, Qt.Key.Key_Return)
    filling.qtbot.waitUntil(lambda: index.data() == "179")
    assert "007" not in told(filling)


def test_esc_gives_a_refused_text_up(filling: FiguresDesk) -> None:
    index = go_to(filling, "行政复议申请", "本年")
    editor = type_number(filling, table(filling), "007")
    filling.qtbot.keyClick(editor, Qt.Key.Key_Return)
    filling.qtbot.waitUntil(lambda: "行政复议申请" in told(filling))
    filling.qtbot.keyClick(editor, Qt.Key.Key_Escape)

    filling.qtbot.waitUntil(lambda: table(filling).indexWidget(index) is None)
    assert "行政复议申请" not in told(filling)


def test_going_to_another_cell_leads_back_to_the_refused_one(filling: FiguresDesk) -> None:
    index = go_to(filling, "行政复议申请", "本年")
    type_number(filling, table(filling), "007")
    table(filling).setCurrentIndex(index.siblingAtRow(index.row() + 1))
    table(filling).setFocus()

    filling.qtbot.waitUntil(lambda: table(filling).currentIndex() == index)
    assert written_in(filling, index) == "007"


def test_a_block_fills_downward_and_rightward_as_one_step(filling: FiguresDesk) -> None:
    start = go_to(filling, "行政复议申请", "本年")
    steps = filling.draft.undo_words
    paste(filling, "179\t150\t县法院\r\n20\t18\r\n")
    below = start.siblingAtRow(start.row() + 1)

    assert [start.data(), start.siblingAtColumn(LAST).data(), start.siblingAtColumn(DEPARTMENT).data()] == [
        "179",
        "150",
        "县法院",
    ]
    assert [below.data(), below.siblingAtColumn(LAST).data()] == ["20", "18"]
    filling.undo()
    assert filling.draft.undo_words == steps
    assert not start.data()


def test_what_does_not_fit_in_a_block_is_named_and_the_rest_is_taken(filling: FiguresDesk) -> None:
    start = go_to(filling, "行政复议申请", "本年")
    below = start.siblingAtRow(start.row() + 1)
    paste(filling, "很多\n20\n")

    assert not start.data()
    assert below.data() == "20"
    assert "“行政复议申请”" in told(filling)


def test_a_block_for_a_column_that_is_reckoned_goes_nowhere_and_is_told(filling: FiguresDesk) -> None:
    start = go_to(filling, "行政复议申请", "增减")
    before = filling.draft.report
    paste(filling, "179\n150\n")

    assert filling.draft.report == before
    assert start.siblingAtColumn(DEPARTMENT).data() == "县司法局"
    assert "“增减”一列不能填" in told(filling)


def test_rows_beyond_the_table_are_told(filling: FiguresDesk) -> None:
    last = table(filling).model().index(table(filling).model().rowCount() - 1, NOTE)
    table(filling).setCurrentIndex(last)
    paste(filling, "甲\t乙\n丙\n丁")

    assert last.data() == "甲"
    assert "2 行" in told(filling)
    assert "1 列" in told(filling)


def choose(clerk: Hands, start, rows: int, columns: tuple[int, ...]) -> None:
    """Choose cells as a drag from the bottom right does: the last one is current."""
    model = table(clerk).selectionModel()
    model.clearSelection()
    for row in range(rows):
        for column in columns:
            here = start.siblingAtRow(start.row() + row).siblingAtColumn(column)
            model.setCurrentIndex(here, model.SelectionFlag.Select)


def column_from(start, rows: int) -> list[str]:
    return [start.siblingAtRow(start.row() + row).data() for row in range(rows)]


def test_a_block_begins_at_the_top_left_of_the_chosen_cells_wherever_the_choice_ended(
    filling: FiguresDesk,
) -> None:
    start = go_to(filling, "行政复议申请", "本年")
    choose(filling, start, 3, (VALUE,))
    paste(filling, "1\n2\n3\n")

    assert column_from(start, 4) == ["1", "2", "3", ""]


def test_one_amount_goes_into_every_chosen_cell(filling: FiguresDesk) -> None:
    start = go_to(filling, "行政复议申请", "本年")
    choose(filling, start, 3, (VALUE, LAST))
    paste(filling, "7\n")

    assert column_from(start, 4) == ["7", "7", "7", ""]
    assert column_from(start.siblingAtColumn(LAST), 4) == ["7", "7", "7", ""]
    filling.undo()
    assert column_from(start, 3) == ["", "", ""]


def test_a_block_larger_than_the_choice_goes_on_beyond_it_and_a_smaller_one_is_repeated(
    filling: FiguresDesk,
) -> None:
    start = go_to(filling, "行政复议申请", "本年")
    choose(filling, start, 2, (VALUE,))
    paste(filling, "1\n2\n3\n")
    assert column_from(start, 3) == ["1", "2", "3"]

    choose(filling, start, 4, (VALUE,))
    paste(filling, "5\n6\n")
    assert column_from(start, 4) == ["5", "6", "5", "6"]


@pytest.mark.parametrize("way", [Qt.Key.Key_Return, Qt.Key.Key_F2, None])
def test_a_key_replaces_the_old_amount_though_the_table_was_looked_over_meanwhile(
    filling: FiguresDesk, way: Qt.Key | None
) -> None:
    start = go_to(filling, "行政复议申请", "本年")
    paste(filling, "150\t140")
    index = start if way else start.siblingAtColumn(LAST)
    if way is None:
        filling.qtbot.keyClick(type_number(filling, table(filling), "151"), Qt.Key.Key_Tab)
        filling.qtbot.waitUntil(lambda: table(filling).indexWidget(index) is not None)
    else:
        filling.qtbot.keyClick(table(filling), way)
    table(filling).model().dataChanged.emit(index.siblingAtColumn(0), index.siblingAtColumn(NOTE))
    filling.qtbot.keyClicks(table(filling).indexWidget(index), "160")

    assert written_in(filling, index) == "160"


def test_what_an_input_method_commits_at_once_begins_the_amount(filling: FiguresDesk) -> None:
    index = go_to(filling, "行政复议申请", "本年")
    for target, text in ((table(filling), "１"), (None, "７９")):
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(target or table(filling).indexWidget(index), event)
    assert written_in(filling, index) == "１７９"

    filling.qtbot.keyClick(table(filling).indexWidget(index), Qt.Key.Key_Return)
    filling.qtbot.waitUntil(lambda: index.data() == "179")


def test_the_complaint_about_a_block_goes_when_it_is_undone(filling: FiguresDesk) -> None:
    go_to(filling, "行政复议申请", "本年")
    paste(filling, "很多\n20\n")
    assert "行政复议申请" in told(filling)
    filling.undo()

    assert "行政复议申请" not in told(filling)


def test_the_current_row_stays_in_sight_when_room_is_taken_from_the_table(filling: FiguresDesk) -> None:
    view = table(filling)
    row = view.rowAt(view.viewport().height() - 2)
    view.setCurrentIndex(view.model().index(row - 1, VALUE))
    filling.find(QWidget, "figure_changes").show()
    QApplication.processEvents()

    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_an_amount_far_from_last_years_is_told_with_its_unit(filling: FiguresDesk) -> None:
    go_to(filling, "行政复议申请", "上年")
    paste(filling, "3")
    go_to(filling, "行政复议申请", "本年")
    filling.qtbot.keyClick(type_number(filling, table(filling), "900"), Qt.Key.Key_Return)
    filling.qtbot.waitUntil(lambda: "300倍" in told(filling))

    table(filling).setCurrentIndex(table(filling).model().index(1, VALUE))
    assert "300倍" not in told(filling)


def test_the_chosen_block_is_copied(filling: FiguresDesk) -> None:
    start = go_to(filling, "行政复议申请", "本年")
    paste(filling, "179\t150\n20\t18")
    model = table(filling).selectionModel()
    model.clearSelection()
    for row in (0, 1):
        for column in (VALUE, LAST):
            here = start.siblingAtRow(start.row() + row).siblingAtColumn(column)
            model.select(here, model.SelectionFlag.Select)
    filling.qtbot.keySequence(table(filling), QKeySequence(QKeySequence.StandardKey.Copy))

    assert QApplication.clipboard().text() == "179\t150\n20\t18\n"


def test_a_block_comes_back_from_its_text() -> None:
    block = [["甲\n乙", "1,234"], ["含\t的", "“引”"], ["", '"']]

    assert cells_of(text_of(block)) == block
    assert cells_of("179\r\n\r\n20") == [["179"], [""], ["20"]]


def test_tab_reaches_filter_chips_and_buttons(filling: FiguresDesk) -> None:
    reached, press = [], filling.qtbot.keyClick
    for _ in range(20):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget().objectName())

    assert {"figures_filter", "figures_grouping", "figures_show:all", "figures_add"} <= set(reached)
    assert "figures_table" in reached
    assert all(reached)


def add_own(clerk: Hands, name: str, unit: str) -> None:
    clerk.click("figures_add")
    dialog = clerk.find(QDialog, "indicator_dialog")
    clerk.type(dialog.findChild(QLineEdit, "field:indicator_name"), name)
    clerk.type(dialog.findChild(QLineEdit, "field:indicator_unit"), unit)


@pytest.mark.parametrize(("name", "unit"), [("法治广场", ""), ("行政复议申请", "件"), ("", "件")])
def test_an_own_indicator_needs_a_unit_and_a_name_of_its_own(
    filling: FiguresDesk, name: str, unit: str
) -> None:
    add_own(filling, name, unit)
    dialog = filling.find(QDialog, "indicator_dialog")

    assert not dialog.findChild(QPushButton, "dialog_ok").isEnabled()
    assert dialog.findChild(QPushButton, "dialog_cancel").text() == "取消"


def test_an_own_indicator_is_renamed_and_deleted(filling: FiguresDesk) -> None:
    add_own(filling, "法治广场", "个")
    filling.find(QDialog, "indicator_dialog").accept()
    filling.click("figures_change")
    dialog = filling.find(QDialog, "indicator_dialog")
    filling.type(dialog.findChild(QLineEdit, "field:indicator_name"), "法治公园")
    dialog.accept()
    assert shown(filling, "法治公园", "单位") == "个"

    filling.click("figures_delete")
    assert filling.draft.report.own_indicators == ()
    assert not filling.find(QPushButton, "figures_delete").isEnabled()


def test_an_own_indicator_a_text_needs_is_not_deleted(filling: FiguresDesk) -> None:
    add_own(filling, "法治广场", "个")
    filling.find(QDialog, "indicator_dialog").accept()
    draft = filling.draft
    (own,) = draft.report.own_indicators
    draft.change("写", replace(draft.report, preamble=(f"建成{{{{{own.id}}}}}个。",)))
    filling.tab.reveal(own.id)
    filling.click("figures_delete")

    assert draft.report.own_indicators == (own,)
    assert "1 处引用" in told(filling)


def test_only_own_indicators_can_be_changed(filling: FiguresDesk) -> None:
    draft = filling.draft
    draft.change("填写", draft.report.with_figure(Figure("fy_apply", Quantity("179"))))
    filling.click("figures_show:all")
    go_to(filling, "行政复议申请", "本年")

    assert not filling.find(QPushButton, "figures_change").isEnabled()


@pytest.mark.parametrize("column", ["本年", "来源单位"])
def test_what_is_typed_stands_on_the_side_on_which_the_cell_shows_it(
    filling: FiguresDesk, column: str
) -> None:
    index = go_to(filling, "行政复议申请", column)
    table(filling).edit(index)

    editor = table(filling).indexWidget(index)

    assert isinstance(editor, QLineEdit)
    assert editor.alignment() == Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))


COPIED = "\u200b复查\u00a0过的，\r\n\r\n另\u00ad报。"
"""As it comes from a page on the web: unseen characters, a space that does not break, an empty line."""


def test_what_is_pasted_into_an_open_cell_is_one_clean_line(filling: FiguresDesk) -> None:
    index = go_to(filling, "行政复议申请", "备注")
    table(filling).edit(index)
    QApplication.clipboard().setText(COPIED)
    filling.qtbot.keySequence(table(filling).indexWidget(index), QKeySequence.StandardKey.Paste)

    assert written_in(filling, index) == "复查 过的， 另报。"


def test_what_is_pasted_onto_a_cell_is_as_clean(filling: FiguresDesk) -> None:
    go_to(filling, "行政复议申请", "备注")
    paste(filling, f'"{COPIED}"')

    assert filling.draft.report.figure("fy_apply").note == "复查 过的，另报。"


def test_a_copied_file_is_put_into_no_cell(filling: FiguresDesk) -> None:
    go_to(filling, "行政复议申请", "备注")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/批复.pdf")])
    QApplication.clipboard().setMimeData(data)
    filling.qtbot.keySequence(table(filling), QKeySequence(QKeySequence.StandardKey.Paste))
    QApplication.clipboard().clear()

    assert filling.draft.report.figure("fy_apply").note == ""
    assert "导入" in filling.find(QMessageBox, "message").text()
