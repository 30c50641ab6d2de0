"""Shift+F10 opens the menu of what the keyboard is in, as the menu key does: many keyboards have no such key."""

import sys

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = "Shift+F10"


def give(window: QWidget) -> None:
    """Let a window or a dialog know the key; Windows itself makes the menu key of it."""
    if sys.platform != "win32":
        QShortcut(QKeySequence(_KEYS), window).activated.connect(open_menu)


def open_menu() -> None:
    """Ask what the keyboard is in for its menu, where it is being written or chosen."""
    widget = QApplication.focusWidget()
    if widget is None:
        return
    place = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    at = (place.toRect() if isinstance(place, QRectF) else place).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
