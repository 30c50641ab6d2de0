"""The menus' entries from anywhere in the window: context menus and tips ask them for words and keys."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

_SHOWN = QKeySequence.SequenceFormat.NativeText
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


def key_words(action: QAction | None) -> str:
    """An entry's keys as they are shown: Ctrl+Y、Ctrl+Shift+Z; "" for none."""
    return "、".join(key.toString(_SHOWN) for key in action.shortcuts()) if action else ""


def first_key(action: QAction | None) -> str:
    """An entry's first key."""
    return action.shortcut().toString(_SHOWN) if action else ""


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
