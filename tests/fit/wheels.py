"""Whether the mouse wheel changes a value anywhere, with the keyboard there or elsewhere."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QSlider,
    QTabBar,
    QWidget,
)

from tests.fit.rooms import called, seen

_VALUES: dict[type[QWidget], Callable[[Any], object]] = {
    QComboBox: lambda one: one.currentIndex(),
    QAbstractSpinBox: lambda one: one.text(),
    QSlider: lambda one: one.value(),
    QTabBar: lambda one: one.currentIndex(),
}


def faults(root: QWidget) -> list[str]:
    """What a notch of the wheel changes, or keeps from what scrolls behind it."""
    found = []
    for widget in seen(root):
        value = next((read for kind, read in _VALUES.items() if isinstance(widget, kind)), None)
        if value is None or not widget.isEnabled():
            continue
        before = value(widget)
        for has_focus in (False, True):
            if has_focus:
                widget.setFocus()
            for turn in (120, -120):
                if turned(widget, turn):
                    found.append(f"{called(widget)}：滚轮到不了后面的页面")
                if value(widget) != before:
                    return [*found, f"{called(widget)}：滚轮改了值"]
    return list(dict.fromkeys(found))


def turned(over: QWidget, turn: int) -> bool:
    """Turn the wheel over a widget alone: what a test sends goes no further. Whether it was taken."""
    place, none = QPointF(over.rect().center()), Qt.MouseButton.NoButton
    event = QWheelEvent(
        place, QPointF(over.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, turn),
        none, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    return QApplication.sendEvent(over, event) and event.isAccepted()
