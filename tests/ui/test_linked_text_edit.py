"""The editor: a link is one unit, always shows its number, and what is stored is never damaged."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence, QPalette, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.atoms import Splice
from models.linked_text import Link
from ui.linked_text_edit import LinkedTextEdit

STORED = "2024年，行政复议申请{{fy_apply}}件，不予受理{{fy_refused}}件，撤销11件。"
SHOWN = "2024年，行政复议申请179件，不予受理20件，撤销11件。"
START = SHOWN.index("179")
END = START + 3

Move = QTextCursor.MoveOperation


class Recorder:
    """Every change the editor has told of, to be taken back."""

    def __init__(self, editor: LinkedTextEdit) -> None:
        self.editor = editor
        self.steps: list[tuple[Splice, str]] = []
        editor.edited.connect(lambda change, words: self.steps.append((change, words)))

    @property
    def words(self) -> list[str]:
        return [words for _, words in self.steps]

    def undo_all(self) -> None:
        for change, _ in reversed(self.steps):
            self.editor.splice(change.reverse)

    def redo_all(self) -> None:
        for change, _ in self.steps:
            self.editor.splice(change)


@pytest.fixture
def editor(qtbot: QtBot) -> LinkedTextEdit:
    editor = LinkedTextEdit({"fy_apply": "179", "fy_refused": "20"})
    qtbot.addWidget(editor)
    editor.resize(500, 200)
    editor.load(STORED)
    editor.show()
    return editor


@pytest.fixture
def told(editor: LinkedTextEdit) -> Recorder:
    return Recorder(editor)


def put_caret(editor: LinkedTextEdit, position: int, anchor: int | None = None) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(position if anchor is None else anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def compose(editor: LinkedTextEdit, preedit: str = "", commit: str = "", back: int = 0) -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit, -back, back)
    QApplication.sendEvent(editor, event)


def paste(editor: LinkedTextEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    editor.paste()


def test_loading_shows_the_numbers_keeps_the_links_and_is_no_edit(
    editor: LinkedTextEdit, told: Recorder
) -> None:
    editor.load(STORED)

    assert editor.toPlainText() == editor.surface() == SHOWN
    assert editor.tokens() == STORED
    assert not told.steps


def test_typing_at_either_edge_of_a_link_stays_outside(editor: LinkedTextEdit) -> None:
    put_caret(editor, END)
    QTest.keyClicks(editor, "a")
    put_caret(editor, START)
    QTest.keyClicks(editor, "b")

    assert "申请b{{fy_apply}}a件" in editor.tokens()


def test_composing_at_either_edge_of_a_link_stays_outside(editor: LinkedTextEdit, told: Recorder) -> None:
    for position in (END, START):
        put_caret(editor, position)
        compose(editor, "yu")
        compose(editor, "yu'wan")
        compose(editor, commit="余")

    assert "申请余{{fy_apply}}余件" in editor.tokens()
    assert told.words == ["输入", "输入"]


@pytest.mark.parametrize(("key", "position"), [(Qt.Key.Key_Backspace, END), (Qt.Key.Key_Delete, START)])
def test_a_deleting_key_takes_the_whole_link(
    editor: LinkedTextEdit, told: Recorder, key: Qt.Key, position: int
) -> None:
    put_caret(editor, position)
    QTest.keyClick(editor, key)

    assert editor.surface() == SHOWN.replace("179", "")
    assert "fy_apply" not in editor.tokens()

    told.undo_all()

    assert editor.tokens() == STORED


def test_the_caret_passes_over_a_link_in_one_step(editor: LinkedTextEdit) -> None:
    put_caret(editor, START)
    editor.moveCursor(Move.Right)
    assert editor.textCursor().position() == END

    editor.moveCursor(Move.Left)
    assert editor.textCursor().position() == START


def test_a_selection_that_cuts_a_link_is_stretched_over_it(editor: LinkedTextEdit) -> None:
    put_caret(editor, START + 1, anchor=START - 2)
    assert editor.textCursor().selectedText() == "申请179"

    put_caret(editor, START + 1, anchor=END + 1)
    assert editor.textCursor().selectedText() == "179件"


def test_a_selection_whose_anchor_alone_moves_into_a_link_is_stretched_too(editor: LinkedTextEdit) -> None:
    put_caret(editor, END + 1)
    put_caret(editor, END + 1, anchor=START + 1)

    assert editor.textCursor().selectedText() == "179件"


def test_a_new_number_is_shown_without_an_edit_and_the_caret_keeps_its_neighbours(
    editor: LinkedTextEdit, told: Recorder
) -> None:
    for position, neighbours in ((START, "请1"), (END, "2件"), (len(SHOWN), "。")):
        editor.refresh({"fy_apply": "179"})
        put_caret(editor, position)

        editor.refresh({"fy_apply": "1,802"})

        caret = editor.textCursor().position()
        assert editor.toPlainText()[caret - 1 : caret + 1] == neighbours
    assert editor.surface() == SHOWN.replace("179", "1,802")
    assert editor.tokens() == STORED
    assert not told.steps


def test_a_number_of_one_character_stays_a_link(editor: LinkedTextEdit) -> None:
    editor.refresh({"fy_apply": "7"})
    editor.refresh({"fy_apply": "8"})
    put_caret(editor, START + 1)
    QTest.keyClicks(editor, "x")

    assert "申请{{fy_apply}}x件" in editor.tokens()
    assert "申请8x件" in editor.surface()


def test_a_refresh_waits_for_the_input_method(editor: LinkedTextEdit) -> None:
    put_caret(editor, len(SHOWN))
    compose(editor, "qi'zhong")

    editor.refresh({"fy_apply": "1,802"})
    assert editor.toPlainText().startswith(SHOWN)
    assert editor.textCursor().position() == len(SHOWN)

    compose(editor, commit="其中")
    assert editor.toPlainText() == SHOWN.replace("179", "1,802") + "其中"
    assert editor.tokens() == STORED + "其中"


def test_a_change_from_elsewhere_ends_the_composition(editor: LinkedTextEdit) -> None:
    put_caret(editor, 2)
    compose(editor, "nian'du")

    editor.adopt("{{fy_apply}}件")
    assert not editor.is_composing()
    compose(editor, commit="年")

    assert editor.tokens().replace("年", "") == "{{fy_apply}}件"
    assert editor.surface() == editor.toPlainText()


def test_an_input_method_that_deletes_half_a_link_deletes_it_whole(editor: LinkedTextEdit) -> None:
    put_caret(editor, END)
    compose(editor, commit="百余", back=1)

    assert editor.surface() == SHOWN.replace("179", "百余")
    assert "fy_apply" not in editor.tokens()


def test_undo_brings_a_link_back_with_the_number_it_has_now(editor: LinkedTextEdit, told: Recorder) -> None:
    put_caret(editor, END)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    editor.refresh({"fy_apply": "1,802"})

    told.undo_all()

    assert editor.tokens() == STORED
    assert editor.surface() == SHOWN.replace("179", "1,802")


def test_undo_and_redo_hold_although_numbers_grew_meanwhile(editor: LinkedTextEdit, told: Recorder) -> None:
    put_caret(editor, len(SHOWN))
    QTest.keyClicks(editor, "abc")
    put_caret(editor, 5)
    QTest.keyClicks(editor, "xyz")
    after = editor.tokens()
    editor.refresh({"fy_apply": "约682万", "fy_refused": "1"})

    told.undo_all()
    assert editor.tokens() == STORED

    told.redo_all()
    assert editor.tokens() == after


def test_copying_inside_keeps_the_link_and_elsewhere_gives_the_number(editor: LinkedTextEdit) -> None:
    put_caret(editor, END + 1, anchor=START - 2)
    editor.copy()
    assert QApplication.clipboard().text() == "申请179件"

    put_caret(editor, len(SHOWN))
    editor.paste()

    assert editor.tokens() == STORED + "申请{{fy_apply}}件"


def test_a_paste_is_plain_clean_and_one_step(editor: LinkedTextEdit, told: Recorder) -> None:
    put_caret(editor, len(SHOWN))
    mime = QApplication.clipboard().mimeData()
    assert isinstance(mime, QMimeData)
    paste(editor, "\r\n\u3000\u3000其中\u200b，立案\u00a05件。\v结案{{3}}件。\n")

    assert editor.surface() == SHOWN + "\n其中，立案 5件。\n结案{{3}}件。"
    assert told.words == ["粘贴"]


def test_a_text_set_from_outside_counts_as_an_edit(editor: LinkedTextEdit, told: Recorder) -> None:
    editor.setPlainText("另起一段。")

    assert editor.tokens() == "另起一段。"
    assert told.steps

    told.undo_all()
    assert editor.tokens() == STORED


def test_a_text_set_from_outside_is_indented_like_any_other(editor: LinkedTextEdit, qtbot: QtBot) -> None:
    indent = editor.document().begin().blockFormat().textIndent()

    editor.setPlainText("第一段。\n第二段。")

    qtbot.waitUntil(lambda: editor.document().lastBlock().blockFormat().textIndent() == indent > 0)


def test_braces_typed_by_hand_are_ordinary_text(editor: LinkedTextEdit) -> None:
    editor.load("")
    QTest.keyClicks(editor, "{{fy_apply}}")

    assert editor.surface() == "{{fy_apply}}"
    assert editor.tokens() == "{{}}fy_apply}}"


def test_rare_characters_shift_nothing_and_are_never_cut(editor: LinkedTextEdit, told: Recorder) -> None:
    editor.load("𠮷县长{{fy_apply}}件，𡃁")
    put_caret(editor, len("xx县长179"))
    QTest.keyClicks(editor, "x")
    put_caret(editor, 2)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    paste(editor, "𠮸")

    assert editor.tokens() == "𠮸县长{{fy_apply}}x件，𡃁"

    told.undo_all()
    assert editor.tokens() == "𠮷县长{{fy_apply}}件，𡃁"


def test_a_number_spoilt_by_unknown_ways_is_written_anew(editor: LinkedTextEdit, qtbot: QtBot) -> None:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(START + 1)
    cursor.insertText("9")

    qtbot.waitUntil(lambda: editor.toPlainText() == SHOWN)
    assert editor.tokens() == STORED


def test_replacing_leaves_linked_numbers_alone_and_says_how_many(
    editor: LinkedTextEdit, told: Recorder
) -> None:
    editor.load("申请11件，撤销{{fy_apply}}件。")
    editor.refresh({"fy_apply": "11"})

    assert editor.replace_all("11件", "12件") == (1, 1)
    assert editor.tokens() == "申请12件，撤销{{fy_apply}}件。"
    assert told.words == ["替换“11件”"]


def test_a_link_is_put_in_found_and_released(editor: LinkedTextEdit, told: Recorder) -> None:
    editor.load("上年件")
    put_caret(editor, 2)

    editor.put_link(2, 2, Link("fy_apply"), "179")
    assert editor.tokens() == "上年{{fy_apply}}件"
    assert [editor.linked_at(at) for at in (1, 2, 4, 5)] == [None, "fy_apply", "fy_apply", None]

    editor.unlink(2)
    assert editor.tokens() == "上年179件"
    assert told.words == ["插入数字“179”", "取消链接“179”"]


def test_a_link_whose_number_is_unknown_still_has_a_place(editor: LinkedTextEdit) -> None:
    editor.load("{{cases}}")

    assert editor.surface() == "〔cases〕"
    editor.refresh({"cases": "5"})
    assert editor.surface() == "5"


def test_another_text_is_adopted_by_the_smallest_change_and_silently(
    editor: LinkedTextEdit, told: Recorder
) -> None:
    editor.clearFocus()
    put_caret(editor, 4)

    assert editor.adopt(STORED.replace("撤销11件", "撤销12件"))

    assert editor.surface() == SHOWN.replace("11件", "12件")
    assert editor.textCursor().position() == 4
    assert not told.steps
    assert not editor.adopt(editor.tokens())


def test_the_caret_follows_an_undo_only_where_the_clerk_is(editor: LinkedTextEdit, qtbot: QtBot) -> None:
    put_caret(editor, 4)
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)

    editor.adopt(STORED.replace("撤销11件", "撤销12件"))

    assert editor.textCursor().position() == SHOWN.index("11件") + 2


def test_the_undo_key_reaches_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    editor = LinkedTextEdit(parent=window)
    undo = QAction(window)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    window.addAction(undo)
    window.show()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClicks(editor, "abc")

    with qtbot.waitSignal(undo.triggered):
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert editor.tokens() == "abc"


def test_the_editor_is_as_high_as_its_text(editor: LinkedTextEdit) -> None:
    low = editor.height()

    editor.load("\n".join([STORED] * 12))

    assert editor.height() > 6 * low
    assert editor.verticalScrollBar().maximum() == 0


def test_the_tint_is_readable_on_dark_ground_too(editor: LinkedTextEdit) -> None:
    def contrast() -> int:
        formats = editor.document().begin().layout().formats()
        tint = formats[0].format  # type: ignore[attr-defined]
        return abs(tint.foreground().color().lightness() - tint.background().color().lightness())

    assert contrast() > 80

    dark = QPalette(Qt.GlobalColor.black)
    editor.setPalette(dark)

    assert contrast() > 80


@pytest.mark.parametrize("seed", range(8))
def test_random_editing_agrees_with_a_plain_string_of_atoms(qtbot: QtBot, seed: int) -> None:
    dice = random.Random(seed)
    values = {"a": "179", "b": "约682万", "c": "5"}
    editor = LinkedTextEdit(values)
    qtbot.addWidget(editor)
    editor.load("甲{{a}}乙{{b}}{{c}}丙")
    told = Recorder(editor)
    model = ["甲", "{{a}}", "乙", "{{b}}", "{{c}}", "丙"]
    start = "".join(model)

    def surface(count: int) -> int:
        return sum(len(values[atom[2:-2]]) if len(atom) > 1 else 1 for atom in model[:count])

    def type_text(at: int, end: int) -> None:
        text = dice.choice(["丁", "戊\n己", "x"])
        put_caret(editor, surface(end), anchor=surface(at))
        editor.textCursor().insertText(text)
        model[at:end] = text

    def composed(at: int, end: int) -> None:
        put_caret(editor, surface(end), anchor=surface(at))
        compose(editor, "pin'yin")
        editor.refresh(values)
        compose(editor, commit="拼音")
        model[at:end] = "拼音"

    def link(at: int, end: int) -> None:
        target = dice.choice("abc")
        start, stop = sorted((surface(at), surface(end)))
        editor.put_link(start, stop, Link(target), values[target])
        model[at:end] = [Link(target).token]

    def delete(at: int, end: int) -> None:
        put_caret(editor, surface(end), anchor=surface(at))
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
        del model[at if end > at else max(at - 1, 0) : end]

    def new_number(at: int, end: int) -> None:
        values[dice.choice("abc")] = dice.choice(["1", "22", "1,802", "98%以上"])
        editor.refresh(values)

    def again(at: int, end: int) -> None:
        put_caret(editor, surface(end), anchor=surface(at))
        if end > at:
            editor.copy()
            put_caret(editor, surface(len(model)))
            editor.paste()
            model.extend(model[at:end])

    acts: list[Callable[[int, int], None]] = [type_text, composed, link, delete, new_number, again]
    for _ in range(60):
        at = dice.randint(0, len(model))
        dice.choice(acts)(at, min(len(model), at + dice.choice([0, 0, 1, 3])))
        assert editor.tokens() == "".join(model)
        assert editor.toPlainText() == editor.surface()

    told.undo_all()
    assert editor.tokens() == start
    told.redo_all()
    assert editor.tokens() == "".join(model)
    assert editor.toPlainText() == editor.surface()
