"""What can be done with an item: declared once, for the outline's menu, the heading's menu, and the keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class ItemAction:
    """An entry: its name, its words, its keys; `in_outline`: the keys hold only there, where nobody writes."""

    name: str
    words: str
    keys: str = ""
    in_outline: bool = False
    opens_group: bool = False


RENAME, BELOW, UP, DOWN = "rename", "below", "up", "down"
RAISE, LOWER, SPLIT, MERGE = "raise", "lower", "split", "merge"
DELETE, CONFIRM = "delete", "confirm"

DECLARED = (
    ItemAction(RENAME, "重命名", "F2", in_outline=True),
    ItemAction(BELOW, "添加下一级"),
    ItemAction(UP, "上移", "Alt+Up", opens_group=True),
    ItemAction(DOWN, "下移", "Alt+Down"),
    ItemAction(RAISE, "升一级", "Alt+Left"),
    ItemAction(LOWER, "降一级", "Alt+Right"),
    ItemAction(SPLIT, "从光标处拆成两条", "Ctrl+Shift+Return", opens_group=True),
    ItemAction(MERGE, "与下一条合并", "Ctrl+Shift+J"),
    ItemAction(DELETE, "删除这一条", "Del", in_outline=True),
    ItemAction(CONFIRM, "已核对，仍适用", opens_group=True),
)


class ItemActions(QObject):
    """The entries of one section; whoever shows them asks which can be done now."""

    def __init__(self, tab: QWidget, outline: QWidget, do: dict[str, Callable[[], object]]) -> None:
        super().__init__(tab)
        self._actions = {one.name: self._made(one, tab, outline, do[one.name]) for one in DECLARED}

    def fit(self, possible: dict[str, bool]) -> None:
        """Make grey what cannot be done."""
        for name, action in self._actions.items():
            action.setEnabled(possible[name])

    def free(self) -> None:
        """Let every key work again: what cannot be done is done to nothing."""
        self.fit(dict.fromkeys(self._actions, True))

    def fill(self, menu: QMenu) -> None:
        """Put the entries into a menu, in groups."""
        for one in DECLARED:
            if one.opens_group:
                menu.addSeparator()
            menu.addAction(self._actions[one.name])

    def _made(self, one: ItemAction, tab: QWidget, outline: QWidget, do: Callable[[], object]) -> QAction:
        action = QAction(one.words, self)
        action.setObjectName(f"item_action:{one.name}")
        action.setShortcut(QKeySequence(one.keys))
        inner = Qt.ShortcutContext.WidgetShortcut
        action.setShortcutContext(inner if one.in_outline else Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: do())
        (outline if one.in_outline else tab).addAction(action)
        return action
