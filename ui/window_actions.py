"""The menus' entries from anywhere in the window: context menus and tips ask them for words and keys."""

import re

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

_SHOWN = QKeySequence.SequenceFormat.NativeText
_ARROWS = {"上": "↑", "下": "↓", "左": "←", "右": "→"}
_PLAIN_TIP = "plain_tip"
_ENTRY_OF = {
    "back": "list",
    "side_close": "pane",
    "find_replace": "replace",
    "new_report": "new",
    "roll_report": "roll",
    "import_report": "import",
    "open_sample": "sample",
}
"""Buttons that do what an entry of another name does."""


def window_action(widget: QWidget, name: str) -> QAction | None:
    """The entry of this name in the menus of a widget's window, None where the window has none."""
    return QWidget.findChild(widget.window(), QAction, f"action:{name}")  # for an entry no page is made


def shown_keys(keys: QKeySequence) -> str:
    """Keys as they are written on a clerk's keyboard: Alt+↑, where Qt says Alt+上方向."""
    return re.sub("([上下左右])方向", lambda found: _ARROWS[found[1]], keys.toString(_SHOWN))


def key_words(action: QAction | None) -> str:
    """An entry's keys as they are shown: Ctrl+Y、Ctrl+Shift+Z; "" for none."""
    return "、".join(shown_keys(key) for key in action.shortcuts()) if action else ""


def first_key(action: QAction | None) -> str:
    """An entry's first key."""
    return shown_keys(action.shortcut()) if action else ""


def show_keys(root: QWidget) -> None:
    """Write its entry's key into the tip of every button below `root` that does what a menu's entry does.

    Pages that are not made yet are left alone; whoever makes one asks again.
    """
    entries = {action.objectName(): action for action in QWidget.findChildren(root.window(), QAction)}
    for button in QWidget.findChildren(root, QAbstractButton):
        name = button.objectName()
        key = first_key(entries.get(f"action:{_ENTRY_OF.get(name, name)}")) if name else ""
        if key:
            plain = button.property(_PLAIN_TIP) or button.toolTip() or button.text()
            button.setProperty(_PLAIN_TIP, plain)
            button.setToolTip(f"{plain}（{key}）")
