"""The context menu of a report's tabs: what one does with a part, taken from the window's menus."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QTabWidget

from ui import look
from ui.window_actions import window_action

_ENTRIES = ("go_to_item", "find", "replace", "", "findings", "preview", "", "export")
"""Entries of the menus by name; "" parts them."""


def serve(tabs: QTabWidget) -> None:
    """Offer the menu on the tabs; a right click chooses the tab under the mouse first."""
    bar = tabs.tabBar()
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    bar.customContextMenuRequested.connect(lambda at: _open(tabs, at))


def _open(tabs: QTabWidget, at: QPoint) -> None:
    bar = tabs.tabBar()
    if (number := bar.tabAt(at)) >= 0:
        tabs.setCurrentIndex(number)
    menu = QMenu(tabs)
    look.named(menu, "tab_menu", "报告的这一部分")
    menu.aboutToHide.connect(menu.deleteLater)
    for name in _ENTRIES:
        action = window_action(tabs, name) if name else None
        if action is not None:
            menu.addAction(action)
        elif not name:
            menu.addSeparator()
    menu.popup(bar.mapToGlobal(at))
