"""插入数字: a number in a sentence becomes a link, and nothing known is overwritten."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from models.quantity import Quantity
from models.report import Figure
from tests.ui.conftest import Clerk
from tests.ui.hands import Hands
from tests.ui.tab_desk import SectionDesk, attachments_desk, section_desk
from tests.ui.test_section_tab import open_menu
from ui.figure_linker import FigureLinker
from ui.linked_text_edit import LinkedTextEdit

BODY = "body:measures:1"


def write(hands: Hands) -> None:
    """Put the keyboard into a sentence with numbers."""
    text = hands.find(LinkedTextEdit, BODY)
    text.setPlainText("全年申请179件，上年的件。")
    hands.window.activateWindow()
    text.setFocus()
    hands.qtbot.waitUntil(text.hasFocus)


@pytest.fixture
def writing(qtbot: QtBot) -> SectionDesk:
    """A clerk in that sentence."""
    desk = section_desk(qtbot, "measures")
    FigureLinker(desk.draft, desk.window)  # serves the texts as long as the window is there
    write(desk)
    return desk


def choose(clerk: Hands, words: str) -> LinkedTextEdit:
    """Select words in the sentence."""
    text = clerk.find(LinkedTextEdit, BODY)
    cursor = text.document().find(words)
    assert not cursor.isNull()
    text.setTextCursor(cursor)
    return text


def begin(clerk: Hands) -> QDialog:
    linker = clerk.window.findChild(FigureLinker)
    assert linker is not None
    linker.begin()
    return clerk.find(QDialog, "insert_figure_dialog")


def look_for(clerk: Hands, words: str) -> None:
    clerk.type(clerk.find(QLineEdit, "insert_figure_filter"), words)


def show_face(clerk: Hands, face: str) -> str:
    """Choose what of the figure is shown; how that is called."""
    box = clerk.find(QComboBox, "insert_figure_face")
    box.setCurrentIndex(box.findData(face))
    return box.currentText()


def stored(clerk: Hands) -> str:
    return clerk.draft.report.section("measures").items[0].paragraphs[0]


def report_of(clerk: Hands):
    return clerk.draft.report


def know(clerk: Hands, amount: str) -> None:
    draft = clerk.draft
    draft.change("填写", draft.report.with_figure(Figure("fy_apply", Quantity(amount))))


@pytest.mark.parametrize("selected", ["179", "179件"])
def test_a_number_becomes_the_figure_and_its_link_in_one_step(writing: SectionDesk, selected: str) -> None:
    text = choose(writing, selected)
    begin(writing)
    look_for(writing, "行政复议申请")
    assert "记为" in writing.find(QLabel, "insert_figure_note").text()
    writing.qtbot.keyClick(writing.find(QLineEdit, "insert_figure_filter"), Qt.Key.Key_Return)

    assert stored(writing) == "全年申请{{fy_apply}}件，上年的件。"
    assert report_of(writing).figure("fy_apply").value == Quantity("179")
    assert text.toPlainText() == "全年申请179件，上年的件。"
    assert text.textCursor().position() == len("全年申请179")
    assert writing.draft.undo_words == "插入数字“179”"

    writing.undo()
    assert stored(writing) == "全年申请179件，上年的件。"
    assert report_of(writing).figure("fy_apply").value is None


def test_another_amount_is_told_before_and_stays(writing: SectionDesk) -> None:
    know(writing, "180")
    choose(writing, "179")
    dialog = begin(writing)
    look_for(writing, "fy_apply")
    words = writing.find(QLabel, "insert_figure_note").text()
    dialog.accept()

    assert "180" in words
    assert "179" in words
    assert report_of(writing).figure("fy_apply").value == Quantity("180")
    assert writing.find(LinkedTextEdit, BODY).toPlainText() == "全年申请180件，上年的件。"


def test_a_number_of_another_unit_is_not_linked(writing: SectionDesk) -> None:
    writing.find(LinkedTextEdit, BODY).setPlainText("全年申请179人。")
    choose(writing, "179人")
    begin(writing)
    look_for(writing, "行政复议申请")

    assert "单位" in writing.find(QLabel, "insert_figure_note").text()
    assert not writing.find(QPushButton, "dialog_ok").isEnabled()


def test_without_a_number_selected_the_link_goes_to_the_caret_and_removes_nothing(
    writing: SectionDesk,
) -> None:
    know(writing, "180")
    choose(writing, "上年的")
    dialog = begin(writing)
    look_for(writing, "行政复议申请")
    show_face(writing, "last")
    dialog.accept()

    assert stored(writing) == "全年申请179件，上年的{{fy_apply.last}}件。"


def test_a_change_is_put_in_as_a_phrase_in_place_of_the_same_words(writing: SectionDesk) -> None:
    draft = writing.draft
    draft.change("填写", draft.report.with_figure(Figure("fy_apply", Quantity("164"), Quantity("150"))))
    text = writing.find(LinkedTextEdit, BODY)
    text.setPlainText("全年申请164件，同比增长9.33%。")
    choose(writing, "增长9.33%")
    dialog = begin(writing)
    look_for(writing, "行政复议申请")

    assert show_face(writing, "yoy") == "同比：增长9.33%"
    dialog.accept()
    assert stored(writing) == "全年申请164件，同比{{fy_apply.yoy}}。"
    assert draft.undo_words == "插入数字“增长9.33%”"
    draft.change("改数", draft.report.with_figure(Figure("fy_apply", Quantity("140"), Quantity("150"))))
    assert text.toPlainText() == "全年申请164件，同比下降6.67%。"


def test_the_reports_own_figures_stand_first_with_their_amounts(writing: SectionDesk) -> None:
    know(writing, "180")
    begin(writing)

    assert writing.find(QListWidget, "insert_figure_list").item(0).text() == "行政复议申请　180件"


def test_an_indicator_is_made_filled_and_linked_in_one_step(writing: SectionDesk) -> None:
    choose(writing, "179件")
    begin(writing)
    look_for(writing, "法治广场活动")
    writing.click("insert_figure_new")
    dialog = writing.find(QDialog, "indicator_dialog")
    assert dialog.findChild(QLineEdit, "field:indicator_name").text() == "法治广场活动"
    writing.type(dialog.findChild(QLineEdit, "field:indicator_unit"), "件")
    dialog.accept()

    (own,) = report_of(writing).own_indicators
    assert stored(writing) == f"全年申请{{{{{own.id}}}}}件，上年的件。"
    assert report_of(writing).figure(own.id).value == Quantity("179")

    writing.undo()
    assert report_of(writing).own_indicators == ()
    assert stored(writing) == "全年申请179件，上年的件。"


def test_the_texts_menu_asks_too_and_the_keyboard_comes_back(drafting: Clerk) -> None:
    drafting.window.view.reveal("measures")
    write(drafting)
    text = choose(drafting, "179")
    open_menu(text, QPoint(300, 5))["插入数字……\tCtrl+L"].trigger()
    dialog = drafting.find(QDialog, "insert_figure_dialog")
    look_for(drafting, "行政复议申请")
    dialog.accept()
    drafting.window.activateWindow()

    drafting.qtbot.waitUntil(text.hasFocus)
    assert "{{fy_apply}}" in stored(drafting)


def test_where_nothing_was_written_yet_the_clerk_is_told_what_to_do(drafting: Clerk) -> None:
    drafting.find(QAction, "action:link").trigger()

    assert drafting.window.findChild(QDialog, "insert_figure_dialog") is None
    assert drafting.window.findChild(QDialog, "message") is not None


def test_a_text_of_an_attachment_takes_links_as_well(qtbot: QtBot) -> None:
    desk = attachments_desk(qtbot)
    FigureLinker(desk.draft, desk.window)
    desk.click("attachment_add")
    text = desk.find(LinkedTextEdit, "field:attachment_text")
    text.setPlainText("申请12件")
    text.setFocus()
    desk.qtbot.waitUntil(text.hasFocus)
    text.setTextCursor(text.document().find("12"))
    dialog = begin(desk)
    look_for(desk, "行政复议申请")
    dialog.accept()

    assert report_of(desk).attachments[0].paragraphs == ("申请{{fy_apply}}件",)
