"""What the walk under the watchdog is made of: a step, and the window the clerk does it in."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QTableView,
    QWidget,
)

from ui.main_window import MainWindow
from ui.report_view import ReportView

Found = TypeVar("Found", bound=QObject)
IS_SHORT = "SHORT" in os.environ
SETTLE_MS, LOOK_MS, PAUSE_MS = (50, 200, 800) if IS_SHORT else (150, 1_600, 1_600)
"""After a step; while something goes on beside the window; after a change, which is checked, saved and compared when
the clerk pauses."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is done, when it is over, and how long the window is watched after that."""

    name: str
    do: Callable[[], object]
    is_over: Callable[[], bool] = lambda: True
    settle_ms: int = SETTLE_MS


class Desk:
    """The window, and what is found in it."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.folder = window, folder

    @property
    def view(self) -> ReportView:
        """The open report."""
        view = self.window.view
        assert view is not None
        return view

    def find(self, kind: type[Found], name: str) -> Found:
        """The widget or entry of this name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def press(self, name: str) -> Callable[[], None]:
        """Click a button."""
        return lambda: self.find(QAbstractButton, name).click()

    def choose(self, name: str) -> Callable[[], None]:
        """Choose an entry of a menu."""
        return lambda: self.find(QAction, f"action:{name}").trigger()

    def show_tab(self, key: str) -> Callable[[], None]:
        """Go to a page of the report."""
        return lambda: self.view.show_tab(list(self.view.late_pages.names).index(key))

    def into(self, name: str, text: str) -> Callable[[], None]:
        """Put a text into a line."""
        return lambda: self.find(QLineEdit, name).setText(text)

    def is_made(self, year: int = 0) -> Callable[[], bool]:
        """Whether a report is open, of this year if one is named, with every tab there."""

        def made() -> bool:
            view = self.window.view
            return (
                view is not None
                and year in (0, view.draft.report.year)
                and all(view.late_pages.made(number) for number in range(len(view.tab_titles())))
            )

        return made

    def is_checked(self) -> bool:
        """Whether what the checks say is of the report as it is now."""
        return self.view.is_checked

    def is_open(self, name: str) -> Callable[[], bool]:
        """Whether a dialog is there."""
        return lambda: self.window.findChild(QDialog, name) is not None

    def has_files(self, name: str) -> Callable[[], bool]:
        """Whether a list of files that were written has any."""
        return lambda: self.find(QListWidget, name).count() > 0

    def close(self, name: str) -> Step:
        """Close a dialog."""
        return Step(
            f"close {name}", lambda: self.find(QDialog, name).reject(), lambda: not self.is_open(name)()
        )


def keys(desk: Desk, name: str, kind: type[QWidget], text: str) -> Iterator[Step]:
    """One step for each key, the last with the pause after it."""
    for number, character in enumerate(text):
        is_last = number == len(text) - 1
        yield Step(
            f"type into {name}",
            partial(type_into, desk, kind, name, character),
            settle_ms=PAUSE_MS if is_last else 30,
        )


def type_into(desk: Desk, kind: type[QWidget], name: str, text: str) -> None:
    """Write a text as the input method hands it over."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(desk.find(kind, name), event)


def press_here(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    if widget := QApplication.focusWidget():
        QTest.keyClick(widget, key)


def type_here(text: str) -> None:
    """Press keys where the keyboard is."""
    if widget := QApplication.focusWidget():
        QTest.keyClicks(widget, text)


def go_to_figure(desk: Desk, row: int) -> None:
    """Choose this year's cell of a row."""
    table = desk.find(QTableView, "figures_table")
    model = table.model()
    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    index: QModelIndex = model.index(row, titles.index("本年"))
    table.setFocus()
    table.setCurrentIndex(index)


def type_digit(desk: Desk, key: str) -> None:
    """Press a key in the table or in the cell that is open."""
    table = desk.find(QTableView, "figures_table")
    focus = QApplication.focusWidget()
    QTest.keyClicks(focus if focus is not None and table.isAncestorOf(focus) else table, key)
