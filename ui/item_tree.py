"""The tree of a section's items: names with their marks, renamed in place, dragged along an insertion line."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QWidget,
)

from models.completeness import PartState
from models.editing import Path, path_after_removal
from ui import look
from ui.carried_mark import SIGN
from ui.empty_words import EmptyWords
from ui.plain_line import PlainLine
from ui.tab_marks import WRONG

UNTITLED = "（未写标题）"
PATH = Qt.ItemDataRole.UserRole
TITLE = Qt.ItemDataRole.UserRole + 1
_NOTHING = "还没有条目。在纸面上写，或点下面的“添加”。"
_LINE = 2
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """An item as the outline shows it."""

    path: Path
    number: str
    title: str
    is_carried: bool = False
    is_empty: bool = False
    is_wrong: bool = False

    @property
    def text(self) -> str:
        """Number and heading."""
        return f"{self.number}{self.title or UNTITLED}"

    @property
    def shown(self) -> str:
        """The same with its mark, of several the most urgent."""
        mark = (
            WRONG if self.is_wrong else SIGN if self.is_carried else PartState.EMPTY if self.is_empty else ""
        )
        return f"{mark} {self.text}".lstrip()

    @property
    def tip(self) -> str:
        """The same with every mark in words."""
        marks = ((self.is_wrong, "有错误"), (self.is_carried, "待更新"), (self.is_empty, "还没有写"))
        said = "，".join(words for holds, words in marks if holds)
        return f"{self.text}（{said}）" if said else self.text


class ItemTree(QTreeWidget):
    """Dragging only asks: the report changes first, then the tree shows it.

    Signals: `drop_wanted(path, target)`, both paths of items, the target without the item dragged;
    `renamed(path, str)` the heading as typed in the row; `menu_wanted(QPoint)` on the screen.
    """

    drop_wanted = Signal(object, object)
    renamed = Signal(object, str)
    menu_wanted = Signal(QPoint)

    def __init__(self, section: str) -> None:
        super().__init__()
        look.named(self, f"items:{section}", "条目")
        self.setHeaderHidden(True)
        look.named(self.header(), f"items_header:{section}", "条目")
        self.setIndentation(4 * look.SPACE)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)
        self._line: QRect | None = None
        EmptyWords(self, _NOTHING)
        delegate = _HeadingDelegate(f"rename:{section}", self)
        delegate.typed.connect(self.renamed)
        self.setItemDelegate(delegate)

    def rename_current(self) -> None:
        """Let the clerk type another heading in the row."""
        item = self.currentItem()
        if item is not None:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.editItem(item, 0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.currentItem()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.visualItemRect(item).bottomLeft() if item else QPoint(0, 0)
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))
        elif self.indexAt(event.pos()).isValid():
            self.setCurrentIndex(self.indexAt(event.pos()))
            self.menu_wanted.emit(event.globalPos())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        source, target = self.currentItem(), self._target(event.position().toPoint())
        path = source.data(0, PATH) if source else ()
        is_possible = bool(path) and target[: len(path)] != path
        event.setAccepted(is_possible)
        self._show_line(self._line_at(event.position().toPoint()) if is_possible else None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_line(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_line(None)
        source = self.currentItem()
        target = self._target(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else Qt would remove the row by itself
        event.accept()
        path = source.data(0, PATH) if source else ()
        if path and target[: len(path)] != path:
            # Only after Qt has ended the drag: showing the change makes the rows anew.
            QTimer.singleShot(0, self, lambda: self.drop_wanted.emit(path, path_after_removal(target, path)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._line is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(self._line, look.wash(self.palette(), 1.0))

    @property
    def insertion_line(self) -> QRect | None:
        """Where what is being dragged would go; a box around the item it would go below."""
        return self._line

    def _show_line(self, line: QRect | None) -> None:
        if line != self._line:
            self._line = line
            self.viewport().update()

    def _line_at(self, point: QPoint) -> QRect:
        over = self.indexAt(point)
        width = self.viewport().width()
        if not over.isValid():
            last = self.visualRect(self._last_row())
            return QRect(0, last.bottom(), width, _LINE)
        row = self.visualRect(over)
        if self._is_on(over, point):
            return QRect(row.left() + self.indentation(), row.bottom(), width, _LINE)
        top = row.top() if point.y() <= row.center().y() else self._bottom(over)
        return QRect(row.left(), max(top - 1, 0), width, _LINE)

    def _bottom(self, index: QModelIndex) -> int:
        """Where an item ends with all that is below it."""
        last = index
        while self.model().rowCount(last):
            last = self.model().index(self.model().rowCount(last) - 1, 0, last)
        return self.visualRect(last).bottom() + 1

    def _last_row(self) -> QModelIndex:
        index = self.model().index(self.topLevelItemCount() - 1, 0)
        while self.model().rowCount(index):
            index = self.model().index(self.model().rowCount(index) - 1, 0, index)
        return index

    def _is_on(self, over: QModelIndex, point: QPoint) -> bool:
        """Only what has items below it takes more: nobody nests an item by a slip of the hand."""
        row = self.visualRect(over)
        inner = row.adjusted(0, row.height() // 4, 0, -(row.height() // 4))
        return bool(self.model().rowCount(over)) and inner.contains(point)

    def _target(self, point: QPoint) -> Path:
        """The path an item dropped here is to have, the one dragged still counted."""
        over = self.indexAt(point)
        if not over.isValid():
            return (self.topLevelItemCount() + 1,)
        path: Path = over.data(PATH)
        if self._is_on(over, point):
            return (*path, self.model().rowCount(over) + 1)
        in_upper_half = point.y() <= self.visualRect(over).center().y()
        return path if in_upper_half else (*path[:-1], path[-1] + 1)


class _HeadingDelegate(QStyledItemDelegate):
    """Renaming in the row: the number is counted, so only the heading is typed. Signals: `typed(path, str)`."""

    typed = Signal(object, str)

    def __init__(self, name: str, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._name = name

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = PlainLine(parent)
        look.named(editor, self._name, "条目标题")
        editor.setFrame(False)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(index.data(TITLE))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """The report says what the row shows."""
        assert isinstance(editor, QLineEdit)
        path, text = index.data(PATH), editor.text()
        if text != index.data(TITLE):
            QTimer.singleShot(0, self, lambda: self.typed.emit(path, text))  # rows are made anew meanwhile
