"""A link that shows verb and amount is one unit in the editor like any other, however its words change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.linked_text import Link
from tests.ui.test_linked_text_edit import Recorder, compose, put_caret
from ui.linked_clipboard import MIME
from ui.linked_text_edit import LinkedTextEdit

STORED = "申请{{fy_apply}}件，同比{{fy_apply.yoy}}，超额完成。"
SHOWN = "申请164件，同比增长9.33%，超额完成。"
START = SHOWN.index("增长")
END = SHOWN.index("，超额")


@pytest.fixture
def editor(qtbot: QtBot) -> LinkedTextEdit:
    editor = LinkedTextEdit({"fy_apply": "164", "fy_apply.yoy": "增长9.33%"})
    qtbot.addWidget(editor)
    editor.resize(500, 200)
    editor.load(STORED)
    editor.show()
    return editor


@pytest.fixture
def told(editor: LinkedTextEdit) -> Recorder:
    return Recorder(editor)


@pytest.mark.parametrize(("key", "position"), [(Qt.Key.Key_Backspace, END), (Qt.Key.Key_Delete, START)])
def test_a_deleting_key_takes_verb_and_amount_and_undo_brings_both_back(
    editor: LinkedTextEdit, told: Recorder, key: Qt.Key, position: int
) -> None:
    put_caret(editor, position)
    QTest.keyClick(editor, key)
    assert editor.surface() == "申请164件，同比，超额完成。"

    told.undo_all()
    assert editor.tokens() == STORED
    assert len(told.steps) == 1


def test_undo_brings_the_phrase_back_as_it_is_by_now(editor: LinkedTextEdit, told: Recorder) -> None:
    put_caret(editor, END)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    editor.refresh({"fy_apply": "140", "fy_apply.yoy": "下降6.67%"})
    told.undo_all()

    assert editor.toPlainText() == "申请140件，同比下降6.67%，超额完成。"


@pytest.mark.parametrize("words", ["下降6.67%", "持平", "〔行政复议申请同比〕", "增加5件"])
def test_other_words_take_the_place_of_the_whole_phrase_and_are_no_edit(
    editor: LinkedTextEdit, told: Recorder, words: str
) -> None:
    put_caret(editor, END)
    editor.refresh({"fy_apply.yoy": words})

    assert editor.toPlainText() == SHOWN.replace("增长9.33%", words)
    assert editor.tokens() == STORED
    assert editor.textCursor().position() == START + len(words)
    assert not told.steps


def test_a_phrase_that_changes_while_a_word_is_composed_waits_for_it(editor: LinkedTextEdit) -> None:
    put_caret(editor, END)
    compose(editor, "da")
    editor.refresh({"fy_apply.yoy": "持平"})
    assert "增长9.33%" in editor.toPlainText()

    compose(editor, commit="达")
    assert editor.toPlainText() == "申请164件，同比持平达，超额完成。"
    assert editor.tokens() == STORED.replace("yoy}}", "yoy}}达")


def test_composing_between_verb_and_amount_is_impossible(editor: LinkedTextEdit) -> None:
    put_caret(editor, START + 2)  # behind 增长
    compose(editor, "le")
    compose(editor, commit="了")

    assert "{{fy_apply.yoy}}" in editor.tokens()
    assert "增长9.33%" in editor.toPlainText()


def test_the_caret_passes_a_phrase_in_one_step(editor: LinkedTextEdit) -> None:
    put_caret(editor, START)
    editor.moveCursor(QTextCursor.MoveOperation.Right)
    assert editor.textCursor().position() == END
    editor.moveCursor(QTextCursor.MoveOperation.Left)
    assert editor.textCursor().position() == START


def test_a_copy_is_plain_words_outside_and_the_link_inside(editor: LinkedTextEdit) -> None:
    put_caret(editor, END, anchor=START - 2)
    data = editor.createMimeDataFromSelection()

    assert data.text() == "同比增长9.33%"
    assert data.data(MIME).data().decode() == "同比{{fy_apply.yoy}}"


def test_an_input_method_that_deletes_part_of_a_phrase_deletes_it_whole(editor: LinkedTextEdit) -> None:
    put_caret(editor, END)
    event = QInputMethodEvent()
    event.setCommitString("", -2, 2)
    QApplication.sendEvent(editor, event)

    assert editor.tokens() == STORED.replace("{{fy_apply.yoy}}", "")


def test_a_phrase_breaks_over_lines_like_text(editor: LinkedTextEdit) -> None:
    editor.load("同比{{fy_apply.yoy}}" * 30)
    layout = editor.document().firstBlock().layout()

    assert layout.lineCount() > 1
    widths = [layout.lineAt(line).naturalTextWidth() for line in range(layout.lineCount() - 1)]
    one = editor.fontMetrics().horizontalAdvance("增长9.33%")
    assert min(widths) > editor.viewport().width() - one


def test_a_phrase_is_put_in_and_released_by_one_step_each(editor: LinkedTextEdit, told: Recorder) -> None:
    at = len(SHOWN) - 1
    editor.put_link(at, at, Link("fy_apply.diff"), "增加14件")
    assert editor.toPlainText().endswith("超额完成增加14件。")
    editor.unlink(at)

    assert editor.tokens().endswith("超额完成增加14件。")
    assert told.words == ["插入数字“增加14件”", "取消链接“增加14件”"]
