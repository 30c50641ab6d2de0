"""@ in a text: figures are offered while the name is typed, and nothing else is disturbed."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from models.quantity import Quantity
from models.report import Figure
from tests.ui.tab_desk import TabDesk, attachments_desk, section_desk
from ui.figure_linker import FigureLinker
from ui.figure_typing import FigureTyping
from ui.linked_text_edit import LinkedTextEdit

BODY = "body:measures:1"


def commit(text: QWidget, words: str, preedit: str = "") -> None:
    """Words from an input method."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(words)
    QApplication.sendEvent(text, event)


class Writer:
    """A clerk in a sentence of a report that knows some figures."""

    def __init__(self, clerk: TabDesk, name: str = BODY) -> None:
        self.clerk, self.name = clerk, name
        draft = clerk.draft
        FigureLinker(draft, clerk.window)  # serves the texts as long as the window is there
        known = draft.report.with_figure(Figure("fy_apply", Quantity("164"), Quantity("150")))
        draft.change("填数", known.with_figure(Figure("ss_count", Quantity("22"))))
        self.text.setFocus()
        clerk.qtbot.waitUntil(self.text.hasFocus)

    @property
    def text(self) -> LinkedTextEdit:
        return self.clerk.find(LinkedTextEdit, self.name)

    @property
    def popup(self) -> QWidget:
        return self.clerk.find(QWidget, "figure_popup")

    def write(self, words: str) -> None:
        commit(self.text, words)
        self.settle()

    def rows(self) -> list[tuple[str, str]]:
        if not self.popup.isVisible():
            return []
        tree = self.clerk.find(QTreeWidget, "figure_popup_list")
        items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
        return [(item.text(0), item.text(1)) for item in items]

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.text, key)
        self.settle()

    def settle(self) -> None:
        """Wait until the list has followed what was typed: it waits for the end of the edit itself."""
        typing = self.clerk.window.findChild(FigureTyping)
        self.clerk.qtbot.waitUntil(lambda: not any(one.isActive() for one in typing.findChildren(QTimer)))

    @property
    def undo_words(self) -> str:
        return self.clerk.draft.undo_words

    def undo(self) -> None:
        self.clerk.undo()


@pytest.fixture
def writer(qtbot: QtBot) -> Writer:
    return Writer(section_desk(qtbot, "measures"))


def test_an_at_sign_offers_the_figures_the_report_knows_first(writer: Writer) -> None:
    writer.write("全年收到@")

    assert writer.rows()[:2] == [("行政复议申请", "164件"), ("行政诉讼", "22件")]


def test_typing_on_narrows_the_list_to_names_and_their_faces(writer: Writer) -> None:
    writer.write("全年收到@")
    writer.write("复议申请")

    assert writer.rows()[:4] == [
        ("行政复议申请", "164件"),
        ("行政复议申请（上年）", "150件"),
        ("行政复议申请（同比）", "增长9.33%"),
        ("行政复议申请（增减）", "增加14件"),
    ]


def test_letters_typed_without_an_input_method_narrow_too(writer: Writer) -> None:
    QTest.keyClicks(writer.text, "@fy_ap")
    writer.settle()

    assert writer.rows()[0] == ("行政复议申请", "164件")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Enter])
def test_choosing_puts_the_link_in_place_of_what_was_typed_as_one_step(writer: Writer, key: Qt.Key) -> None:
    writer.write("全年收到@复议申请")
    writer.press(key)

    assert writer.text.tokens() == "全年收到{{fy_apply}}"
    assert writer.undo_words == "插入数字“164”"
    assert not writer.popup.isVisible()
    writer.write("件。")
    assert writer.text.surface() == "全年收到164件。"
    writer.undo()
    writer.undo()
    assert writer.text.tokens() == "全年收到@复议申请"


def test_the_arrows_move_through_the_list_and_a_click_chooses(writer: Writer) -> None:
    writer.write("同比@复议申请")
    writer.press(Qt.Key.Key_Down)
    writer.press(Qt.Key.Key_Down)
    writer.press(Qt.Key.Key_Return)
    assert writer.text.tokens() == "同比{{fy_apply.yoy}}"
    assert writer.text.surface() == "同比增长9.33%"

    writer.write("，@复议申请")
    tree = writer.clerk.find(QTreeWidget, "figure_popup_list")
    difference = tree.topLevelItem(3)
    assert difference is not None
    place = tree.visualItemRect(difference).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert writer.text.tokens() == "同比{{fy_apply.yoy}}，{{fy_apply.diff}}"
    assert writer.text.hasFocus()


def test_esc_leaves_the_text_as_typed_and_the_list_away(writer: Writer) -> None:
    writer.write("联系@复议")
    writer.press(Qt.Key.Key_Escape)
    writer.write("申请")

    assert not writer.popup.isVisible()
    assert writer.text.tokens() == "联系@复议申请"
    writer.write("，@复议")
    assert writer.popup.isVisible()


@pytest.mark.parametrize(
    "words", ["邮箱zhangsan@", "x.1@复议", "@复议，", "@复议 ", "@@"[:1] + "没有这样的指标吧"]
)
def test_what_is_no_name_behind_an_at_sign_opens_nothing(writer: Writer, words: str) -> None:
    writer.write(words)

    assert writer.rows() == []


def test_a_full_width_at_sign_counts_as_well(writer: Writer) -> None:
    writer.write("＠复议申请")
    writer.press(Qt.Key.Key_Return)

    assert writer.text.tokens() == "{{fy_apply}}"


def test_keys_of_a_composition_are_the_input_methods_own(writer: Writer) -> None:
    writer.write("@复议")
    commit(writer.text, "", "shen'qing")
    writer.press(Qt.Key.Key_Down)
    writer.press(Qt.Key.Key_Escape)

    assert writer.popup.isVisible()
    commit(writer.text, "申请")
    writer.settle()
    assert writer.rows()[0] == ("行政复议申请", "164件")


def test_the_list_closes_when_the_caret_or_the_keyboard_goes_elsewhere(writer: Writer) -> None:
    writer.write("全年@复议")
    writer.press(Qt.Key.Key_Home)
    assert not writer.popup.isVisible()

    writer.press(Qt.Key.Key_End)
    writer.write("申")
    assert writer.popup.isVisible()
    writer.clerk.find(QLineEdit, "heading:measures:1").setFocus()
    assert not writer.popup.isVisible()


def test_an_at_sign_that_is_deleted_takes_the_list_with_it(writer: Writer) -> None:
    writer.write("@复")
    writer.press(Qt.Key.Key_Backspace)
    assert writer.popup.isVisible()
    writer.press(Qt.Key.Key_Backspace)

    assert not writer.popup.isVisible()


def test_attachments_have_the_list_too_and_one_step(qtbot: QtBot) -> None:
    desk = attachments_desk(qtbot)
    desk.click("attachment_add")
    writer = Writer(desk, "field:attachment_text")
    writer.write("去年收到@复议申请上年")
    writer.press(Qt.Key.Key_Return)

    assert writer.text.tokens() == "去年收到{{fy_apply.last}}"
    assert writer.undo_words == "插入数字“150”"
    writer.undo()
    assert writer.text.tokens() == "去年收到@复议申请上年"


def test_the_list_stays_within_the_window(writer: Writer) -> None:
    for _ in range(12):
        writer.write("这一段话用来占地方，")
    writer.write("@")

    place = writer.popup.geometry()
    assert writer.clerk.window.rect().contains(place)
