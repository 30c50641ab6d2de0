"""The clerk's hands: mouse and keys as events of Qt, or, on an X server, as those of a real mouse and keyboard."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QDeadlineTimer, QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QMenuBar, QScrollArea, QWidget

from ui.main_window import MainWindow

PATIENCE_MS = 30_000
_LOOK_MS = 10

W = TypeVar("W", bound=QWidget)


class Hands(Protocol):
    """What hands can do: click a point of a widget, press keys, write a text where the keyboard is."""

    def bring_forward(self, window: QWidget) -> None:
        """What a window manager does by itself: give a window the keyboard."""
        ...

    def click(self, widget: QWidget, at: QPoint, times: int = 1) -> None:
        """Press the mouse's left button at a point of a widget."""
        ...

    def press(self, keys: str) -> None:
        """Press one key, with others held down: Ctrl+E, Return."""
        ...

    def write(self, text: str) -> None:
        """Write a text, Chinese as an input method hands it over."""
        ...


class QtHands:
    """Events handed to the widgets by Qt's own test library."""

    def bring_forward(self, window: QWidget) -> None:
        if not window.isActiveWindow():
            window.activateWindow()

    def click(self, widget: QWidget, at: QPoint, times: int = 1) -> None:
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, none, at)
        if times > 1:
            QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, none, at)

    def press(self, keys: str) -> None:
        stroke = QKeySequence(keys)[0]  # type: ignore[index]
        QTest.keyClick(focused(), stroke.key(), stroke.keyboardModifiers())

    def write(self, text: str) -> None:
        if text.isascii():
            for character in text:  # the first may open a cell, and the others go into it
                QTest.keyClicks(focused(), character)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focused(), event)


def focused() -> QWidget:
    """The widget the keyboard is in."""
    top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
    found = QApplication.focusWidget() or top
    assert found is not None, "nothing has the keyboard"
    return found


class Desk:
    """A window, and hands that do in it what a clerk does: each deed is waited for until its outcome can be seen."""

    def __init__(self, window: MainWindow, hands: Hands) -> None:
        self.window, self.hands = window, hands

    def find(self, kind: type[W], name: str) -> W:
        """The widget with this object name, brought into view on its page."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def wait(self, until: Callable[[], object], what: str) -> None:
        """Let the program work until something holds; `what` is what was waited for."""
        patience = QDeadlineTimer(PATIENCE_MS)
        while not until():
            assert not patience.hasExpired(), f"waited in vain: {what}"
            QTest.qWait(_LOOK_MS)

    def come_forward(self, window: QWidget) -> None:
        """Have the keyboard in a window."""
        self.hands.bring_forward(window)
        self.wait(window.isActiveWindow, f"{window.objectName()} has the keyboard")

    def click(self, name: str, times: int = 1) -> None:
        """Click in the middle of a widget that can be seen."""
        widget = self.find(QWidget, name)
        self.wait(lambda: widget.isVisible() and widget.isEnabled(), f"{name} can be clicked")
        self.come_forward(widget.window())
        _scroll_to(widget)
        self.hands.click(widget, _seen_middle(widget), times)

    def click_cell(self, table: str, row: int, column: int, times: int = 1) -> None:
        """Click in a cell of a table or a line of a list."""
        view = self.find(QAbstractItemView, table)
        index = view.model().index(row, column)
        view.scrollTo(index)
        self.come_forward(view.window())
        self.hands.click(view.viewport(), view.visualRect(index).center(), times)

    def press(self, keys: str) -> None:
        """Press keys in the dialog on top, else in the window."""
        self.come_forward(QApplication.activeModalWidget() or self.window)
        self.hands.press(keys)

    def write(self, text: str) -> None:
        """Write where the keyboard is; a dialog on top has it."""
        if (dialog := QApplication.activeModalWidget()) is not None:
            self.come_forward(dialog)
        self.hands.write(text)

    def fill(self, name: str, text: str) -> None:
        """Click in a field and write in place of what stands there."""
        self.click(name)
        self.wait(self.find(QWidget, name).hasFocus, f"the keyboard is in {name}")
        self.hands.press("Ctrl+A")
        self.hands.write(text)

    def choose(self, entry: str, look: Callable[[], object] = lambda: None) -> None:
        """Open the menu an entry stands in by a click, `look` at it with the entry lit, and click the entry."""
        bar = self.window.menuBar()
        menu, action = next(
            (menu, action)
            for menu in bar.findChildren(QMenu)
            for action in menu.actions()
            if action.objectName() == f"action:{entry}"
        )
        self.come_forward(self.window)
        self._click_in(bar, bar.actionGeometry(menu.menuAction()))
        self.wait(menu.isVisible, "the menu is open")
        menu.setActiveAction(action)
        look()
        self._click_in(menu, menu.actionGeometry(action))
        self.wait(lambda: not menu.isVisible(), "the menu has closed")

    def _click_in(self, widget: QMenu | QMenuBar, place: QRect) -> None:
        self.hands.click(widget, place.center())


def _scroll_to(widget: QWidget) -> None:
    """What a clerk does with the wheel until he sees what he looks for."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and around.widget().isAncestorOf(widget):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _seen_middle(widget: QWidget) -> QPoint:
    """The middle of what can be seen of a widget."""
    seen = widget.visibleRegion().boundingRect()
    return (seen if not seen.isEmpty() else widget.rect()).center()
