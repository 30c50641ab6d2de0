"""Every key there is, by group, found where it is declared: menus, shortcuts, and what is done with items."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from ui.command_goals import TAB, menu_entries
from ui.item_actions import DECLARED as ITEM_ACTIONS
from ui.mnemonics import plain_words
from ui.window_actions import key_words, shown_keys

_TABS = "报告的各部分"
_ITEMS, _OUTLINE = "条目", "左边的条目表"


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What a key does: the group it belongs to, the words, the keys as they are shown."""

    group: str
    words: str
    keys: str


FIXED = (
    KeyLine("文字", "剪切、复制、粘贴、全选", "Ctrl+X、Ctrl+C、Ctrl+V、Ctrl+A"),
    KeyLine("文字", "右键菜单", "菜单键、Shift+F10"),
    KeyLine("查找栏", "下一处、上一处", "回车、Shift+回车"),
    KeyLine("查找栏", "最近查找过的", "↓"),
    KeyLine("各处", "收起查找栏、旁栏、对话框", "Esc"),
    KeyLine("各处", "到菜单", "Alt"),
    KeyLine("各处", "到下一个、上一个字段", "Tab、Shift+Tab"),
)
"""What Qt's own widgets and the fields do by themselves, with nothing to ask."""


def key_lines(window: QMainWindow) -> tuple[KeyLine, ...]:
    """The keys that work in the window now, group by group, none said twice."""
    found = (*_menu_lines(window), *_shortcut_lines(window), *_item_lines(), *FIXED)
    groups = list(dict.fromkeys(line.group for line in found))
    return tuple(sorted(dict.fromkeys(found), key=lambda line: groups.index(line.group)))


def key_text(lines: tuple[KeyLine, ...]) -> str:
    """The keys as plain text for paper."""
    parts = []
    for group in dict.fromkeys(line.group for line in lines):
        parts += [group, *(f"  {line.keys}\t{line.words}" for line in lines if line.group == group), ""]
    return "\n".join(parts)


def _menu_lines(window: QMainWindow) -> Iterator[KeyLine]:
    for where, action in menu_entries(window.menuBar()):
        if action.shortcuts():
            is_tab = action.objectName().startswith(TAB)
            words = plain_words(action.text()).rstrip("…")
            yield KeyLine(_TABS if is_tab else where, _nameless(action, words), key_words(action))


def _nameless(action: QAction, words: str) -> str:
    """撤销 and 重做 without the step that they would take back now."""
    return words.partition(" ")[0] if action.objectName() in ("action:undo", "action:redo") else words


def _shortcut_lines(window: QMainWindow) -> Iterator[KeyLine]:
    """Shortcuts that say in `whatsThis` what they do."""
    for shortcut in window.findChildren(QShortcut):
        if shortcut.whatsThis():
            yield KeyLine("正文", shortcut.whatsThis(), shown_keys(shortcut.key()))


def _item_lines() -> Iterator[KeyLine]:
    """What is done with the item that the clerk is in, or that is chosen in the outline."""
    for one in ITEM_ACTIONS:
        if one.keys:
            keys = shown_keys(QKeySequence(one.keys))
            yield KeyLine(_OUTLINE if one.in_outline else _ITEMS, one.words, keys)
