"""附件: added, named, written, moved, deleted, and all of it can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QPushButton, QScrollArea, QTextEdit
from pytestqt.qtbot import QtBot

from models.forms import forms
from models.linked_text import Link
from models.quantity import Quantity
from models.report import Figure
from tests.the_sample import sample_report
from tests.ui.tab_desk import AttachmentsDesk, attachments_desk
from ui.linked_text_edit import LinkedTextEdit


@pytest.fixture
def desk(qtbot: QtBot) -> AttachmentsDesk:
    """A clerk before a report without attachments."""
    return attachments_desk(qtbot)


@pytest.fixture
def attaching(desk: AttachmentsDesk) -> AttachmentsDesk:
    """A clerk with the attachments 甲 and 乙."""
    for title in ("甲", "乙"):
        desk.click("attachment_add")
        desk.type(desk.find(QLineEdit, "field:attachment_title"), title)
    return desk


def titles(clerk: AttachmentsDesk) -> list[str]:
    return [one.title for one in clerk.draft.report.attachments]


def forms_of(clerk: AttachmentsDesk) -> tuple[str, ...]:
    return clerk.draft.report.forms


def test_a_title_stands_in_the_list_as_it_is_typed(attaching: AttachmentsDesk) -> None:
    rows = attaching.find(QListWidget, "attachments_list")

    assert [rows.item(row).text() for row in range(rows.count())] == ["1. 甲", "2. 乙"]


def test_the_text_belongs_to_the_chosen_attachment(attaching: AttachmentsDesk) -> None:
    text = attaching.find(QTextEdit, "field:attachment_text")
    attaching.type(text, "乙的正文")
    assert attaching.draft.undo_words == "修改附件"

    attaching.find(QListWidget, "attachments_list").setCurrentRow(0)

    assert text.toPlainText() == ""
    assert [one.paragraphs for one in attaching.draft.report.attachments] == [(), ("乙的正文",)]


def test_moving_changes_the_order_and_keeps_the_choice(attaching: AttachmentsDesk) -> None:
    attaching.click("attachment_up")

    assert titles(attaching) == ["乙", "甲"]
    assert attaching.draft.undo_words == "上移附件“乙”"
    assert attaching.find(QLineEdit, "field:attachment_title").text() == "乙"
    assert not attaching.find(QPushButton, "attachment_up").isEnabled()


def test_deleting_can_be_undone(attaching: AttachmentsDesk) -> None:
    attaching.click("attachment_delete")
    assert titles(attaching) == ["甲"]
    assert attaching.draft.undo_words == "删除附件“乙”"

    attaching.undo()

    assert titles(attaching) == ["甲", "乙"]
    assert attaching.find(QListWidget, "attachments_list").count() == 2


def test_a_linked_number_survives_editing(qtbot: QtBot) -> None:
    clerk = attachments_desk(qtbot, sample_report())
    draft = clerk.draft
    figure = draft.report.figures[0].indicator
    clerk.click("attachment_add")
    text = clerk.find(LinkedTextEdit, "field:attachment_text")

    text.put_link(0, 0, Link(figure), draft.report.figures[0].value.surface)
    clerk.type(clerk.find(QLineEdit, "field:attachment_title"), "表")

    assert draft.report.attachments[-1].paragraphs == (f"{{{{{figure}}}}}",)
    assert text.toPlainText() == draft.report.figures[0].value.surface


def test_the_text_fills_its_sheet_and_takes_clicks_everywhere(attaching: AttachmentsDesk) -> None:
    text = attaching.find(LinkedTextEdit, "field:attachment_text")
    sheet = attaching.find(QScrollArea, "attachment_sheet")

    assert sheet.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert text.placeholderText().strip()
    assert text.height() > 0.8 * sheet.viewport().height()
    assert sheet.verticalScrollBar().maximum() == 0

    text.setPlainText("附件正文。")
    attaching.find(QListWidget, "attachments_list").setFocus()
    attaching.qtbot.mouseClick(
        sheet.widget(), Qt.MouseButton.LeftButton, pos=sheet.widget().rect().bottomLeft()
    )
    attaching.qtbot.waitUntil(text.hasFocus)
    assert text.textCursor().atEnd()


def test_a_sheet_grows_with_a_long_text(attaching: AttachmentsDesk) -> None:
    sheet = attaching.find(QScrollArea, "attachment_sheet")
    attaching.find(LinkedTextEdit, "field:attachment_text").setPlainText("\n".join(["很长的附件。"] * 60))

    attaching.qtbot.waitUntil(lambda: sheet.verticalScrollBar().maximum() > 200)


def test_tab_leads_from_the_title_to_the_text(attaching: AttachmentsDesk) -> None:
    attaching.tab.reveal(None)
    title = attaching.find(QLineEdit, "field:attachment_title")
    attaching.qtbot.waitUntil(title.hasFocus)
    attaching.qtbot.keyClick(title, Qt.Key.Key_Tab)

    assert attaching.find(LinkedTextEdit, "field:attachment_text").hasFocus()


def test_the_table_of_figures_is_attached_by_a_tick_and_taken_off_by_undo(attaching: AttachmentsDesk) -> None:
    box = attaching.find(QCheckBox, "field:attachment_figures")
    draft = attaching.draft

    box.click()

    assert [one.shows_figures for one in draft.report.attachments] == [False, True]
    assert titles(attaching) == ["甲", "乙"]
    assert draft.undo_words == "附上统计表"
    attaching.undo()
    assert not box.isChecked()
    assert [one.shows_figures for one in draft.report.attachments] == [False, False]


def test_the_tick_belongs_to_the_chosen_attachment(attaching: AttachmentsDesk) -> None:
    box = attaching.find(QCheckBox, "field:attachment_figures")
    rows = attaching.find(QListWidget, "attachments_list")
    box.click()

    rows.setCurrentRow(0)
    assert not box.isChecked()

    rows.setCurrentRow(1)
    assert box.isChecked()


def test_an_attachment_without_a_title_gets_the_tables_usual_one_in_the_same_step(
    desk: AttachmentsDesk,
) -> None:
    desk.click("attachment_add")

    desk.find(QCheckBox, "field:attachment_figures").click()

    assert titles(desk) == ["2025年法治政府建设统计表"]
    assert desk.find(QLineEdit, "field:attachment_title").text() == "2025年法治政府建设统计表"
    desk.undo()
    assert titles(desk) == [""]


def test_it_is_said_when_there_is_nothing_to_put_into_the_table(desk: AttachmentsDesk) -> None:
    desk.click("attachment_add")
    note = desk.find(QLabel, "note:attachment")
    desk.find(QCheckBox, "field:attachment_figures").click()
    assert "还没有填数" in note.text()

    draft = desk.draft
    draft.change("填数", draft.report.with_figure(Figure("fy_apply", Quantity("179"))))

    assert "横排" in note.text()


def test_a_statistical_form_is_chosen_by_its_box_and_undone(desk: AttachmentsDesk) -> None:
    box = desk.find(QCheckBox, "field:form.xzcf")
    assert not box.isChecked()

    box.click()
    assert forms_of(desk) == ("xzcf",)

    desk.undo()
    assert forms_of(desk) == ()
    assert not box.isChecked()


def test_every_form_there_is_has_its_box(desk: AttachmentsDesk) -> None:
    for form_id, form in forms().items():
        assert desk.find(QCheckBox, f"field:form.{form_id}").text() == form.name


def test_an_empty_list_says_what_to_do(desk: AttachmentsDesk) -> None:
    words = desk.find(QLabel, "attachments_list_empty")
    assert "点下面的“添加”" in words.text()
    assert not words.isHidden()

    desk.click("attachment_add")
    assert words.isHidden()

    desk.click("attachment_delete")
    assert not words.isHidden()
