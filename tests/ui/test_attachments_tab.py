"""附件: added, named, written, moved, deleted, and all of it can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QScrollArea, QTextEdit

from tests.ui.conftest import Clerk
from ui.linked_text_edit import LinkedTextEdit


@pytest.fixture
def attaching(drafting: Clerk) -> Clerk:
    """A clerk with the attachments 甲 and 乙."""
    for title in ("甲", "乙"):
        drafting.click("attachment_add")
        drafting.type(drafting.find(QLineEdit, "field:attachment_title"), title)
    return drafting


def titles(clerk: Clerk) -> list[str]:
    return [one.title for one in clerk.window.view.draft.report.attachments]


def test_a_title_stands_in_the_list_as_it_is_typed(attaching: Clerk) -> None:
    rows = attaching.find(QListWidget, "attachments_list")

    assert [rows.item(row).text() for row in range(rows.count())] == ["1. 甲", "2. 乙"]


def test_the_text_belongs_to_the_chosen_attachment(attaching: Clerk) -> None:
    text = attaching.find(QTextEdit, "field:attachment_text")
    attaching.type(text, "乙的正文")

    attaching.find(QListWidget, "attachments_list").setCurrentRow(0)

    assert text.toPlainText() == ""
    assert [one.paragraphs for one in attaching.window.view.draft.report.attachments] == [(), ("乙的正文",)]


def test_moving_changes_the_order_and_keeps_the_choice(attaching: Clerk) -> None:
    attaching.click("attachment_up")

    assert titles(attaching) == ["乙", "甲"]
    assert attaching.find(QLineEdit, "field:attachment_title").text() == "乙"
    assert not attaching.find(QPushButton, "attachment_up").isEnabled()


def test_deleting_can_be_undone(attaching: Clerk) -> None:
    attaching.click("attachment_delete")
    assert titles(attaching) == ["甲"]

    attaching.window.view.undo()

    assert titles(attaching) == ["甲", "乙"]
    assert attaching.find(QListWidget, "attachments_list").count() == 2


def test_a_linked_number_survives_editing(clerk: Clerk) -> None:
    clerk.click("open_sample")
    draft = clerk.window.view.draft
    figure = draft.report.figures[0].indicator
    clerk.click("attachment_add")
    text = clerk.find(LinkedTextEdit, "field:attachment_text")

    text.insert_link(figure)
    clerk.type(clerk.find(QLineEdit, "field:attachment_title"), "表")

    assert draft.report.attachments[-1].paragraphs == (f"{{{{{figure}}}}}",)
    assert text.toPlainText() == draft.report.figures[0].value.surface


def test_the_text_fills_its_sheet_and_takes_clicks_everywhere(attaching: Clerk) -> None:
    attaching.window.view.reveal("attachments")
    text = attaching.find(LinkedTextEdit, "field:attachment_text")
    sheet = attaching.find(QScrollArea, "attachment_sheet")

    assert sheet.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert text.placeholderText().strip()
    assert text.height() > 0.8 * sheet.viewport().height()
    assert sheet.verticalScrollBar().maximum() == 0

    text.setPlainText("附件正文。")
    attaching.window.activateWindow()
    attaching.find(QListWidget, "attachments_list").setFocus()
    attaching.qtbot.mouseClick(
        sheet.widget(), Qt.MouseButton.LeftButton, pos=sheet.widget().rect().bottomLeft()
    )
    attaching.qtbot.waitUntil(text.hasFocus)
    assert text.textCursor().atEnd()


def test_a_sheet_grows_with_a_long_text(attaching: Clerk) -> None:
    attaching.window.view.reveal("attachments")
    sheet = attaching.find(QScrollArea, "attachment_sheet")
    attaching.find(LinkedTextEdit, "field:attachment_text").setPlainText("\n".join(["很长的附件。"] * 60))

    attaching.qtbot.waitUntil(lambda: sheet.verticalScrollBar().maximum() > 200)


def test_tab_leads_from_the_title_to_the_text(attaching: Clerk) -> None:
    attaching.window.view.reveal("attachments")
    attaching.window.activateWindow()
    title = attaching.find(QLineEdit, "field:attachment_title")
    attaching.qtbot.waitUntil(title.hasFocus)
    attaching.qtbot.keyClick(title, Qt.Key.Key_Tab)

    assert attaching.find(LinkedTextEdit, "field:attachment_text").hasFocus()
