"""Typed numbers are linked afterwards: from the panel, from a text's menu, all at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from models.quantity import Quantity
from models.report import Figure
from tests.ui.conftest import WIDE, Clerk
from tests.ui.hands import Hands
from tests.ui.tab_desk import SectionDesk, section_desk
from tests.ui.test_section_tab import open_menu, point_on
from ui.figure_linker import FigureLinker
from ui.linked_text_edit import LinkedTextEdit

BODY = "body:measures:1"
UNKNOWN = "另走访企业3562家。"
TEXT = "收到行政复议申请164件，办理行政诉讼案件22件，法律援助案件439件。"


def write(hands: Hands) -> None:
    """Type what the data say already."""
    draft = hands.draft
    report = draft.report.with_figure(Figure("fy_apply", Quantity("164"), Quantity("150")))
    draft.change("填数", report.with_figure(Figure("ss_count", Quantity("22"))))
    text = hands.find(LinkedTextEdit, BODY)
    hands.window.activateWindow()
    text.setFocus()
    hands.qtbot.waitUntil(text.hasFocus)
    text.setPlainText(TEXT)


@pytest.fixture
def writing(drafting: Clerk) -> Clerk:
    """A clerk who typed it in a whole window."""
    drafting.window.view.reveal("measures")
    write(drafting)
    return drafting


@pytest.fixture
def linking(qtbot: QtBot) -> SectionDesk:
    """A clerk who typed it before a section."""
    desk = section_desk(qtbot, "measures")
    FigureLinker(desk.draft, desk.window)  # serves the texts as long as the window is there
    write(desk)
    return desk


def stored(clerk: Hands) -> str:
    return clerk.draft.report.section("measures").items[0].paragraphs[0]


def test_the_panel_links_the_number_its_hint_is_about(writing: Clerk) -> None:
    writing.resize(WIDE)  # elsewhere the pane leaves its room to the text it leads to
    view = writing.window.view
    view.show_findings()
    writing.wait_for_findings()
    rows = [view.findings.index(one) for one in view.findings if one.rule == "LNK02"]
    assert len(rows) == 2
    view._panel.go(rows[0])

    button = writing.find(QPushButton, "findings_link")
    assert button.isVisible()
    button.click()
    assert stored(writing).startswith("收到行政复议申请{{fy_apply}}件，办理行政诉讼案件22件")
    assert view.draft.undo_words == "链接“164件”"
    writing.wait_for_findings()
    assert sum(one.rule == "LNK02" for one in view.findings) == 1


def test_what_is_no_number_has_no_button(writing: Clerk) -> None:
    view = writing.window.view
    view.show_findings()
    writing.wait_for_findings()

    assert view.findings[0].rule != "LNK02"
    assert not writing.find(QPushButton, "findings_link").isVisible()


def test_the_menu_on_a_number_links_it(linking: SectionDesk) -> None:
    text = linking.find(LinkedTextEdit, BODY)
    actions = open_menu(text, point_on(text, "案件2"))
    actions["链接到“行政诉讼”"].trigger()

    assert "行政诉讼案件{{ss_count}}件" in stored(linking)


def test_the_menu_beside_a_number_offers_nothing_to_link(linking: SectionDesk) -> None:
    text = linking.find(LinkedTextEdit, BODY)

    assert not any(words.startswith("链接到") for words in open_menu(text, point_on(text, "收到行")))


def test_all_numbers_are_listed_and_what_is_ticked_is_linked_in_one_step(writing: Clerk) -> None:
    writing.find(QAction, "action:link_numbers").trigger()
    dialog = writing.find(QDialog, "link_numbers_dialog")
    tree = writing.find(QTreeWidget, "link_numbers_list")
    ticked = [
        tree.topLevelItem(row).checkState(0) is Qt.CheckState.Checked
        for row in range(tree.topLevelItemCount())
    ]
    assert ticked == [True, True, False]
    assert "将填入439" in tree.topLevelItem(2).text(3)
    writing.click("link_numbers_all")
    assert writing.find(QPushButton, "dialog_ok").text() == "链接3处"
    dialog.accept()

    draft = writing.draft
    assert "{{" in stored(writing)
    assert draft.report.printed(stored(writing)) == TEXT
    assert draft.report.figure("fy_aid_cases").value == Quantity("439")
    assert draft.undo_words == "链接正文中的3处数字"
    writing.undo()
    assert stored(writing) == TEXT
    assert draft.report.figure("fy_aid_cases").value is None


def test_what_was_not_recognised_is_said(writing: Clerk) -> None:
    writing.find(LinkedTextEdit, BODY).setPlainText(TEXT + UNKNOWN)
    writing.find(QAction, "action:link_numbers").trigger()

    assert (
        "另有 1 个数字没有认出是哪个指标，没有列出：3562家；"
        in writing.find(QLabel, "link_numbers_unknown").text()
    )


def test_where_there_is_nothing_to_link_it_is_said(drafting: Clerk) -> None:
    drafting.find(QAction, "action:link_numbers").trigger()

    words = [box.text() for box in drafting.window.findChildren(QMessageBox)]
    words += [label.text() for label in drafting.window.findChildren(QLabel)]
    assert any("没有可以链接的数字" in each for each in words)
