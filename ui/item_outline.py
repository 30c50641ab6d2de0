"""The outline of a section's items, with the moves a clerk makes: add, delete, up, down, drag, rename."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QTreeWidgetItem, QVBoxLayout, QWidget

from models.editing import Path
from ui import icons, look
from ui.item_tree import PATH, TITLE, ItemTree, Row


class ItemOutline(QWidget):
    """Signals: `chosen(path)`; `add_wanted(path, title)` with the path of the new item; `delete_wanted(path)`;
    `move_wanted(path, target)`, the target counted without the item; `renamed(path, str)`; `entry_wanted(path)` the
    clerk wants to write there; `menu_wanted(QPoint)`."""

    chosen = Signal(object)
    add_wanted = Signal(object, str)
    delete_wanted = Signal(object)
    move_wanted = Signal(object, object)
    renamed = Signal(object, str)
    entry_wanted = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._suggestions: tuple[str, ...] = ()
        self.tree = ItemTree(section)
        self._add = self._button(f"add_item:{section}", "添加", "在所选条目之后添加一条")
        self._up = self._button(f"move_up:{section}", "上移", "上移（Alt+↑）")
        self._down = self._button(f"move_down:{section}", "下移", "下移（Alt+↓）")
        self._delete = self._button(f"delete_item:{section}", "删除", "删除所选条目（Del），可以撤销")
        icons.wear(self._add, "add")
        self._add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button, name in ((self._up, "up"), (self._down, "down"), (self._delete, "delete")):
            icons.wear(button, name)
        self._menu = QMenu(self)
        look.named(self._menu, f"add_menu:{section}", "添加哪一条")
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
        with QSignalBlocker(self.tree):
            for row in rows:
                self._show(row)
        self._fit_buttons()

    def choose(self, path: Path) -> None:
        """Mark an item without saying so; () marks none."""
        with QSignalBlocker(self.tree):
            item = self._item(path)
            self.tree.setCurrentIndex(self.tree.indexFromItem(item) if item else QModelIndex())
        self._fit_buttons()

    def pick(self, path: Path) -> None:
        """Mark an item as a click does, and go there."""
        self.choose(path)
        self.chosen.emit(path)
        self.entry_wanted.emit(path)

    def take_focus(self) -> None:
        """Put the keyboard into the outline."""
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def path(self) -> Path:
        """The item that is marked, () for none."""
        item = self.tree.currentItem()
        return item.data(0, PATH) if item else ()

    def entries(self) -> Iterator[tuple[Path, str]]:
        """The items as a list shows them."""
        yield from ((row.path, row.shown) for row in self._rows)

    def words(self, path: Path) -> str:
        """What an item is called, "" for none."""
        return next((row.shown for row in self._rows if row.path == path), "")

    def new_path(self) -> Path:
        """Where the next item goes: behind the marked one, else last."""
        if self.path:
            return (*self.path[:-1], self.path[-1] + 1)
        return (self.tree.topLevelItemCount() + 1,)

    def add(self) -> None:
        """Ask for a new item."""
        self.add_wanted.emit(self.new_path(), "")

    def add_below(self) -> None:
        """Ask for a new item one level down."""
        item = self._item(self.path)
        if item:
            self.add_wanted.emit((*self.path, item.childCount() + 1), "")

    def step(self, by: int) -> None:
        """Ask for the marked item to change places with its neighbour."""
        path = self.path
        if path and 1 <= path[-1] + by <= self._siblings(path):
            self.move_wanted.emit(path, (*path[:-1], path[-1] + by))

    def rename(self) -> None:
        """Let the clerk type another heading: in the row, or on the paper where the outline is folded away."""
        if self.tree.isVisible():
            self.tree.rename_current()
        elif self.path:
            self.entry_wanted.emit(self.path)

    def _show(self, row: Row) -> None:
        item = self._item(row.path)
        if item is None:
            return
        item.setData(0, TITLE, row.title)
        if (item.text(0), item.toolTip(0)) != (row.shown, row.tip):
            item.setText(0, row.shown)
            item.setToolTip(0, row.tip)
            item.setForeground(0, QBrush() if row.title else look.quiet_colour(self.palette()))

    def _rebuild(self, rows: Sequence[Row]) -> None:
        with QSignalBlocker(self.tree):
            path = self.path
            self.tree.clear()
            for row in rows:
                item = QTreeWidgetItem()
                item.setData(0, PATH, row.path)
                item.setSizeHint(0, QSize(0, self.fontMetrics().height() + 2 * look.SPACE))
                above = self._item(row.path[:-1]) or self.tree.invisibleRootItem()
                above.addChild(item)
            self.tree.expandAll()
            found = self._item(path)
            if found:
                self.tree.setCurrentItem(found)

    def _item(self, path: Path) -> QTreeWidgetItem | None:
        item: QTreeWidgetItem | None = self.tree.invisibleRootItem() if path else None
        for count in path:
            item = item.child(count - 1) if item else None
        return item

    def _siblings(self, path: Path) -> int:
        above = self._item(path[:-1])
        return above.childCount() if above else self.tree.topLevelItemCount()

    def _fit_buttons(self) -> None:
        path = self.path
        self._delete.setEnabled(bool(path))
        self._up.setEnabled(bool(path) and path[-1] > 1)
        self._down.setEnabled(bool(path) and path[-1] < self._siblings(path))

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
        below.triggered.connect(lambda _checked: self.add_below())

    def _wire(self) -> None:
        self.tree.currentItemChanged.connect(self._say_choice)
        self.tree.itemClicked.connect(lambda item: self.chosen.emit(item.data(0, PATH)))
        self.tree.itemActivated.connect(lambda item: self.entry_wanted.emit(item.data(0, PATH)))
        self.tree.drop_wanted.connect(self.move_wanted)
        self.tree.renamed.connect(self.renamed)
        self.tree.menu_wanted.connect(self.menu_wanted)
        self._add.clicked.connect(self.add)
        self._delete.clicked.connect(lambda: self.delete_wanted.emit(self.path))
        self._up.clicked.connect(lambda: self.step(-1))
        self._down.clicked.connect(lambda: self.step(1))

    def _say_choice(self) -> None:
        self._fit_buttons()
        if self.path:
            self.chosen.emit(self.path)

    def _button(self, name: str, words: str, tip: str) -> QToolButton:
        button = QToolButton()
        look.named(button, name, words)
        button.setText(words)
        button.setToolTip(tip)
        button.setAutoRaise(True)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self._add)
        buttons.addStretch(1)
        for button in (self._up, self._down, self._delete):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.SPACE)
        layout.addWidget(self.tree, 1)
        layout.addLayout(buttons)
