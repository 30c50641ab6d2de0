"""The outline of a section's items, with the moves a clerk makes: add, delete, up, down, drag, rename."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QBrush, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.editing import Path, path_after_removal
from ui import icons, look
from ui.carried_mark import SIGN

_UNTITLED = "（未写标题）"
_PATH = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """An item as the outline shows it."""

    path: Path
    number: str
    title: str
    is_carried: bool = False


class ItemTree(QTreeWidget):
    """The tree itself. Dragging only asks: the report changes first, then the tree shows it.

    Signals: `drop_wanted(path, target)`, both paths of items, the target without the item dragged.
    """

    drop_wanted = Signal(object, object)

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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def dropEvent(self, event: QDropEvent) -> None:
        source = self.currentItem()
        target = self._target(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else Qt would remove the row by itself
        event.accept()
        path = source.data(0, _PATH) if source else ()
        if path and target[: len(path)] != path:
            # Only after Qt has ended the drag: showing the change makes the rows anew.
            QTimer.singleShot(0, self, lambda: self.drop_wanted.emit(path, path_after_removal(target, path)))

    def _target(self, point: QPoint) -> Path:
        """The path an item dropped here is to have, the one dragged still counted."""
        over = self.indexAt(point)
        if not over.isValid():
            return (self.topLevelItemCount() + 1,)
        path: Path = over.data(_PATH)
        below = self.model().rowCount(over)
        if below and self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.OnItem:
            return (*path, below + 1)
        in_upper_half = point.y() <= self.visualRect(over).center().y()
        return path if in_upper_half else (*path[:-1], path[-1] + 1)


class ItemOutline(QWidget):
    """Signals: `chosen(path)`; `add_wanted(path, title)` with the path of the new item; `delete_wanted(path)`;
    `move_wanted(path, target)`, the target counted without the item; `rename_wanted(path)`; `confirmed(path)` what
    came over from last year holds still."""

    chosen = Signal(object)
    add_wanted = Signal(object, str)
    delete_wanted = Signal(object)
    move_wanted = Signal(object, object)
    rename_wanted = Signal(object)
    confirmed = Signal(object)

    def __init__(self, section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._suggestions: tuple[str, ...] = ()
        self._tree = ItemTree(section)
        self._add = self._button(f"add_item:{section}", "添加", "在所选条目之后添加一条")
        self._up = self._button(f"move_up:{section}", "上移", "上移（Alt+↑）")
        self._down = self._button(f"move_down:{section}", "下移", "下移（Alt+↓）")
        self._delete = self._button(f"delete_item:{section}", "删除", "删除所选条目，可以撤销")
        icons.wear(self._add, "add")
        self._add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button, name in ((self._up, "up"), (self._down, "down"), (self._delete, "delete")):
            icons.wear(button, name)
        self._menu = QMenu(self)
        self._menu.setObjectName(f"add_menu:{section}")
        self._menu.aboutToShow.connect(self._fill_menu)
        self._add.setMenu(self._menu)
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._lay_out()
        self._wire()
        self._fit_buttons()

    def show_rows(self, rows: Sequence[Row], suggestions: tuple[str, ...]) -> None:
        """Show these items, those not there yet being suggested; the choice stays where it was."""
        self._suggestions = suggestions
        if tuple(row.path for row in rows) != tuple(row.path for row in self._rows):
            self._rebuild(rows)
        self._rows = tuple(rows)
        for row in rows:
            item = self._item(row.path)
            text = f"{row.number}{row.title or _UNTITLED}"
            shown = f"{SIGN} {text}" if row.is_carried else text
            if item and item.text(0) != shown:
                item.setText(0, shown)
                item.setToolTip(0, f"{text}（待更新）" if row.is_carried else text)
                item.setForeground(0, QBrush() if row.title else look.quiet_colour(self.palette()))
        self._fit_buttons()

    def choose(self, path: Path) -> None:
        """Mark an item without saying so; () marks none."""
        with QSignalBlocker(self._tree):
            item = self._item(path)
            self._tree.setCurrentIndex(self._tree.indexFromItem(item) if item else QModelIndex())
        self._fit_buttons()

    def take_focus(self) -> None:
        """Put the keyboard into the outline."""
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def path(self) -> Path:
        """The item that is marked, () for none."""
        item = self._tree.currentItem()
        return item.data(0, _PATH) if item else ()

    def new_path(self) -> Path:
        """Where the next item goes: behind the marked one, else last."""
        if self.path:
            return (*self.path[:-1], self.path[-1] + 1)
        return (self._tree.topLevelItemCount() + 1,)

    def _rebuild(self, rows: Sequence[Row]) -> None:
        with QSignalBlocker(self._tree):
            path = self.path
            self._tree.clear()
            for row in rows:
                item = QTreeWidgetItem()
                item.setData(0, _PATH, row.path)
                item.setSizeHint(0, QSize(0, self.fontMetrics().height() + 2 * look.SPACE))
                above = self._item(row.path[:-1]) or self._tree.invisibleRootItem()
                above.addChild(item)
            for row in rows:
                self._set_drops(row.path)
            self._tree.expandAll()
            found = self._item(path)
            if found:
                self._tree.setCurrentItem(found)

    def _set_drops(self, path: Path) -> None:
        """Only what has items below it takes more: nobody nests an item by a slip of the hand."""
        item = self._item(path)
        if item and not item.childCount():
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)

    def _item(self, path: Path) -> QTreeWidgetItem | None:
        item: QTreeWidgetItem | None = self._tree.invisibleRootItem() if path else None
        for count in path:
            item = item.child(count - 1) if item else None
        return item

    def _siblings(self, path: Path) -> int:
        above = self._item(path[:-1])
        return above.childCount() if above else self._tree.topLevelItemCount()

    def _fit_buttons(self) -> None:
        path = self.path
        self._delete.setEnabled(bool(path))
        self._up.setEnabled(bool(path) and path[-1] > 1)
        self._down.setEnabled(bool(path) and path[-1] < self._siblings(path))

    def _move(self, by: int) -> None:
        path = self.path
        if path and 1 <= path[-1] + by <= self._siblings(path):
            self.move_wanted.emit(path, (*path[:-1], path[-1] + by))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for title in self._suggestions:
            action = self._menu.addAction(title)
            action.triggered.connect(
                lambda _checked, title=title: self.add_wanted.emit(self.new_path(), title)
            )
        if self._suggestions:
            self._menu.addSeparator()
        below = self._menu.addAction("在所选条目下面添加一级")
        below.setEnabled(bool(self.path))
        below.triggered.connect(self._add_below)

    def _add_below(self) -> None:
        item = self._item(self.path)
        if item:
            self.add_wanted.emit((*self.path, item.childCount() + 1), "")

    def _wire(self) -> None:
        self._tree.currentItemChanged.connect(self._say_choice)
        self._tree.itemClicked.connect(lambda item: self.chosen.emit(item.data(0, _PATH)))
        self._tree.itemActivated.connect(lambda item: self.rename_wanted.emit(item.data(0, _PATH)))
        self._tree.drop_wanted.connect(self.move_wanted)
        self._add.clicked.connect(lambda: self.add_wanted.emit(self.new_path(), ""))
        self._delete.clicked.connect(self._ask_delete)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._action("重命名", "F2", self._ask_rename)
        self._action("添加下一级", "", self._add_below)
        self._action("上移", "Alt+Up", lambda: self._move(-1))
        self._action("下移", "Alt+Down", lambda: self._move(1))
        self._action("删除", QKeySequence.StandardKey.Delete, self._ask_delete)
        self._action("已核对，仍适用", "", self._confirm)

    def _say_choice(self) -> None:
        self._fit_buttons()
        if self.path:
            self.chosen.emit(self.path)

    def _ask_delete(self) -> None:
        if self.path:
            self.delete_wanted.emit(self.path)

    def _confirm(self) -> None:
        if self.path:
            self.confirmed.emit(self.path)

    def _ask_rename(self) -> None:
        if self.path:
            self.rename_wanted.emit(self.path)

    def _action(self, text: str, keys: str | QKeySequence.StandardKey, run) -> None:
        action = QAction(text, self._tree)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: run())
        self._tree.addAction(action)

    def _button(self, name: str, words: str, tip: str) -> QToolButton:
        button = QToolButton()
        look.named(button, name, words)
        button.setText(words)
        button.setToolTip(tip)
        button.setAutoRaise(True)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(look.SPACE)
        buttons.addWidget(self._add)
        buttons.addStretch(1)
        for button in (self._up, self._down, self._delete):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.SPACE)
        layout.addWidget(self._tree, 1)
        layout.addLayout(buttons)
