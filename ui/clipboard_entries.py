"""剪切 复制 粘贴 全选 in the menu 编辑: they do it to what the keyboard is in."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu, QMenuBar, QTextEdit, QWidget

from ui.edit_menu import CLIPBOARD, possible, with_key
from ui.table_menu import copy_cell

NAME = "clipboard:"
"""How the entries' names begin: they are nothing to go to by 转到, which has the keyboard itself."""


def add_clipboard_entries(menu: QMenu) -> None:
    """Add the entries; their keys are only shown, for the fields know them themselves."""
    entries: dict[str, QAction] = {}
    for name, words, key in CLIPBOARD:
        entries[name] = menu.addAction(with_key(words, key))
        entries[name].setObjectName(f"{NAME}{name}")
        entries[name].triggered.connect(_doer(name))
    menu.aboutToShow.connect(lambda: _show_possible(entries))


def _doer(name: str) -> Callable[[], None]:
    def do() -> None:
        field = QApplication.focusWidget()
        if (deed := _deed(field, name)) is not None:
            deed()

    return do


def _deed(field: QWidget | None, name: str) -> Callable[[], object] | None:
    """What this would be in a widget; None where it would be nothing. Tables that cannot copy by themselves give the
    cell the keyboard is on."""
    deed: Callable[[], object] | None = getattr(field, name, None)
    if deed is None and name == "copy" and isinstance(field, QAbstractItemView):
        return lambda: copy_cell(field)
    return deed


def _show_possible(entries: dict[str, QAction]) -> None:
    """By Alt the menus have the keyboard themselves: then all is offered, and where it came from it goes back to."""
    field = QApplication.focusWidget()
    for name, entry in entries.items():
        if isinstance(field, QLineEdit | QTextEdit):
            entry.setEnabled(possible(field)[name])
        else:
            entry.setEnabled(isinstance(field, QMenuBar) or _deed(field, name) is not None)
