"""A clerk's hands: widgets are found by name in a window, filled in and pressed."""

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.draft import Draft

Found = TypeVar("Found", bound=QObject)


class Hands:
    """What a whole window and a desk with a single tab have in common."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window: QWidget

    @property
    def draft(self) -> Draft:
        """What is being written."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take the last step back."""
        raise NotImplementedError

    def find(self, kind: type[Found], name: str) -> Found:
        """The widget with this object name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def type(self, widget: QWidget | None, text: str) -> None:
        """Type as an input method does, in place of what stands there."""
        assert isinstance(widget, QLineEdit | QTextEdit)
        widget.selectAll()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    def click(self, name: str) -> None:
        """Press a button."""
        self.find(QPushButton, name).click()
