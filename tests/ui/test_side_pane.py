"""旁栏: one place beside the text, with several faces."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Clerk
from ui.side_pane import FINDINGS, PREVIEW, SidePane


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
