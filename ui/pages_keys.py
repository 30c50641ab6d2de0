"""The keys that turn pages over and change their size."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider

if TYPE_CHECKING:
    from ui.pages_view import PagesView

Deed = Callable[["PagesView"], object]

_SCROLLING = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
}
_SIZING: dict[int, Deed] = {
    Qt.Key.Key_Equal: lambda view: view.enlarge(),
    Qt.Key.Key_Plus: lambda view: view.enlarge(),
    Qt.Key.Key_Minus: lambda view: view.reduce(),
    Qt.Key.Key_0: lambda view: view.fit_width(),
}


def page_key(event: QKeyEvent) -> Deed | None:
    """What a key does to the pages; None where it does nothing."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if held == Qt.KeyboardModifier.ControlModifier:
        return _SIZING.get(event.key())
    if held != Qt.KeyboardModifier.NoModifier:
        return None
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return lambda view: view.entered.emit(view.page)
    action = _SCROLLING.get(Qt.Key(event.key()))
    return (lambda view: view.verticalScrollBar().triggerAction(action)) if action else None
