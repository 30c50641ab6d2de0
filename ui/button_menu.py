"""The context menu of a list beside which buttons stand: what the buttons do, grey where they are."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QMenu

from ui import look


def serve(view: QAbstractItemView, buttons: Sequence[QAbstractButton]) -> None:
    """Offer the menu, at the mouse or by the menu key."""
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(lambda at: _open(view, buttons, at))


def _open(view: QAbstractItemView, buttons: Sequence[QAbstractButton], at: QPoint) -> None:
    menu = QMenu(view)
    look.named(menu, f"{view.objectName()}_menu", view.accessibleName())
    menu.aboutToHide.connect(menu.deleteLater)
    for button in buttons:
        action = menu.addAction(button.text(), button.click)
        action.setEnabled(button.isEnabled())
    menu.popup(view.viewport().mapToGlobal(at))
