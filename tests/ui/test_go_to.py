"""转到: a few characters lead to every command and place; Esc leaves everything as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QTableView, QTabWidget, QWidget

from tests.ui.conftest import Clerk
from tests.ui.finding_desk import REPORT
from ui.go_to_list import GoalsModel
from ui.goal import PLACES, Goal


@pytest.fixture
def reading(clerk: Clerk) -> Clerk:
    clerk.window.open_report(clerk.window.store.create(REPORT))
    clerk.find(QLineEdit, "field:doc_number").setFocus()
    return clerk


def ask(clerk: Clerk, typed: str = "", entry: str = "go_to") -> list[Goal]:
    clerk.find(QAction, f"action:{entry}").trigger()
    return type_more(clerk, typed)


def type_more(clerk: Clerk, typed: str) -> list[Goal]:
    clerk.find(QLineEdit, "field:go_to").setText(typed)
    return list(clerk.find(GoalsModel, "go_to_goals").goals)


def press(clerk: Clerk, key: Qt.Key) -> None:
    clerk.qtbot.keyClick(clerk.find(QLineEdit, "field:go_to"), key)


def test_every_kind_of_goal_is_found_by_words_ids_amounts_and_first_letters(reading: Clerk) -> None:
    ask(reading)

    for typed, wanted in (
        ("普法", "item:measures:(2,)"),
        ("举措 普法", "item:measures:(2,)"),
        ("fy_apply", "figure:fy_apply"),
        ("xzfysq", "figure:fy_apply"),
        ("164件", "figure:fy_apply"),
        ("云政〔2026〕", "field:doc_number"),
        ("依法清单", "attachment:1"),
        ("cwbb", "action:name_version"),
        ("下年安排", "action:tab_5"),
    ):
        assert wanted in [goal.id for goal in type_more(reading, typed)[:3]], typed

    goals = {goal.id: goal for goal in type_more(reading, "")}
    assert goals["action:export"].key == "Ctrl+E"
    assert "action:undo" not in goals  # there is nothing to undo


def test_return_goes_there_and_arrows_choose_and_the_latest_comes_first(reading: Clerk) -> None:
    ask(reading, "普法")
    press(reading, Qt.Key.Key_Return)
    assert reading.window.focusWidget().objectName() == "body:measures:2"
    assert reading.window.findChild(QFrame, "go_to") is None

    assert ask(reading, "行政复议申请")[0].detail == "164件"
    press(reading, Qt.Key.Key_Return)
    table = reading.find(QTableView, "figures_table")
    assert table.currentIndex().siblingAtColumn(0).data() == "行政复议申请"

    wanted = ask(reading, "复议", entry="go_to_item")[2]
    press(reading, Qt.Key.Key_Down)
    press(reading, Qt.Key.Key_Down)
    press(reading, Qt.Key.Key_Return)
    assert [goal.id for goal in ask(reading)[:3]] == [wanted.id, "figure:fy_apply", "item:measures:(2,)"]


def test_other_reports_are_opened_from_the_list(reading: Clerk) -> None:
    reading.window.show_start()
    (goal,) = (goal for goal in ask(reading, "法治政府建设情况") if goal.id.startswith("report:"))

    goal.go()

    assert reading.window.view is not None


def test_esc_leaves_the_keyboard_where_it_was(reading: Clerk) -> None:
    tab = reading.find(QTabWidget, "report_tabs").currentIndex()
    ask(reading, "数据")

    press(reading, Qt.Key.Key_Escape)

    assert reading.window.focusWidget() is reading.find(QLineEdit, "field:doc_number")
    assert reading.find(QTabWidget, "report_tabs").currentIndex() == tab
    assert reading.window.findChild(QFrame, "go_to") is None


def test_going_to_an_item_offers_places_and_pages_only(reading: Clerk) -> None:
    assert {goal.kind for goal in ask(reading, entry="go_to_item")} <= PLACES
    assert [goal.id for goal in type_more(reading, ":1")] == ["page:1"]
    assert type_more(reading, "第 1 页")[0].id == "page:1"

    assert type_more(reading, "没有这样的地方") == []
    press(reading, Qt.Key.Key_Return)
    assert reading.window.findChild(QFrame, "go_to") is not None


def test_a_colon_lists_the_pages_there_are_and_none_beyond(reading: Clerk) -> None:
    reading.qtbot.waitUntil(lambda: reading.window.view.page_count > 0, timeout=30_000)
    count = reading.window.view.page_count

    assert [goal.id for goal in ask(reading, ":")] == [f"page:{number}" for number in range(1, count + 1)]
    assert type_more(reading, f"：{count}")[0].id == f"page:{count}"
    assert not [goal for goal in type_more(reading, f":{count + 1}") if goal.id.startswith("page:")]


def test_a_setting_gone_to_has_the_keyboard(reading: Clerk) -> None:
    reading.window.activateWindow()
    ask(reading, "第二处备份")
    press(reading, Qt.Key.Key_Return)

    dialog = reading.find(QDialog, "settings_dialog")
    dialog.activateWindow()
    reading.qtbot.waitUntil(dialog.isActiveWindow)
    field = reading.find(QWidget, "setting:backup/folder")
    assert field.isAncestorOf(dialog.focusWidget())
