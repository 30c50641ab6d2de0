"""Whether Tab reaches everything once, in the order in which it is read, shows where it is, and Esc leaves."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QRadioButton, QWidget

from tests.fit.names import touched
from tests.fit.rooms import called

_FRAME = 3
_SHOWN: set[tuple[str, str]] = set()
"""What was seen to show the keyboard on an earlier surface of the same window."""


def faults(root: QWidget) -> list[str]:
    """What Tab leaves out or comes to in the wrong order or without showing it; and where it does not come round."""
    window = root.window()
    window.activateWindow()
    QApplication.processEvents()
    wanted = [one for one in touched(window) if _is_stop(one)]
    if not wanted:
        return []
    first = _first(wanted)
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    way, found = _walked(first, 2 * len(wanted))
    groups = {one.group() for one in way if isinstance(one, QAbstractButton)} - {None}
    for one in wanted:
        is_by_arrows = isinstance(one, QAbstractButton) and one.group() in groups
        if one not in way and not is_by_arrows and not isinstance(one, QRadioButton):
            found.append(f"{called(one)}：Tab 到不了")
    return [*found, *_out_of_order(way)]


def leaves_by_escape(dialog: QDialog) -> bool:
    """Press Esc in a dialog; whether it closes."""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    return not dialog.isVisible()


def _first(wanted: list[QWidget]) -> QWidget:
    """The leftmost of the topmost row."""
    row = min((_place(one) for one in wanted), key=QRect.top).bottom()
    return min((one for one in wanted if _place(one).center().y() < row), key=lambda one: _place(one).left())


def _is_stop(widget: QWidget) -> bool:
    is_reached = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return is_reached and widget.isEnabled() and widget.focusProxy() is None


def _walked(first: QWidget, most: int) -> tuple[list[QWidget], list[str]]:
    """The stops until it comes to one for the second time, and where nothing shows that it is there."""
    way: list[QWidget] = []
    found = []
    now: QWidget | None = first
    while now is not None and now not in way and len(way) <= most:
        way.append(now)
        known = (now.window().objectName(), called(now))
        if known not in _SHOWN and not _is_shown(now):
            found.append(f"{called(now)}：看不出键盘在这里")
        elif now.objectName():
            _SHOWN.add(known)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
    if now is None or way.index(now) > len(way) // 2:
        found.append(f"{called(first)}：Tab 转不回来，停在 {called(now) if now else '外面'}")
    return way, found


def _is_shown(widget: QWidget) -> bool:
    there = _picture(widget)
    widget.clearFocus()
    elsewhere = _picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return there != elsewhere


def _out_of_order(way: list[QWidget]) -> Iterator[str]:
    """From one to the next of the same group it goes to the right or down."""
    for before, after in pairwise(way):
        if before.parentWidget() is not after.parentWidget() or after.objectName() == "dialog_help":
            continue  # the ? at the left edge comes last: it is wanted least
        one, other = _place(before), _place(after)
        is_same_row = (
            one.top() < other.center().y() < one.bottom() or other.top() < one.center().y() < other.bottom()
        )
        if other.bottom() < one.top() or (is_same_row and other.left() < one.left()):
            yield f"{called(before)} 之后到 {called(after)}，往回走了"


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def _picture(widget: QWidget) -> QImage:
    place = _place(widget).adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)
    return widget.window().grab(place).toImage()
