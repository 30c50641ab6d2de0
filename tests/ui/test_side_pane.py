"""旁栏: one place beside the text, with several faces."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTabWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NARROW, WIDE, Clerk
from ui import pane_memory
from ui.pane import Room
from ui.report_pane import ReportPane
from ui.settings import Settings
from ui.side_pane import FINDINGS, GUIDANCE, PREVIEW, SidePane


@pytest.fixture
def pane(qtbot: QtBot) -> SidePane:
    """A pane with two faces, not yet shown."""
    pane = SidePane()
    qtbot.addWidget(pane)
    for key in (PREVIEW, FINDINGS):
        pane.put_in(key, key, QLabel(key))
    return pane


def test_it_is_hidden_until_a_face_is_asked_for(pane: SidePane) -> None:
    assert not pane.isVisible()

    pane.show_face(FINDINGS)

    assert pane.isVisible()
    assert pane.face == FINDINGS


def test_it_says_which_face_came_up(pane: SidePane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.face_shown, timeout=1000) as shown:
        pane.show_face(PREVIEW)
    assert shown.args == [PREVIEW]

    with qtbot.waitSignal(pane.face_shown, timeout=1000) as shown:
        pane.show_face(FINDINGS)
    assert shown.args == [FINDINGS]


def test_it_comes_back_with_the_face_it_had(pane: SidePane) -> None:
    pane.show_face(FINDINGS)
    pane.toggle()
    assert not pane.isVisible()

    pane.toggle()

    assert pane.isVisible()
    assert pane.face == FINDINGS


def test_escape_and_the_cross_put_it_away(pane: SidePane, qtbot: QtBot) -> None:
    for put_away in (
        lambda: qtbot.keyClick(pane, Qt.Key.Key_Escape),
        lambda: pane.findChild(QToolButton, "side_close").click(),
    ):
        pane.show_face(PREVIEW)
        with qtbot.waitSignal(pane.closed, timeout=1000):
            put_away()
        assert not pane.isVisible()


def test_only_one_face_takes_room_beside_the_text(clerk: Clerk) -> None:
    clerk.click("open_sample")
    clerk.click("preview")
    clerk.click("findings")

    pane = clerk.find(SidePane, "side_pane")
    assert pane.isVisible()
    assert pane.face == FINDINGS
    assert not clerk.find(QWidget, "preview_face").isVisible()


def test_it_stands_beside_the_text_where_both_have_room(drafting: Clerk) -> None:
    drafting.resize(WIDE)
    pane, tabs = drafting.find(SidePane, "side_pane"), drafting.find(QTabWidget, "report_tabs")

    pane.show_face(GUIDANCE)

    assert tabs.isVisible()
    assert pane.width() >= pane.least_width


def test_nobody_makes_it_so_narrow_or_so_wide_that_words_are_cut_off(drafting: Clerk) -> None:
    drafting.resize(WIDE)
    pane = drafting.find(SidePane, "side_pane")
    pane.show_face(GUIDANCE)
    room = pane.parentWidget()
    assert isinstance(room, Room)

    room.moveSplitter(room.width() - 60, 1)
    assert room.sizes()[1] >= pane.least_width

    room.moveSplitter(100, 1)
    assert room.sizes()[0] >= pane.text_width
    assert pane.wanted_width == room.sizes()[1]


def test_it_takes_the_whole_width_where_they_have_not(drafting: Clerk) -> None:
    drafting.resize(NARROW)
    pane, tabs = drafting.find(SidePane, "side_pane"), drafting.find(QTabWidget, "report_tabs")

    pane.show_face(GUIDANCE)
    assert not tabs.isVisible()
    assert pane.width() == pane.parentWidget().width()

    drafting.resize(WIDE)
    assert tabs.isVisible()
    assert pane.isVisible()


def test_it_steps_aside_for_the_text_without_being_closed(drafting: Clerk, data_dir: Path) -> None:
    drafting.resize(NARROW)
    pane, view = drafting.find(ReportPane, "side_pane"), drafting.window.view
    pane.settle()
    pane.show_face(GUIDANCE)

    view.reveal("plan", ())

    assert not pane.isVisible()
    assert drafting.find(QWidget, "tab:plan").isVisible()
    known = pane_memory.remembered(Settings(data_dir), drafting.window.chosen_id)
    assert known is not None
    assert known.is_shown


def test_the_keyboard_goes_with_it_and_comes_back_to_the_text(drafting: Clerk) -> None:
    drafting.resize(NARROW)
    drafting.window.activateWindow()
    pane, tabs = drafting.find(SidePane, "side_pane"), drafting.find(QTabWidget, "report_tabs")
    drafting.qtbot.waitUntil(drafting.window.isActiveWindow)
    drafting.window.view.show_tab(1)
    text = QApplication.focusWidget()
    assert text is not None
    assert tabs.isAncestorOf(text)

    pane.show_face(GUIDANCE)
    held = QApplication.focusWidget()
    assert held is not None
    assert pane.isAncestorOf(held)

    drafting.qtbot.keyClick(held, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is text


def test_a_narrow_window_opens_with_the_text(drafting: Clerk) -> None:
    drafting.resize(WIDE)
    pane = drafting.find(ReportPane, "side_pane")
    pane.settle()
    pane.show_face(GUIDANCE)
    drafting.resize(NARROW)

    drafting.reopen()

    assert drafting.find(QTabWidget, "report_tabs").isVisible()
    assert not drafting.find(ReportPane, "side_pane").isVisible()
