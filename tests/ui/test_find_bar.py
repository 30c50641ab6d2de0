"""查找: every place in the report, one after the other, from the first tab to the last."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QPushButton, QTableView, QTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Clerk
from tests.ui.finding_desk import REPORT, FindingDesk


@pytest.fixture
def desk(qtbot: QtBot, data_dir: Path) -> FindingDesk:
    return FindingDesk(qtbot, data_dir)


def press_return(desk: FindingDesk, box: QLineEdit, times: int = 1) -> None:
    for _ in range(times):
        desk.qtbot.keyClick(box, Qt.Key.Key_Return)


def test_words_are_found_across_texts_and_numbers(desk: FindingDesk) -> None:
    press_return(desk, desk.look_for("申请164件"))

    assert desk.find(QTextEdit, "body:measures:1").textCursor().selectedText() == "申请164件"
    assert desk.tabs.key == "measures"


def test_tab_leads_from_the_words_straight_to_what_replaces_them(desk: FindingDesk) -> None:
    desk.begin_replacing("依法", "依照法律")
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    reached = []
    for _ in range(3):
        desk.qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(desk.window.focusWidget().objectName())

    assert reached == ["field:replace", "replace_one", "replace_list"]


def test_hits_are_counted_and_gone_through_in_order(desk: FindingDesk) -> None:
    desk.look_for("依法")
    visited = []
    for _ in range(desk.count):
        desk.click("find_next")
        visited.append(desk.tabs.key)

    assert visited == ["letterhead", *["measures"] * 3, "plan", "figures", *["attachments"] * 2]
    desk.click("find_next")
    assert desk.told == f"第 1 处，共 {len(visited)} 处"
    desk.click("find_previous")
    assert desk.told == f"第 {len(visited)} 处，共 {len(visited)} 处"


def test_a_heading_and_a_field_have_their_words_selected(desk: FindingDesk) -> None:
    press_return(desk, desk.look_for("行政复议"))
    assert desk.find(QLineEdit, "heading:measures:1").selectedText() == "行政复议"

    press_return(desk, desk.look_for("〔2026〕"))
    assert desk.find(QLineEdit, "field:doc_number").selectedText() == "〔2026〕"


def test_what_is_nowhere_is_said_to_be(desk: FindingDesk) -> None:
    desk.look_for("没有这样的话")

    assert desk.told == "没有找到"


def test_the_count_follows_what_is_written(desk: FindingDesk) -> None:
    desk.look_for("普法")
    before = desk.count

    desk.find(QLineEdit, "heading:measures:2").setText("宣传")

    desk.qtbot.waitUntil(lambda: desk.count == before - 1)


@pytest.mark.parametrize("way", ["button", "key"])
def test_the_keyboard_goes_back_to_where_it_was(desk: FindingDesk, way: str) -> None:
    field = desk.find(QLineEdit, "field:doc_number")
    field.setFocus()
    box = desk.look_for("依法")

    close(desk, box, way)

    assert not desk.bar.isVisible()
    assert desk.window.focusWidget() is field


def test_the_keyboard_goes_to_the_last_hit(desk: FindingDesk) -> None:
    box = desk.look_for("依法")
    press_return(desk, box, times=2)
    assert box.hasFocus()

    close(desk, box, "button")

    focus = desk.window.focusWidget()
    assert isinstance(focus, QTextEdit)
    assert focus.textCursor().selectedText() == "依法"


def close(desk: FindingDesk, box: QLineEdit, way: str) -> None:
    if way == "button":
        desk.click("find_close")
    else:
        desk.qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_every_hit_on_screen_is_tinted_and_the_current_one_differently(desk: FindingDesk) -> None:
    box = desk.look_for("依法")
    press_return(desk, box, times=2)
    body = desk.find(QTextEdit, "body:measures:1")
    marks: list[Any] = body.extraSelections()

    assert [mark.cursor.selectedText() for mark in marks] == ["依法", "依法"]
    assert len({mark.format.background().color().name() for mark in marks}) == 2
    assert len(desk.find(QTextEdit, "body:measures:2").extraSelections()) == 1

    close(desk, box, "key")

    assert not body.extraSelections()


def test_only_the_part_on_screen_is_searched_when_wished(desk: FindingDesk) -> None:
    desk.tabs.reveal("measures", ())
    desk.look_for("依法")

    desk.find(QCheckBox, "find_part").setChecked(True)

    assert desk.count == 3
    desk.tabs.reveal("plan", ())
    assert desk.count == 1


def test_width_and_case_count_when_wished(desk: FindingDesk) -> None:
    desk.look_for("〔２０２６〕")
    assert desk.count == 1

    desk.find(QCheckBox, "find_width").setChecked(True)

    assert desk.told == "没有找到"


def test_a_word_selected_in_a_text_is_what_is_looked_for(desk: FindingDesk) -> None:
    box = desk.look_for("办结")
    press_return(desk, box)
    close(desk, box, "key")
    box.clear()

    desk.bar.begin()

    assert box.text() == "办结"


def test_the_last_ten_searches_are_remembered_the_latest_first(desk: FindingDesk) -> None:
    box = desk.look_for("词0")
    for number in range(12):
        press_return(desk, desk.look_for(f"词{number}"))
    desk.qtbot.keyClick(box, Qt.Key.Key_Down)

    menu = desk.find(QMenu, "find_recent_menu")

    assert [action.text() for action in menu.actions()] == [f"词{number}" for number in range(11, 1, -1)]
    menu.actions()[1].trigger()
    assert box.text() == "词10"
    menu.hide()


def test_without_the_bar_the_next_one_is_of_the_words_of_last_time(desk: FindingDesk) -> None:
    box = desk.look_for("办结")
    close(desk, box, "key")
    box.clear()

    desk.bar.go(1)

    assert desk.told == "第 1 处，共 1 处"


def test_replacing_one_by_one_goes_on_to_the_next_and_is_undone_step_by_step(desk: FindingDesk) -> None:
    total = desk.begin_replacing("征地补偿", "征收补偿")
    box = desk.find(QLineEdit, "field:replace")
    box.setFocus()
    press_return(desk, box, times=total + 1)  # the first one goes to the first hit

    assert desk.told == "没有找到"
    assert desk.draft.undo_words == "替换“征地补偿”为“征收补偿”"
    for _ in range(total):
        desk.draft.undo()
    assert desk.draft.report == REPORT


def test_words_put_in_place_of_a_hit_are_not_taken_for_the_next_one(desk: FindingDesk) -> None:
    desk.begin_replacing("征地补偿", "征地补偿安置")
    for _ in range(3):
        desk.click("replace_one")

    written = desk.draft.report.section("measures").items[0].paragraphs[1]
    assert written == "征地补偿安置占六成，征地补偿安置多。"


def test_a_linked_number_is_not_replaced_and_two_ways_out_are_offered(desk: FindingDesk) -> None:
    desk.begin_replacing("申请164件", "若干申请")
    desk.click("find_next")
    assert not desk.find(QPushButton, "replace_one").isEnabled()

    desk.click("replace_unlink")
    assert desk.draft.undo_words == "取消链接“申请164件”"
    desk.click("replace_one")
    assert "收到若干申请，" in desk.draft.report.section("measures").items[0].paragraphs[0]

    desk.draft.undo()
    desk.draft.undo()
    desk.click("find_next")
    desk.click("replace_figure")
    table = desk.find(QTableView, "figures_table")
    assert table.currentIndex().siblingAtColumn(0).data() == "行政复议申请"


def test_the_button_of_a_report_shows_the_bar(drafting: Clerk) -> None:
    drafting.click("find")

    assert drafting.find(QLineEdit, "field:find").isVisible()
