"""The table numbers are typed into, as in a spreadsheet: Return goes down, Tab across, a block can be copied and
pasted."""

from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.cell_line import CellLine
from ui.copied_files import are_refused
from ui.figures_block import text_of
from ui.figures_rows import IS_HEAD, FiguresRows
from ui.tables import dress_table

_WAS_REFUSED, _PUT_IN = "refused", "put_in"
_Hint = QAbstractItemDelegate.EndEditHint


class FiguresTable(QTableView):
    """Signals: `paste_wanted(QModelIndex, str)` a text is to be pasted from this cell on; `given_up()` a refused
    text was given up; `clear_wanted(list)` these cells are to be emptied; `opened(QModelIndex)` Return or a double
    click in a cell nothing can be typed into; `menu_wanted(QPoint)` where the cell's menu is to appear."""

    paste_wanted = Signal(QModelIndex, str)
    given_up = Signal()
    clear_wanted = Signal(list)
    opened = Signal(QModelIndex)
    menu_wanted = Signal(QPoint)
    typing = Signal()

    def __init__(self, rows: FiguresRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_table(self, "figures_table", "数据表")
        self.setItemDelegate(_Cells("figures_cell", self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setStretchLastSection(True)
        self.setModel(rows)
        rows.modelReset.connect(self._span_heads)
        self.doubleClicked.connect(self._open)
        self._span_heads()

    def commit(self) -> None:
        """Take over what is being typed; what is refused stays in the cell as typed."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            if not editor.property(_WAS_REFUSED):
                self.closeEditor(editor, _Hint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """A refused text stays open to be corrected; only Esc gives it up."""
        gives_up = hint == _Hint.RevertModelCache
        if editor.property(_WAS_REFUSED) and not gives_up:
            QTimer.singleShot(0, editor, lambda: self._go_back_to(editor))
            return
        if editor.property(_WAS_REFUSED):
            self.given_up.emit()
        across = {_Hint.EditNextItem: 1, _Hint.EditPreviousItem: -1}.get(hint, 0)
        super().closeEditor(editor, _Hint.NoHint if across else hint)
        if across:
            self._go_across(across)
        elif hint == _Hint.SubmitModelCache:
            self._go_down()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and here.isValid():
            self.clear_wanted.emit(self.selectionModel().selectedIndexes() or [here])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.edit(here) if _can_edit(here) else self.opened.emit(here)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and here.data(IS_HEAD):
            self.opened.emit(here)
        else:
            super().keyPressEvent(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """What goes to a cell by itself chooses that cell alone, though Ctrl be held down just then."""
        if event is None:
            return QItemSelectionModel.SelectionFlag.ClearAndSelect
        return super().selectionCommand(index, event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method commits at once (full-width digits) opens the cell as a key does; Qt would lose it."""
        here, words = self.currentIndex(), event.commitString()
        if (
            not words
            or event.preeditString()
            or self.state() == self.State.EditingState
            or not _can_edit(here)
        ):
            super().inputMethodEvent(event)
            return
        self.edit(here)
        editor = self.indexWidget(here)
        if isinstance(editor, QLineEdit):
            editor.selectAll()
            editor.insert(words)
            editor.setModified(True)
            self.typing.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a pane opens below, the row the clerk is in stays in sight."""
        super().resizeEvent(event)
        place = self.visualRect(self.currentIndex())
        if (
            place.isValid()
            and place.top() < event.oldSize().height()
            and place.bottom() >= event.size().height()
        ):
            self.scrollTo(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """From the keyboard the menu appears at the current cell."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.visualRect(self.currentIndex()).bottomLeft() if by_key else event.pos()
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_first()

    def copy(self) -> None:
        """Put the chosen cells on the clipboard."""
        QGuiApplication.clipboard().setText(self._chosen_block())

    def paste(self) -> None:
        """Ask for the clipboard's text to be put in from the top left of the chosen cells on."""
        here, chosen = self.currentIndex(), self.chosen_cells()
        if len(chosen) > 1:
            here = self.model().index(
                min(cell.row() for cell in chosen), min(cell.column() for cell in chosen)
            )
        if here.isValid() and not are_refused(QGuiApplication.clipboard().mimeData(), self):
            self.paste_wanted.emit(here, QGuiApplication.clipboard().text())

    def chosen_cells(self) -> list[QModelIndex]:
        """The chosen cells but for heads."""
        return [cell for cell in self.selectionModel().selectedIndexes() if not cell.data(IS_HEAD)]

    def go_to_first(self) -> None:
        """Make the first cell current that can be filled in."""
        model = self.model()
        every = (
            model.index(row, column)
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        )
        self.setCurrentIndex(next(filter(_can_edit, every), model.index(0, 0)))

    def _open(self, index: QModelIndex) -> None:
        if not _can_edit(index):
            self.opened.emit(index)

    def _span_heads(self) -> None:
        """A head is as wide as the table."""
        self.clearSpans()
        rows, columns = self.model(), self.model().columnCount()
        if isinstance(rows, FiguresRows):
            for row in rows.heads():
                self.setSpan(row, 0, 1, columns)

    def _go_back_to(self, editor: QWidget) -> None:
        """To the cell whose text was refused, unless the clerk has gone to another part of the window."""
        focus = QGuiApplication.focusObject()
        place = self.indexAt(editor.mapTo(self.viewport(), editor.rect().center()))
        if place.isValid() and isinstance(focus, QWidget) and (focus is self or self.isAncestorOf(focus)):
            self.setCurrentIndex(place)
            editor.setFocus()

    def _chosen_block(self) -> str:
        """The chosen cells, and those between them, as a spreadsheet takes them; heads are left out."""
        if len(self.selectionModel().selectedIndexes()) < 2:
            return str(self.currentIndex().data() or "")
        model, chosen = self.model(), self.chosen_cells()
        rows = sorted({cell.row() for cell in chosen})
        columns = sorted({cell.column() for cell in chosen})
        return text_of([[str(model.index(row, column).data() or "") for column in columns] for row in rows])

    def _go_down(self) -> None:
        """To the next row that is no head."""
        here = self.currentIndex()
        below = (here.siblingAtRow(row) for row in range(here.row() + 1, self.model().rowCount()))
        self.setCurrentIndex(next((index for index in below if not index.data(IS_HEAD)), here))

    def _go_across(self, by: int) -> None:
        """Type on in the next cell, or the previous one, that can be filled in."""
        found = next(self._cells_from(self.currentIndex(), by), None)
        if found is not None:
            self.setCurrentIndex(found)
            self.edit(found)

    def _cells_from(self, here: QModelIndex, by: int) -> Iterator[QModelIndex]:
        model = self.model()
        columns = model.columnCount()
        at = here.row() * columns + here.column() + by
        while 0 <= at < model.rowCount() * columns:
            index = model.index(*divmod(at, columns))
            if _can_edit(index):
                yield index
            at += by


class _Cells(CellLine):
    """Remembers on a cell's editor whether its text was refused."""

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """The table is told now and then that it may look otherwise; neither what is being typed nor the choice of
        the old amount, which the next key replaces, is touched by it."""
        if not isinstance(editor, QLineEdit) or editor.isModified():
            return
        shown = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if editor.property(_PUT_IN) != shown:
            editor.setProperty(_PUT_IN, shown)
            editor.setText(shown)
            editor.selectAll()

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QLineEdit):
            editor.setProperty(_WAS_REFUSED, not model.setData(index, editor.text()))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QLineEdit:
        editor = super().createEditor(parent, option, index)
        editor.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        table = self.parent()
        if isinstance(table, FiguresTable):
            editor.textEdited.connect(lambda _text: table.typing.emit())
        return editor


def _can_edit(index: QModelIndex) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
