"""The one door for messages: what happened, what was kept, what to do. No message blocks the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui import dialogs, look


def tell(parent: QWidget | None, text: str, details: str = "") -> None:
    """Say that something was done."""
    _show(parent, QMessageBox.Icon.Information, text, details)


def warn(parent: QWidget | None, text: str, details: str = "") -> None:
    """Say what could not be done."""
    _show(parent, QMessageBox.Icon.Warning, text, details)


def ask(
    parent: QWidget | None,
    text: str,
    details: str,
    yes: str,
    on_yes: Callable[[], None],
    instead: tuple[str, Callable[[], None]] | None = None,
) -> None:
    """Ask before something that cannot be undone; Return and Esc both mean no. `instead` is another way out."""
    box = _box(parent, QMessageBox.Icon.Question, text, details)
    answers = {}
    for name, words, do in (("message_yes", yes, on_yes), ("message_instead", *(instead or ("", None)))):
        if do is not None:
            button = box.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
            look.named(button, name, words.rstrip("…"))
            answers[button] = do
    keep = box.addButton(QMessageBox.StandardButton.Cancel)
    keep.setObjectName("message_no")
    box.setDefaultButton(keep)
    box.finished.connect(lambda _answer: answers.get(box.clickedButton(), lambda: None)())
    dialogs.show(box)


def unexpected(parent: QWidget | None, details: str, saved: bool, file: Path | None) -> None:
    """Say that the program made a mistake; the details can be copied and are in a file if it could be written."""
    kept = "已写的内容已经保存，可以继续工作" if saved else "最后的改动没有存下来，请先把它抄到别处"
    where = f"文件“{file}”" if file else "“显示详情”中的文字"
    text = f"程序出了意外的错误；{kept}，并请把{where}转给技术人员（里面没有报告的内容）。"
    box = _box(parent, QMessageBox.Icon.Critical, text, "")
    box.setDetailedText(details)
    box.addButton(QMessageBox.StandardButton.Ok).setObjectName("message_ok")
    dialogs.show(box)


def _show(parent: QWidget | None, icon: QMessageBox.Icon, text: str, details: str) -> None:
    if parent is not None and any(box.text() == text for box in parent.findChildren(QMessageBox)):
        return  # it is being said already
    box = _box(parent, icon, text, details)
    box.addButton(QMessageBox.StandardButton.Ok).setObjectName("message_ok")
    dialogs.show(box)


def _box(parent: QWidget | None, icon: QMessageBox.Icon, text: str, details: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setObjectName("message")
    box.setAccessibleName("消息")
    box.setWindowTitle("法治年报")
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(details)
    return box
