"""The table numbers are typed into, as in a spreadsheet: Return goes down, a block can be copied and pasted."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from ui import look
from ui.figures_block import text_of
from ui.tables import dress_table

_WAS_REFUSED = "refused"


class FiguresTable(QTableView):
    """Signals: `paste_wanted(QModelIndex, str)` a text is to be pasted from this cell on; `given_up()` a refused
    text was given up."""

    paste_wanted = Signal(QModelIndex, str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_table(self, "figures_table", "数据表")
        self.setItemDelegate(_Cells(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setAlternatingRowColors(True)
        self.horizontalHeader().setStretchLastSection(True)

    def commit(self) -> None:
        """Take over what is being typed; what is refused stays in the cell as typed."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            if not editor.property(_WAS_REFUSED):
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """A refused text stays open to be corrected; only Esc gives it up."""
        gives_up = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        if editor.property(_WAS_REFUSED) and not gives_up:
            QTimer.singleShot(0, editor, lambda: self._go_back_to(editor))
            return
        if editor.property(_WAS_REFUSED):
            self.given_up.emit()
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._chosen_block())
        elif event.matches(QKeySequence.StandardKey.Paste):
            if here.isValid():
                self.paste_wanted.emit(here, QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and here.isValid():
            self.model().setData(here, "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.edit(here)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_first()

    def go_to_first(self) -> None:
        """Make the first cell current that can be filled in."""
        model = self.model()
        columns = (column for column in range(model.columnCount()) if _can_edit(model.index(0, column)))
        self.setCurrentIndex(model.index(0, next(columns, 0)))

    def _go_back_to(self, editor: QWidget) -> None:
        """To the cell whose text was refused, unless the clerk has gone to another part of the window."""
        focus = QGuiApplication.focusObject()
        place = self.indexAt(editor.mapTo(self.viewport(), editor.rect().center()))
        if place.isValid() and isinstance(focus, QWidget) and (focus is self or self.isAncestorOf(focus)):
            self.setCurrentIndex(place)
            editor.setFocus()

    def _chosen_block(self) -> str:
        """The chosen cells, and those between them, as a spreadsheet takes them."""
        chosen = self.selectionModel().selectedIndexes()
        if len(chosen) < 2:
            return str(self.currentIndex().data() or "")
        rows, columns = {index.row() for index in chosen}, {index.column() for index in chosen}
        model = self.model()
        return text_of(
            [
                [
                    str(model.index(row, column).data() or "")
                    for column in range(min(columns), max(columns) + 1)
                ]
                for row in range(min(rows), max(rows) + 1)
            ]
        )

    def _go_down(self) -> None:
        here = self.currentIndex()
        if here.row() + 1 < self.model().rowCount():
            self.setCurrentIndex(here.siblingAtRow(here.row() + 1))


class _Cells(QStyledItemDelegate):
    """Remembers on a cell's editor whether its text was refused."""

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QLineEdit):
            editor.setProperty(_WAS_REFUSED, not model.setData(index, editor.text()))

    def createEditor(self, parent: QWidget, option, index: QModelIndex | QPersistentModelIndex) -> QWidget:
        editor = super().createEditor(parent, option, index)
        look.named(editor, "figures_cell", str(index.siblingAtColumn(0).data()))
        return editor


def _can_edit(index: QModelIndex) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
