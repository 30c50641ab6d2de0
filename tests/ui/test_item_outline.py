"""The outline: items are added, deleted and moved, and nothing else is touched."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QToolButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.editing import part
from models.report import Item, Section
from tests.ui.section_desk import FIRST, KEY, Desk, begun
from ui.item_actions import LOWER, MERGE, RAISE, SPLIT


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, begun())


def test_adding_puts_an_item_behind_the_chosen_one_and_asks_for_its_heading(desk: Desk, qtbot: QtBot) -> None:
    desk.choose(1)
    desk.click("add_item")

    assert desk.titles() == ["履行政府职能", "", "健全制度体系", "化解矛盾纠纷"]
    qtbot.waitUntil(desk.heading("2").hasFocus)
    assert desk.heading("4").text() == "化解矛盾纠纷"
    assert desk.draft.undo_words == "添加条目"


def test_without_a_choice_an_item_is_added_last(desk: Desk) -> None:
    desk.click("add_item")
    desk.heading("4").setText("提升法治意识")
    desk.body("4").setPlainText("举办宣传活动32场。")

    assert desk.section.items[3].title == "提升法治意识"
    assert desk.section.items[3].paragraphs == ("举办宣传活动32场。",)


def test_deleting_names_the_item_loses_nothing_else_and_comes_back(desk: Desk) -> None:
    before = desk.section
    desk.choose(2)
    desk.click("delete_item")

    assert desk.titles() == ["履行政府职能", "化解矛盾纠纷"]
    assert desk.body("2").toPlainText() == "申请179件。"
    assert desk.draft.undo_words == "删除“（二）健全制度体系”"
    assert desk.outline() == ["（一）履行政府职能", "（二）化解矛盾纠纷"]

    desk.draft.undo()
    assert desk.section == before
    assert desk.body("2.1").toPlainText() == "甲"


def test_moving_renumbers_and_every_item_keeps_its_fields(desk: Desk) -> None:
    card = desk.body("3")
    desk.choose(3)
    desk.click("move_up")

    assert desk.titles() == ["履行政府职能", "化解矛盾纠纷", "健全制度体系"]
    assert desk.body("2") is card
    assert desk.body("3.1").toPlainText() == "甲"
    assert desk.draft.undo_words == "上移“（三）化解矛盾纠纷”"
    assert desk.outline()[1] == "（二）化解矛盾纠纷"

    desk.click("move_down")
    assert desk.section == begun().sections[0]
    assert not desk.find(QAbstractButton, f"move_down:{KEY}").isEnabled()


def test_the_caret_travels_with_the_item_that_is_moved(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.body("3")
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    cursor = editor.textCursor()
    cursor.setPosition(2)
    editor.setTextCursor(cursor)

    desk.click("move_up")

    assert editor.objectName() == f"body:{KEY}:2"
    assert editor.textCursor().position() == 2
    assert editor.hasFocus()


def test_items_below_an_item_move_among_themselves(desk: Desk) -> None:
    desk.choose(2, 2)
    desk.click("move_up")

    assert [item.title for item in desk.section.items[1].items] == ["清理", "审核"]


def test_dragging_moves_an_item_with_all_its_text(desk: Desk, qtbot: QtBot) -> None:
    desk.choose(3)
    above_first = desk.tree.visualRect(desk.tree.model().index(0, 0)).topLeft() + QPoint(20, 1)
    moved = drop(desk.tree, above_first)

    qtbot.waitUntil(lambda: desk.titles()[0] == "化解矛盾纠纷")
    assert desk.titles() == ["化解矛盾纠纷", "履行政府职能", "健全制度体系"]
    assert desk.body("1").toPlainText() == "申请179件。"
    assert moved.dropAction() == Qt.DropAction.IgnoreAction


def drop(tree: QTreeWidget, point: QPoint) -> QDropEvent:
    event = QDropEvent(
        QPointF(point),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tree.dropEvent(event)
    return event


def test_suggestions_are_those_of_the_template_that_are_not_there_yet(desk: Desk) -> None:
    button = desk.find(QToolButton, f"add_item:{KEY}")
    button.menu().aboutToShow.emit()
    actions = {action.text(): action for action in button.menu().actions()}

    assert "强化权力监督" in actions
    assert "化解矛盾纠纷" not in actions

    actions["强化权力监督"].trigger()
    assert desk.titles()[-1] == "强化权力监督"


def test_an_item_below_another_is_added_from_the_menu(desk: Desk) -> None:
    desk.choose(1)
    button = desk.find(QToolButton, f"add_item:{KEY}")
    button.menu().aboutToShow.emit()
    button.menu().actions()[-1].trigger()
    desk.body("1.1").setPlainText("下一级。")

    assert part(desk.section, (1, 1)).paragraphs == ("下一级。",)


def test_return_in_a_heading_leads_to_its_text(desk: Desk, qtbot: QtBot) -> None:
    desk.heading("2").setFocus()
    QTest.keyClick(desk.heading("2"), Qt.Key.Key_Return)

    qtbot.waitUntil(desk.body("2").hasFocus)


def test_f2_renames_in_place_as_one_step(desk: Desk, qtbot: QtBot) -> None:
    desk.tree.setFocus()
    desk.choose(2)
    QTest.keyClick(desk.tree, Qt.Key.Key_F2)
    editor = desk.find(QLineEdit, f"rename:{KEY}")
    assert editor.selectedText() == "健全制度体系"

    editor.setText("完善制度")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: desk.titles()[1] == "完善制度")
    assert desk.heading("2").text() == "完善制度"
    assert desk.outline()[1] == "（二）完善制度"
    desk.draft.undo()
    assert desk.section == begun().sections[0]


def test_escape_leaves_the_name_as_it_was(desk: Desk) -> None:
    desk.choose(1)
    desk.tree.rename_current()
    editor = desk.find(QLineEdit, f"rename:{KEY}")
    editor.setText("别的")
    QTest.keyClick(editor, Qt.Key.Key_Escape)

    assert desk.titles()[0] == "履行政府职能"
    assert desk.outline()[0] == "（一）履行政府职能"


def action(desk: Desk, name: str) -> QAction:
    found = desk.tab.findChild(QAction, f"item_action:{name}")
    assert found is not None
    return found


def test_levels_change_and_come_back(desk: Desk) -> None:
    desk.choose(3)
    action(desk, LOWER).trigger()
    assert [item.title for item in desk.section.items[1].items] == ["审核", "清理", "化解矛盾纠纷"]
    assert desk.draft.undo_words == "降级“（三）化解矛盾纠纷”"

    action(desk, RAISE).trigger()
    assert desk.section == begun().sections[0]


def test_an_item_is_split_at_the_caret_and_joined_again(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.body("1")
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    editor.put_caret(len("全年办件179件。"))

    action(desk, SPLIT).trigger()

    assert [item.paragraphs for item in desk.section.items[:2]] == [(FIRST,), ("第二段。",)]
    qtbot.waitUntil(desk.heading("2").hasFocus)
    assert desk.draft.undo_words == "拆分“（一）履行政府职能”"
    desk.choose(1)
    action(desk, MERGE).trigger()
    assert desk.section == begun().sections[0]


def test_the_menu_of_a_heading_offers_what_the_outline_does(desk: Desk, qtbot: QtBot) -> None:
    heading = desk.heading("3")
    heading.setFocus()
    qtbot.waitUntil(heading.hasFocus)
    QApplication.sendEvent(
        heading, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    )
    menu = heading.findChild(QMenu, "edit_menu")
    assert menu is not None
    offered = {one.text(): one for one in menu.actions()}

    assert offered["上移"].isEnabled()
    assert not offered["下移"].isEnabled()
    assert not offered["与下一条合并"].isEnabled()
    menu.close()


def test_every_item_has_its_mark(desk: Desk) -> None:
    items = (Item("甲", is_carried=True), Item("乙"), Item("丙", ("写了。",)), Item("丁", ("错了。",)))
    desk.draft.change("换", desk.draft.report.with_section(Section(KEY, "举措", items=items)))
    desk.tab.mark_wrong(frozenset({(4,)}))

    assert desk.outline() == ["◇ （一）甲", "○ （二）乙", "（三）丙", "! （四）丁"]


def test_a_line_shows_where_what_is_dragged_would_go(desk: Desk) -> None:
    desk.choose(3)
    first = desk.tree.visualRect(desk.tree.model().index(0, 0))
    event = QDragMoveEvent(
        first.topLeft() + QPoint(20, 1),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.tree.dragMoveEvent(event)

    assert desk.tree.insertion_line is not None
    assert abs(desk.tree.insertion_line.top() - first.top()) <= 1
    drop(desk.tree, first.topLeft() + QPoint(20, 1))
    assert desk.tree.insertion_line is None


def test_where_the_measure_leaves_no_room_the_outline_becomes_a_list(desk: Desk, qtbot: QtBot) -> None:
    sheet = desk.find(QScrollArea, f"sheet:{KEY}")
    width = sheet.widget().findChild(QWidget, f"body:{KEY}:1").width()
    desk.tab.resize(420, 600)
    button = desk.find(QToolButton, f"item_list:{KEY}")
    qtbot.waitUntil(button.isVisible)

    assert not desk.tree.isVisible()
    assert desk.body("1").width() == width
    button.menu().aboutToShow.emit()
    chosen = next(one for one in button.menu().actions() if one.text() == "（三）化解矛盾纠纷")
    chosen.trigger()
    qtbot.waitUntil(desk.heading("3").hasFocus)
    assert button.text().startswith("（三）化解矛盾纠纷")


def test_an_outline_without_items_says_what_to_do(desk: Desk) -> None:
    words = desk.tab.findChild(QLabel, f"items:{KEY}_empty")
    assert words.isHidden()

    for _ in desk.titles():
        desk.choose(1)
        desk.click("delete_item")

    assert not words.isHidden()
    assert "添加" in words.text()
