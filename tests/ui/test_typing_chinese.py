"""Every text field takes an input method's words and copied texts as a Chinese clerk needs them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFont, QInputMethodEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Clerk
from ui.plain_line import PlainLine

SECTION = "leadership"
FIELDS = (
    "field:title",
    "field:organs",
    "field:doc_number",
    "field:preamble",
    "field:notes",
    f"heading:{SECTION}:1",
    f"body:{SECTION}:1",
    "field:attachment_title",
    "field:attachment_text",
    "field:find",
    "figures_filter",
)
COPIED = "\ufeff　　第一　段\u00a0甲\u200b乙\ufffc\x00\r\n\u3000\u3000丙\u2028丁"
NEVER = set("\ufeff\u00a0\u200b\ufffc\x00\u2028\u2029\r")
HTML = "<table><tr><td><b>第一</b></td></tr></table>"


@pytest.fixture
def writing(drafting: Clerk) -> Clerk:
    """A report with an item and an attachment."""
    drafting.click(f"first_item:{SECTION}")
    drafting.click("attachment_add")
    return drafting


def field(clerk: Clerk, name: str) -> QLineEdit | QTextEdit:
    """A field on screen with the keyboard in it."""
    if name == "field:find":
        clerk.window.view.begin_search()
    found = clerk.find(QWidget, name)
    assert isinstance(found, QLineEdit | QTextEdit)
    show(clerk, found)
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    found.setFocus()
    return found


def show(clerk: Clerk, widget: QWidget) -> None:
    tabs = clerk.window.late_pages
    assert tabs is not None
    for number in range(tabs.count()):
        if tabs.widget(number).isAncestorOf(widget):
            tabs.setCurrentIndex(number)


def text(of: QLineEdit | QTextEdit) -> str:
    return of.text() if isinstance(of, QLineEdit) else of.toPlainText()


def compose(of: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(of, event)


def test_what_is_being_composed_is_no_text_until_it_is_committed(writing: Clerk) -> None:
    for name in FIELDS:
        of = field(writing, name)
        of.clear()
        before = writing.window.view.draft.report

        compose(of, "nihao")
        assert text(of) == "", name
        assert writing.window.view.draft.report == before, name
        compose(of, "")
        assert text(of) == "", name
        compose(of, "nihao")
        compose(of, "", "你好")

        assert text(of) == "你好", name


def test_the_list_of_candidates_stands_at_the_caret(writing: Clerk) -> None:
    for name in FIELDS:
        of = field(writing, name)
        of.clear()

        before = caret(of)
        compose(of, "", "你好")

        assert of.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), name
        assert QRectF(of.rect()).contains(caret(of).center()), name
        assert caret(of).x() > before.x(), name


def caret(of: QWidget) -> QRectF:
    """Where an input method is told that the caret is."""
    return QRectF(of.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle))


def test_saving_checking_and_laying_out_leave_a_composition_alone(writing: Clerk) -> None:
    for name in (f"heading:{SECTION}:1", f"body:{SECTION}:1", "field:title"):
        of, view = field(writing, name), writing.window.view
        of.clear()
        compose(of, "", "依法")
        compose(of, "xing")

        view.draft.save()
        with writing.qtbot.waitSignal(view._checking.checked):
            view._checking.check()
        view.show_preview()
        assert text(of) == "依法", name
        compose(of, "", "行政")

        assert text(of).startswith("依法"), name
        assert text(of).endswith("行政"), name


@pytest.fixture
def copied() -> Iterator[None]:
    """What Word and WPS put on the clipboard: formats, a table, and what nobody sees."""
    data = QMimeData()
    data.setText(COPIED)
    data.setHtml(HTML)
    QApplication.clipboard().setMimeData(data)
    yield
    QApplication.clipboard().clear()


@pytest.mark.usefixtures("copied")
def test_what_is_pasted_is_plain_and_clean(writing: Clerk) -> None:
    for name in FIELDS:
        of = field(writing, name)
        of.clear()

        QTest.keySequence(of, QKeySequence(QKeySequence.StandardKey.Paste))

        come = text(of)
        assert "甲乙" in come, name
        assert not set(come) & NEVER, name
        assert not come.startswith("\u3000"), name
        if isinstance(of, QTextEdit):
            first = QTextCursor(of.document())
            first.movePosition(QTextCursor.MoveOperation.NextCharacter)
            assert first.currentTable() is None, name
            assert first.charFormat().fontWeight() < QFont.Weight.Bold, name
        else:
            assert "\n" not in come, name


@pytest.mark.usefixtures("copied")
def test_a_line_takes_dropped_words_and_those_of_its_menu_as_clean(qtbot: QtBot) -> None:
    line = PlainLine()
    qtbot.addWidget(line)

    menu = line.createStandardContextMenu()
    next(one for one in menu.actions() if one.objectName() == "edit-paste").trigger()
    assert line.text() == "第一　段 甲乙 丙 丁"
    line.clear()
    data = QMimeData()
    data.setText(COPIED)
    none = Qt.KeyboardModifier.NoModifier
    line.dropEvent(QDropEvent(QPointF(3, 3), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))

    assert line.text() == "第一　段 甲乙 丙 丁"


@pytest.fixture
def copied_file(tmp_path: Path) -> Iterator[Path]:
    """What a file manager puts on the clipboard."""
    file = tmp_path / "批复.pdf"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    QApplication.clipboard().setMimeData(data)
    yield file
    QApplication.clipboard().clear()


@pytest.mark.usefixtures("copied_file")
def test_a_copied_file_is_not_put_into_a_text_and_it_is_said_what_to_do(writing: Clerk) -> None:
    for name in FIELDS:
        of = field(writing, name)
        before = text(of)

        QTest.keySequence(of, QKeySequence(QKeySequence.StandardKey.Paste))

        assert text(of) == before, name
        message = writing.find(QMessageBox, "message")
        assert "导入" in message.text()
        message.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_copied_folder_is_put_where_a_path_is_wanted(writing: Clerk, copied_file: Path) -> None:
    writing.click("export")
    line = writing.find(QLineEdit, "field:folder")

    QTest.keySequence(line, QKeySequence(QKeySequence.StandardKey.Paste))

    assert line.text() == str(copied_file)
