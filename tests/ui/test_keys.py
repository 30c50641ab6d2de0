"""Keys: none twice, none a line of text needs, each does what it says, and all of them can be read in one list."""

import re
from collections import Counter
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QTabWidget,
    QTextEdit,
    QTreeWidget,
    QWidget,
)

from tests.ui.conftest import Clerk
from tests.ui.finding_desk import REPORT
from ui.command_goals import menu_entries
from ui.item_actions import DECLARED as ITEM_ACTIONS
from ui.keys_list import key_lines, key_text
from ui.window_actions import shown_keys

NEEDED_BY_LINES = ("Cut", "Copy", "Paste", "SelectAll", "Delete", "MoveToNextWord", "MoveToPreviousWord")


@pytest.fixture
def reading(clerk: Clerk) -> Clerk:
    clerk.window.open_report(clerk.window.store.create(REPORT))
    clerk.window.activateWindow()
    return clerk


def entries(clerk: Clerk) -> list[QAction]:
    return [action for _, action in menu_entries(clerk.window.menuBar())]


def _note(heard: list[str], name: str, _checked: bool = False) -> None:
    heard.append(name)


def test_each_fixed_key_has_its_entry_none_two_and_none_is_needed_by_a_line_of_text(reading: Clerk) -> None:
    keys = Counter(key.toString() for action in entries(reading) for key in action.shortcuts())
    needed = {
        key.toString()
        for name in NEEDED_BY_LINES
        for key in QKeySequence.keyBindings(getattr(QKeySequence.StandardKey, name))
    }

    assert keys
    assert not [key for key, count in keys.items() if count > 1]
    assert not keys.keys() & needed
    belong = {
        key.toString(): action.objectName() for action in entries(reading) for key in action.shortcuts()
    }
    assert (
        belong.items()
        >= {
            "Ctrl+N": "action:new",
            "Ctrl+O": "action:list",
            "Ctrl+S": "action:name_version",
            "Ctrl+F": "action:find",
            "Ctrl+H": "action:replace",
            "F3": "action:find_next",
            "Shift+F3": "action:find_previous",
            "Ctrl+K": "action:go_to",
            "Ctrl+G": "action:go_to_item",
            "Ctrl+L": "action:link",
            "F6": "action:pane",
            "F7": "action:findings",
            "F8": "action:next",
            "Shift+F8": "action:previous",
            "Ctrl+P": "action:print",
            "Ctrl+E": "action:export",
            "Ctrl+Z": "action:undo",
            "Ctrl+Y": "action:redo",
        }.items()
    )


def test_the_keys_work_from_within_lines_texts_and_tables(reading: Clerk) -> None:
    """An editor may swallow a key as its own; the window's entries come first."""
    heard: list[str] = []
    chosen = {one.objectName(): one for one in entries(reading) if one.isEnabled()}
    for name, action in chosen.items():
        action.triggered.disconnect()
        action.triggered.connect(partial(_note, heard, name))

    for tab, field in ((0, "field:doc_number"), (0, "field:preamble"), (6, "figures_table")):
        reading.find(QTabWidget, "report_tabs").setCurrentIndex(tab)
        place = reading.find(QWidget, field)
        place.setFocus()
        for name, action in chosen.items():
            for key in action.shortcuts():
                QTest.keySequence(place, key)
                assert heard[-1:] == [name], f"{key.toString()} in {field}"


def test_tabs_and_items_are_gone_to_by_keys(reading: Clerk) -> None:
    tabs, control = reading.find(QTabWidget, "report_tabs"), Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(reading.window, Qt.Key.Key_2, control)
    assert tabs.currentWidget().objectName() == "tab:measures"
    reading.find(QTextEdit, "body:measures:1").setFocus()

    QTest.keyClick(reading.find(QTextEdit, "body:measures:1"), Qt.Key.Key_PageDown, control)

    assert reading.window.focusWidget() is reading.find(QTextEdit, "body:measures:2")


def test_every_menu_has_a_letter_for_each_entry_none_twice_and_buttons_say_the_keys_of_entries(
    reading: Clerk,
) -> None:
    for menu in reading.window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        shown = [action.text() for action in menu.actions() if action.isVisible() and action.text()]
        letters = [found[1] for text in shown if (found := re.search(r"&(\w)", text))]
        assert len(letters) == len(shown) == len(set(letters)), menu.title()
    tops = re.findall(r"&(\w)", "".join(action.text() for action in reading.window.menuBar().actions()))
    assert len(set(tops)) == len(tops) == len(reading.window.menuBar().actions())

    for name, key in (("findings", "F7"), ("find", "Ctrl+F"), ("back", "Ctrl+O"), ("export", "Ctrl+E")):
        assert reading.find(QPushButton, name).toolTip().endswith(f"（{key}）")


def test_an_entrys_own_key_is_its_letter_whatever_stands_before_it(reading: Clerk) -> None:
    menus = {menu.objectName() or menu.title(): menu for menu in reading.window.menuBar().findChildren(QMenu)}
    for menu in menus.values():
        menu.aboutToShow.emit()

    def letter(name: str) -> str:
        return re.findall(r"&(\w)", reading.find(QAction, name).text())[0]

    assert [letter(f"action:{name}") for name in ("new", "export", "quit", "find")] == ["N", "E", "Q", "F"]
    assert [letter(f"clipboard:{name}") for name in ("cut", "copy", "paste", "selectAll")] == [
        "X",
        "C",
        "V",
        "A",
    ]
    assert reading.find(QAction, "clipboard:copy").text() == "复制(&C)\tCtrl+C"


def offered(clerk: Clerk) -> list[str]:
    """What the menu 编辑 offers of the clipboard now, and what it says for it."""
    next(
        menu for menu in clerk.window.menuBar().findChildren(QMenu) if "编辑" in menu.title()
    ).aboutToShow.emit()
    names = ("cut", "copy", "paste", "selectAll")
    return [name for name in names if clerk.find(QAction, f"clipboard:{name}").isEnabled()]


def test_the_menu_cuts_copies_and_pastes_where_the_keyboard_is(reading: Clerk) -> None:
    line, text = reading.find(QLineEdit, "field:doc_number"), reading.find(QTextEdit, "field:preamble")
    reading.qtbot.waitUntil(reading.window.isActiveWindow)
    line.setFocus()
    line.deselect()
    QApplication.clipboard().clear()
    assert offered(reading) == ["selectAll"]

    reading.find(QAction, "clipboard:selectAll").trigger()
    assert offered(reading)[:2] == ["cut", "copy"]
    number = line.text()
    reading.find(QAction, "clipboard:cut").trigger()
    assert (line.text(), QApplication.clipboard().text()) == ("", number)

    text.setFocus()
    assert offered(reading) == ["paste", "selectAll"]
    reading.find(QAction, "clipboard:paste").trigger()
    assert number in text.toPlainText()

    reading.click("findings")
    table = reading.find(QTableView, "findings_table")
    table.setFocus()
    assert offered(reading) == ["copy", "selectAll"]
    reading.find(QAction, "clipboard:copy").trigger()
    assert QApplication.clipboard().text() == table.currentIndex().data()


def test_every_key_of_the_menus_the_text_and_the_items_is_in_the_list(reading: Clerk) -> None:
    reading.find(QAction, "action:keys").trigger()
    dialog = reading.find(QDialog, "keys_dialog")
    tree = dialog.findChild(QTreeWidget, "keys_list")
    groups = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    said = {group.child(row).text(1) for group in groups for row in range(group.childCount())}

    for action in entries(reading):
        for key in action.shortcuts():
            assert any(key.toString() in words for words in said), key.toString()
    assert {"Ctrl+PgDown", "Ctrl+PgUp"} <= said
    assert {shown_keys(QKeySequence(one.keys)) for one in ITEM_ACTIONS if one.keys} <= said
    assert "Alt+↑" in said
    assert len(groups) == len({group.text(0) for group in groups})

    reading.click("keys_copy")
    assert "Ctrl+K\t转到" in QApplication.clipboard().text()
    assert key_text(key_lines(reading.window)) == QApplication.clipboard().text()
