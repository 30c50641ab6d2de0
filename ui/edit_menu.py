"""The context menu of every text field in a report: undo belongs to the report, so Qt's own menu would lie."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit

TextField = QLineEdit | QTextEdit
StepWords = Callable[[], tuple[str, str]]
"""What undo would take back and what redo would do again; empty where there is nothing."""


def no_steps() -> tuple[str, str]:
    """A field outside a report has nothing to undo."""
    return "", ""


def edit_menu(
    field: TextField, words: StepWords, undo: Callable[[], object], redo: Callable[[], object]
) -> QMenu:
    """撤销 重做 剪切 复制 粘贴 全选."""
    menu = QMenu(field)
    menu.setObjectName("edit_menu")
    menu.setAccessibleName("编辑")
    undoable, redoable = words()
    selected = field.hasSelectedText() if isinstance(field, QLineEdit) else field.textCursor().hasSelection()
    writable = not field.isReadOnly()
    _entry(menu, f"撤销 {undoable}".rstrip(), bool(undoable), undo)
    _entry(menu, f"重做 {redoable}".rstrip(), bool(redoable), redo)
    menu.addSeparator()
    _entry(menu, "剪切", selected and writable, field.cut)
    _entry(menu, "复制", selected, field.copy)
    _entry(menu, "粘贴", writable and _can_paste(field), field.paste)
    menu.addSeparator()
    _entry(menu, "全选", True, field.selectAll)
    return menu


def _can_paste(field: TextField) -> bool:
    return field.canPaste() if isinstance(field, QTextEdit) else bool(QGuiApplication.clipboard().text())


def _entry(menu: QMenu, text: str, enabled: bool, action: Callable[[], object]) -> QAction:
    entry = menu.addAction(text)
    entry.setEnabled(enabled)
    entry.triggered.connect(lambda _checked: action())
    return entry
