"""Every key there is, by group, found where it is declared: in the menus, on shortcuts and on lists' own actions."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.command_goals import TAB, menu_entries
from ui.mnemonics import plain_words
from ui.window_actions import key_words

_SHOWN = QKeySequence.SequenceFormat.NativeText
_TABS = "报告的各部分"


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
    found = (*_menu_lines(window), *_shortcut_lines(window), *_own_lines(window), *FIXED)
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
            yield KeyLine("正文", shortcut.whatsThis(), shortcut.key().toString(_SHOWN))


def _own_lines(window: QMainWindow) -> Iterator[KeyLine]:
    """Actions of lists and trees that work while the keyboard is in them."""
    in_menus = {id(action) for _, action in menu_entries(window.menuBar())}
    for action in window.findChildren(QAction):
        place = action.parent()
        if id(action) not in in_menus and action.shortcuts() and isinstance(place, QWidget) and action.text():
            group = place.accessibleName() or "列表"
            yield KeyLine(group, plain_words(action.text()).rstrip("…"), key_words(action))
