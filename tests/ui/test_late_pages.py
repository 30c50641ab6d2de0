"""Tabs make their pages when they are needed, and nobody who asks for one can tell."""

from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.late_pages import LatePages


class Tabs(LatePages):
    """Three tabs with a field each; `made_now` says which are there."""

    def __init__(self) -> None:
        super().__init__()
        for number in range(3):
            self.add_late(f"第{number}页", partial(self._page, number))

    def _page(self, number: int) -> QWidget:
        field = QLineEdit()
        field.setObjectName(f"field:{number}")
        return field

    def made_now(self) -> list[int]:
        return [number for number in range(self.count()) if self.made(number)]


@pytest.fixture
def tabs(qtbot: QtBot) -> Tabs:
    made = Tabs()
    qtbot.addWidget(made)
    return made


def test_only_the_page_on_screen_is_made_at_first(tabs: Tabs) -> None:
    assert tabs.made_now() == [0]


def test_a_page_is_made_when_its_tab_is_shown(tabs: Tabs) -> None:
    tabs.setCurrentIndex(2)

    assert tabs.made_now() == [0, 2]
    assert tabs.currentWidget().objectName() == "field:2"
    assert tabs.indexOf(tabs.currentWidget()) == 2


def test_whoever_asks_for_a_page_gets_it(tabs: Tabs) -> None:
    assert [tabs.widget(number).objectName() for number in range(3)] == ["field:0", "field:1", "field:2"]
    assert tabs.widget(3) is None


def test_a_name_is_found_in_a_page_that_nobody_has_seen(tabs: Tabs) -> None:
    assert tabs.findChild(QLineEdit, "field:1").objectName() == "field:1"
    assert tabs.made_now() == [0, 1]

    assert len(tabs.findChildren(QLineEdit)) == 3


def test_nothing_is_made_to_look_for_a_dialog(tabs: Tabs) -> None:
    assert tabs.findChild(QDialog, "message") is None
    assert tabs.findChildren(QDialog) == []

    assert tabs.made_now() == [0]


def test_all_pages_are_there_soon_after_the_first_paint(tabs: Tabs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tabs.painted):
        tabs.show()

    qtbot.waitUntil(lambda: tabs.made_now() == [0, 1, 2])


def test_pages_made_in_idle_moments_leave_the_keyboard_where_it_is(tabs: Tabs, qtbot: QtBot) -> None:
    tabs.show()
    qtbot.waitExposed(tabs)
    tabs.activateWindow()
    tabs.widget(0).setFocus()
    qtbot.waitUntil(tabs.widget(0).hasFocus)

    while tabs.make_next():
        pass

    assert tabs.widget(0).hasFocus()


def test_a_page_that_was_only_begun_goes_with_its_tabs(qapp: QApplication) -> None:
    tabs = Tabs()
    tabs._make_one_and_wait()
    begun = tabs._begun[1]

    tabs.deleteLater()
    for _ in range(2):  # the tabs, then what they leave
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert not isValid(begun)
