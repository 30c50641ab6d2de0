"""The context menu of every text field in a report: undo belongs to the report, so Qt's own menu would lie."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit

from ui.mnemonics import plain_words
from ui.window_actions import first_key, window_action

TextField = QLineEdit | QTextEdit
StepWords = Callable[[], tuple[str, str]]
"""What undo would take back and what redo would do again; empty where there is nothing."""

_OF_WINDOW = (("find", "查找所选文字", True), ("last_year", "在上年中看", False))
"""Entries of the window's menus: name, words here, whether they need words selected."""


SELECT_ALL = "selectAll"
CLIPBOARD = (
    ("cut", "剪切", QKeySequence.StandardKey.Cut),
    ("copy", "复制", QKeySequence.StandardKey.Copy),
    ("paste", "粘贴", QKeySequence.StandardKey.Paste),
    (SELECT_ALL, "全选", QKeySequence.StandardKey.SelectAll),
)
"""What every text field can do: Qt's name of it, the words, the key."""


def no_steps() -> tuple[str, str]:
    """A field outside a report has nothing to undo."""
    return "", ""


def edit_menu(
    field: TextField, words: StepWords, undo: Callable[[], object], redo: Callable[[], object]
) -> QMenu:
    """撤销 重做 剪切 复制 粘贴 全选, and what the window's menus do with the words selected."""
    menu = QMenu(field)
    menu.setObjectName("edit_menu")
    menu.setAccessibleName("编辑")
    undoable, redoable = words()
    can = possible(field)
    _entry(menu, with_key(f"撤销 {undoable}", window_action(field, "undo")), bool(undoable), undo)
    _entry(menu, with_key(f"重做 {redoable}", window_action(field, "redo")), bool(redoable), redo)
    menu.addSeparator()
    for name, entry_words, key in CLIPBOARD:
        if name == SELECT_ALL:
            menu.addSeparator()
        _entry(menu, with_key(entry_words, key), can[name], getattr(field, name))
    _add_window_entries(menu, field, can["copy"])
    return menu


def possible(field: TextField) -> dict[str, bool]:
    """What of `CLIPBOARD` would do something in a text field now, by name."""
    selected = field.hasSelectedText() if isinstance(field, QLineEdit) else field.textCursor().hasSelection()
    writable = not field.isReadOnly()
    return {
        "cut": selected and writable,
        "copy": selected,
        "paste": writable and _can_paste(field),
        SELECT_ALL: True,
    }


def line_menu(line: QLineEdit) -> QMenu:
    """The same of a line that knows no steps: undo and redo are those of the window's menus."""
    undo, redo = window_action(line, "undo"), window_action(line, "redo")

    def steps() -> tuple[str, str]:
        return _step(undo), _step(redo)

    return edit_menu(line, steps, undo.trigger if undo else line.undo, redo.trigger if redo else line.redo)


def _step(action: QAction | None) -> str:
    """What 撤销 or 重做 would do now."""
    return plain_words(action.text()).partition(" ")[2] if action is not None and action.isEnabled() else ""


def _add_window_entries(menu: QMenu, field: TextField, selected: bool) -> None:
    """What is in the window's menus and may be wanted of a text; a window without an entry offers it not."""
    for name, words, can_do in _OF_WINDOW:
        action = window_action(field, name)
        if action is not None and action.isEnabled():
            if not menu.actions()[-1].isSeparator() and name == _OF_WINDOW[0][0]:
                menu.addSeparator()
            _entry(menu, with_key(words, action), selected or not can_do, action.trigger)


def with_key(words: str, key: QAction | QKeySequence.StandardKey | None) -> str:
    """Words for a menu with the key that does the same."""
    if isinstance(key, QKeySequence.StandardKey):
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    else:
        shown = first_key(key)
    return f"{words.rstrip()}\t{shown}" if shown else words.rstrip()


def _can_paste(field: TextField) -> bool:
    return field.canPaste() if isinstance(field, QTextEdit) else bool(QGuiApplication.clipboard().text())


def _entry(menu: QMenu, text: str, enabled: bool, action: Callable[[], object]) -> QAction:
    entry = menu.addAction(text)
    entry.setEnabled(enabled)
    entry.triggered.connect(lambda _checked: action())
    return entry
