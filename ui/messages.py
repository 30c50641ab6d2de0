"""The one door for messages: what happened, what was kept, what to do. No message blocks the program.

`tell` what was done, `warn` what could not be, `ask` before what cannot be undone, `unexpected` after a mistake of the
program's own; `last_word` where no window will open.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QGridLayout,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)

from ui import dialogs, icons, look
from ui.background import UNEXPECTED

if TYPE_CHECKING:
    from ui.crash_dialog import Crash

_MOST_LINES, _MOST_CHARACTERS = 8, 400
"""Details that are longer get a room that scrolls."""
_ROOM = (120 * look.SPACE, 50 * look.SPACE)


def tell(parent: QWidget | None, text: str, details: str = "") -> None:
    """Say that something was done."""
    _show(parent, "told", text, details)


def warn(parent: QWidget | None, text: str, details: str = "") -> None:
    """Say what could not be done."""
    _show(parent, "warned", text, details)


def ask(
    parent: QWidget | None,
    text: str,
    details: str,
    yes: str,
    on_yes: Callable[[], None],
    instead: tuple[str, Callable[[], None]] | None = None,
) -> QMessageBox:
    """Ask before something that cannot be undone; Return and Esc both mean no. `instead` is another way out.

    Returns what is shown, for whoever may have to take the question back.
    """
    box = _box(parent, "asked", text, details)
    answers = {}
    for name, words, do in (("message_yes", yes, on_yes), ("message_instead", *(instead or ("", None)))):
        if do is not None:
            button = box.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
            look.named(button, name, words.rstrip("…"))
            answers[button] = do
    keep = box.addButton(QMessageBox.StandardButton.Cancel)
    look.named(keep, "message_no", "取消")
    box.setDefaultButton(keep)
    box.finished.connect(lambda _answer: answers.get(box.clickedButton(), lambda: None)())
    dialogs.show(box)
    return box


def unexpected(parent: QWidget | None, crash: "Crash", leave: Callable[[], object]) -> None:
    """Say that the program made a mistake; one that follows while this is being said is added to it."""
    from ui.crash_dialog import CrashDialog

    for dialog in parent.findChildren(CrashDialog) if parent is not None else ():
        dialog.add(crash)
        return
    dialogs.show(CrashDialog(crash, leave, parent))


def last_word(words: str, stays_ms: int) -> None:
    """Show a last word in a window of its own until it was read, or this long where nobody is there to read it."""
    box = _box(None, "warned", words, "")
    _add_ok(box)
    QTimer.singleShot(stays_ms, box, box.close)
    box.show()
    QApplication.exec()


def _show(parent: QWidget | None, sign: str, text: str, details: str) -> None:
    if text == UNEXPECTED:
        return  # the last hook says more of it, in a dialog of its own
    if parent is not None and any(box.text() == text for box in parent.findChildren(QMessageBox)):
        return  # it is being said already
    box = _box(parent, sign, text, details)
    _add_ok(box)
    dialogs.show(box)


def _add_ok(box: QMessageBox) -> None:
    ok = box.addButton(QMessageBox.StandardButton.Ok)
    look.named(ok, "message_ok", "确定")
    box.setDefaultButton(ok)  # and the keyboard is there, not in long details


def _box(parent: QWidget | None, sign: str, text: str, details: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setObjectName("message")
    box.setAccessibleName("消息")
    box.setWindowTitle("法治年报")
    box.setIconPixmap(icons.message_picture(sign))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    if details.count("\n") < _MOST_LINES and len(details) < _MOST_CHARACTERS:
        box.setInformativeText(details)
    else:
        _add_long(box, details)
    return box


def _add_long(box: QMessageBox, details: str) -> None:
    """What would be higher than the screen is read in a room of its own, above the buttons."""
    text = QPlainTextEdit(details)
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setMinimumSize(*_ROOM)
    look.named(text, "message_details", "详细内容")
    grid, buttons = box.layout(), box.findChild(QDialogButtonBox)
    assert isinstance(grid, QGridLayout)
    assert buttons is not None
    grid.removeWidget(buttons)
    grid.addWidget(text, grid.rowCount(), 0, 1, -1)
    grid.addWidget(buttons, grid.rowCount(), 0, 1, -1)
