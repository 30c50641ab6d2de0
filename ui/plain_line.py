"""A line of text that takes nothing from elsewhere but words: no formats, no line ends, nothing that cannot be seen."""

from PySide6.QtGui import QClipboard, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QMenu


class PlainLine(QLineEdit):
    """Whatever way a copied text comes in, by key, menu, mouse or dragging, it comes in clean."""

    def paste(self) -> None:
        """Put in what was copied."""
        self._put(QGuiApplication.clipboard().text())

    def createStandardContextMenu(self) -> QMenu:
        menu = super().createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(lambda _checked=False: self.paste())
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt

        clipboard = QGuiApplication.clipboard()
        if event.button() is Qt.MouseButton.MiddleButton and clipboard.supportsSelection():
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
            self._put(clipboard.text(QClipboard.Mode.Selection))
        else:
            super().mouseReleaseEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is not self and event.mimeData().hasText():
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
            self._put(event.mimeData().text())
            event.acceptProposedAction()
        else:
            super().dropEvent(event)

    def _put(self, text: str) -> None:
        if not self.isReadOnly():
            from models.atoms import clean  # the start page has such a line, and nothing is put into it yet

            self.insert(" ".join(clean(text).split("\n")))
