"""改动的地方: where a changed amount stands is listed before and after, whoever changed it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QTableWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Section
from models.store import Store
from tests.ui.conftest import Clerk
from tests.ui.hands import Hands
from tests.ui.tab_desk import FiguresDesk, figures_desk
from tests.ui.test_figures_tab import put, shown
from tests.ui.test_walk import cell
from ui.figures_table import FiguresTable

PATIENCE_MS = 30_000
"""The pages are laid out on the same threads, and the first time their library is loaded there."""


def wait(clerk: Hands, condition: Callable[[], bool]) -> None:
    """Until it is so."""
    clerk.qtbot.waitUntil(condition, timeout=PATIENCE_MS)


def quote_one_figure(hands: Hands) -> None:
    """Write a report that quotes one figure in an item and in an attachment."""
    hands.find(FiguresTable, "figures_table")  # made while the report is empty, it shows all rows
    report = hands.draft.report.with_section(
        Section("measures", "举措", items=(Item("复议", ("收到申请{{fy_apply}}件。全年平稳。",)),))
    )
    report = replace(report, attachments=(Attachment("附表", ("申请{{fy_apply}}件。",)),))
    hands.draft.change("写", report.with_figure(Figure("fy_apply", Quantity("179"))))


@pytest.fixture
def quoting(qtbot: QtBot) -> FiguresDesk:
    """A clerk before that figure."""
    desk = figures_desk(qtbot)
    quote_one_figure(desk)
    desk.tab.reveal("fy_apply")
    wait(desk, lambda: bool(line(desk)))
    return desk


@pytest.fixture
def quoting_window(drafting: Clerk) -> Clerk:
    """A clerk before that figure in the whole report."""
    quote_one_figure(drafting)
    drafting.window.activateWindow()
    drafting.window.view.reveal("figure.fy_apply")
    wait(drafting, lambda: bool(line(drafting)))
    return drafting


def line(clerk: Hands) -> str:
    return clerk.find(QLabel, "figures_change_line").text()


def pane(clerk: Hands) -> QWidget:
    return clerk.find(QWidget, "figure_changes")


def listed(clerk: Hands) -> list[list[str]]:
    table = clerk.find(QTableWidget, "figure_changes_table")
    return [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]


def change_amount(clerk: Hands, amount: str = "180") -> None:
    put(clerk, "行政复议申请", "本年", amount)
    wait(clerk, lambda: amount in line(clerk))


def test_a_changed_amount_lists_every_sentence_before_and_after(quoting: FiguresDesk) -> None:
    change_amount(quoting)

    assert pane(quoting).isVisible()
    assert [row[1:] for row in listed(quoting)] == [
        ["收到申请179件。", "收到申请180件。"],
        ["申请179件。", "申请180件。"],
    ]
    assert listed(quoting)[1][0] == "附件1"
    assert "179 → 180；正文1处、附件1处随之改动" in line(quoting)


def test_filling_a_blank_is_told_in_one_line_and_the_list_waits_to_be_asked_for(quoting: FiguresDesk) -> None:
    put(quoting, "审结行政复议案件", "本年", "20")
    wait(quoting, lambda: "20" in line(quoting))
    assert not pane(quoting).isVisible()

    quoting.click("figures_changes_show")
    assert pane(quoting).isVisible()


def test_it_is_undone_from_there(quoting: FiguresDesk) -> None:
    change_amount(quoting)
    quoting.click("figure_changes_undo")

    assert shown(quoting, "行政复议申请", "本年") == "179"


def test_after_another_step_it_cannot_be_undone_from_there(quoting: FiguresDesk) -> None:
    change_amount(quoting)
    put(quoting, "审结行政复议案件", "备注", "待核")

    assert not quoting.find(QPushButton, "figure_changes_undo").isEnabled()


def test_two_steps_within_one_pause_are_not_taken_for_one(quoting: FiguresDesk) -> None:
    put(quoting, "行政复议申请", "上年", "150")
    change_amount(quoting)

    assert not quoting.find(QPushButton, "figure_changes_undo").isEnabled()


def test_choosing_a_sentence_leads_there(quoting_window: Clerk) -> None:
    change_amount(quoting_window)
    table = quoting_window.find(QTableWidget, "figure_changes_table")
    table.setCurrentCell(0, 0)
    quoting_window.click("figure_changes_go")
    body = quoting_window.find(QTextEdit, "body:measures:1")

    wait(quoting_window, body.hasFocus)
    assert body.textCursor().selectedText() == "收到申请180件。"


def test_closed_it_stays_away_until_it_is_asked_for(quoting: FiguresDesk) -> None:
    change_amount(quoting)
    quoting.qtbot.keyClick(quoting.find(QTableWidget, "figure_changes_table"), Qt.Key.Key_Escape)
    assert not pane(quoting).isVisible()
    change_amount(quoting, "181")
    assert not pane(quoting).isVisible()

    quoting.tab.show_changes()
    assert listed(quoting)[0][2] == "收到申请181件。"


def test_what_another_program_changed_is_listed_and_is_no_step_to_undo(quoting_window: Clerk) -> None:
    assert quoting_window.draft.flush()
    with Store.open(quoting_window.data_dir) as another:
        another.edit(
            quoting_window.window.chosen_id,
            lambda report: report.with_figure(Figure("fy_apply", Quantity("190"))),
        )
    quoting_window.window.look_for_others()
    wait(quoting_window, lambda: "190" in line(quoting_window))

    assert listed(quoting_window)[0][2] == "收到申请190件。"
    assert not quoting_window.find(QPushButton, "figure_changes_undo").isEnabled()


def test_the_places_of_a_figure_are_counted_and_choosing_one_goes_there(quoting_window: Clerk) -> None:
    table = quoting_window.find(QTableView, "figures_table")
    index = cell(table, "行政复议申请", "引用处")
    wait(quoting_window, lambda: index.data() == "2 处")
    assert "收到申请179件" in index.data(Qt.ItemDataRole.ToolTipRole)
    table.setCurrentIndex(index)
    quoting_window.qtbot.keyClick(table, Qt.Key.Key_Return)
    menu = quoting_window.find(QMenu, "figure_places")
    menu.actions()[0].trigger()
    menu.close()

    wait(quoting_window, quoting_window.find(QTextEdit, "body:measures:1").hasFocus)


def test_a_block_with_names_is_looked_at_before_it_is_taken_as_one_step(quoting: FiguresDesk) -> None:
    table = quoting.find(FiguresTable, "figures_table")
    table.paste_wanted.emit(
        table.currentIndex(), "指标\t本年\t上年\n行政复议申请\t180件\t150\n没听说过\t1\t2\n"
    )
    dialog = quoting.find(QDialog, "paste_dialog")
    assert shown(quoting, "行政复议申请", "本年") == "179"
    assert "没听说过" in dialog.findChild(QLabel, "paste_problems").text()

    dialog.findChild(QPushButton, "dialog_ok").click()
    assert (shown(quoting, "行政复议申请", "本年"), shown(quoting, "行政复议申请", "上年")) == ("180", "150")
    quoting.undo()
    assert (shown(quoting, "行政复议申请", "本年"), shown(quoting, "行政复议申请", "上年")) == ("179", "")


def test_the_menu_leads_to_the_last_change_from_another_tab(quoting_window: Clerk) -> None:
    put(quoting_window, "审结行政复议案件", "本年", "20")
    wait(quoting_window, lambda: "20" in line(quoting_window))
    quoting_window.window.view.show_tab(0)
    quoting_window.find(QAction, "action:changes").trigger()

    assert pane(quoting_window).isVisible()
