"""A note beside a widget: words, buttons, and a frame around what it speaks of. What lies below can be used."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import look
from ui.buttons import push_button
from ui.colours import accent
from ui.tour_steps import Side, TourStep

_WIDTH = 88 * look.SPACE
_GAP = 3 * look.SPACE
_EDGE = 4 * look.SPACE
_PEN = 2

Choice = tuple[str, str, Callable[[], object], str]
"""A button: its object name, its word, what it does, its tip."""


class Callout(QFrame):
    """The last of its buttons is the one most people want.

    Signals: `back_wanted`, `on_wanted`, `closed`: the keys ← → Esc, while the keyboard is in it.
    """

    back_wanted = Signal()
    on_wanted = Signal()
    closed = Signal()

    def __init__(self, step: TourStep, place: str, choices: tuple[Choice, ...], window: QWidget) -> None:
        super().__init__(window)
        look.named(self, "tour", f"入门导览：{step.title}")
        self.setAccessibleDescription(step.words)
        self.setAutoFillBackground(True)
        self._side, self._window = step.side, window
        self._frame = TargetFrame(window)
        self._buttons = [push_button(*choice) for choice in choices]
        self._lay_out(step, place)
        for key, signal in (
            (Qt.Key.Key_Left, self.back_wanted),
            (Qt.Key.Key_Right, self.on_wanted),
            (Qt.Key.Key_Escape, self.closed),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(signal)

    @property
    def main(self) -> QPushButton:
        """The button that leads on."""
        return self._buttons[-1]

    def stand_beside(self, target: QWidget | None) -> None:
        """Go to the side of a widget, inside the window; to a corner where there is none to be seen."""
        window = self._window
        room = window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        seen = _seen(target, window)
        self._frame.surround(seen)
        place = _place(self.size(), seen, room, self._side)
        if place != self.pos():
            self.move(place)

    def put_away(self) -> None:
        """Leave the window."""
        for widget in (self._frame, self):
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(accent(self.palette()), _PEN))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _lay_out(self, step: TourStep, place: str) -> None:
        title, words = QLabel(step.title), QLabel(step.words)
        look.enlarge(title, 1.2, bold=True)
        words.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(2 * look.SPACE)
        row.addWidget(look.quiet_label(place))
        row.addStretch(1)
        for button in self._buttons:
            button.setAutoDefault(
                True
            )  # outside a dialog this means: Return presses it where the keyboard is
            row.addWidget(button)
        look.make_main(self.main)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 4)
        layout.setSpacing(2 * look.SPACE)
        layout.addWidget(title)
        layout.addWidget(words)
        layout.addSpacing(look.SPACE)
        layout.addLayout(row)
        self.setFixedWidth(_WIDTH)
        self.setFixedHeight(layout.totalHeightForWidth(_WIDTH))


class TargetFrame(QFrame):
    """A line around a widget, through which the mouse goes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour_frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def surround(self, place: QRect) -> None:
        """Stand around a place of the window, or vanish where it is empty."""
        wanted = place.adjusted(-_PEN, -_PEN, _PEN, _PEN)
        if place.isEmpty():
            self.hide()
        elif self.isHidden() or wanted != self.geometry():
            self.setGeometry(wanted)
            self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(accent(self.palette()), _PEN))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


def _seen(target: QWidget | None, window: QWidget) -> QRect:
    """Where a widget is in the window; empty where it cannot be seen."""
    if target is None or not target.isVisible():
        return QRect()
    return QRect(target.mapTo(window, QPoint(0, 0)), target.size()).intersected(window.rect())


def _place(size: QSize, seen: QRect, room: QRect, side: Side) -> QPoint:
    """The upper left corner for a callout of this size."""
    corner = QPoint(room.right() + 1 - size.width(), room.bottom() + 1 - size.height())
    if seen.isEmpty() or side is Side.CORNER:
        return corner
    match side:
        case Side.LEFT:
            wanted = QPoint(seen.left() - _GAP - size.width(), seen.top() + _GAP)
        case Side.RIGHT:
            wanted = QPoint(seen.right() + _GAP, seen.top() + seen.height() // 3)
        case _:
            wanted = QPoint(seen.left(), seen.bottom() + _GAP)
    return QPoint(min(max(wanted.x(), room.left()), corner.x()), min(max(wanted.y(), room.top()), corner.y()))
