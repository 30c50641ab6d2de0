"""All messages go through one door, and it gives the safe answer the last word."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import messages

UI = Path(__file__).resolve().parents[2] / "ui"


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_no_other_file_opens_a_message_box() -> None:
    style = "style_sheet.py"  # names it to say how its buttons look

    openers = [file.name for file in UI.glob("*.py") if "QMessageBox" in file.read_text("utf-8")]

    assert sorted(openers) == ["messages.py", style]


def test_the_safe_answer_is_the_default_and_does_nothing(room: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    messages.ask(room, "真的吗？", "不能撤销。", "删除", lambda: done.append("删除"))
    box = room.findChild(QMessageBox, "message")
    assert box.defaultButton().objectName() == "message_no"

    box.defaultButton().click()

    assert done == []


def test_what_is_being_said_is_not_said_twice(room: QWidget) -> None:
    messages.warn(room, "磁盘已满。")
    messages.warn(room, "磁盘已满。")

    assert len(room.findChildren(QMessageBox)) == 1
    assert room.findChild(QPushButton, "message_ok") is not None


def test_details_higher_than_the_screen_are_read_in_a_room_that_scrolls(room: QWidget) -> None:
    notes = [f"文件{number}：没有认出标题。" for number in range(60)]

    messages.warn(room, "有 60 个文件没有导入，原因见下。", "\n".join(notes))

    box = room.findChild(QMessageBox, "message")
    assert box.findChild(QPlainTextEdit, "message_details").toPlainText().splitlines() == notes
    assert box.sizeHint().height() < 500
    assert box.focusWidget().objectName() == "message_ok"
