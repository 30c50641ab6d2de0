"""Cells of a table that are typed into: whatever is pasted comes in clean."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import look
from ui.plain_line import PlainLine


class CellLine(QStyledItemDelegate):
    """Has a line of text open in the cell, with a name for tests and the words of the row for a screen reader."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QLineEdit:
        editor = PlainLine(parent)
        look.named(editor, self._name, str(index.siblingAtColumn(0).data()))
        editor.setFrame(False)
        return editor
