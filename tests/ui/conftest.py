"""A window over an empty data folder, with what a test does to it in the clerk's place."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.store import Store
from tests.ui.hands import Hands
from tests.ui.leaving_desk import LeavingDesk
from ui.draft import Draft
from ui.main_window import MainWindow, open_window

WIDE, NARROW = (1366, 738), (683, 364)
"""Windows on the screen of an office PC, at 100 and at 200 per cent."""


class Clerk(Hands):
    """A clerk before the whole window."""

    window: MainWindow

    def __init__(self, qtbot: QtBot, data_dir: Path) -> None:
        super().__init__(qtbot)
        self.data_dir = data_dir
        self._size: tuple[int, int] | None = None
        self.window = self.open()

    @property
    def draft(self) -> Draft:
        return self.window.view.draft

    def undo(self) -> None:
        self.window.view.undo()

    def open(self) -> MainWindow:
        """A new window over the same folder."""
        self.window = open_window(self.data_dir)
        self.qtbot.addWidget(self.window)
        if self._size:
            self.window.resize(*self._size)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        return self.window

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window so large, and those that are opened later."""
        self._size = size
        self.window.resize(*size)
        QCoreApplication.processEvents()

    def reopen(self) -> None:
        """Close the window, start again and open the report that was saved last."""
        self.window.close()
        self.open()
        report_id = self.window.store.list()[0].id
        self.window.open_report(report_id)

    def click(self, name: str) -> None:
        super().click(name)
        if name == "open_sample":  # it is made beside the window
            self.qtbot.waitUntil(lambda: self.window.view is not None, timeout=30_000)
        if name == "findings":
            self.wait_for_findings()

    def wait_for_findings(self) -> None:
        """Wait until the report has been checked as it is now."""
        self.qtbot.waitUntil(lambda: self.window.view.is_checked, timeout=30_000)

    def begin_report(self, organ: str = "云岭县人民政府", year: str = "2025") -> None:
        """A new report through the dialog."""
        self.click("new_report")
        dialog = self.find(QDialog, "new_report_dialog")
        self.type(self.find(QLineEdit, "field:organ"), organ)
        self.type(self.find(QLineEdit, "field:year"), year)
        dialog.findChild(QPushButton, "dialog_ok").click()
        assert self.window.view is not None


@pytest.fixture(autouse=True)
def gone_afterwards() -> Iterator[None]:
    """Qt deletes a closed window when an event loop comes to it; without one, the windows of all tests pile up."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def clerk(qtbot: QtBot, data_dir: Path) -> Clerk:
    """A clerk before a window over an empty folder."""
    return Clerk(qtbot, data_dir)


@pytest.fixture
def drafting(clerk: Clerk) -> Clerk:
    """A clerk with a new report open."""
    clerk.begin_report()
    return clerk


@pytest.fixture
def leaving(qtbot: QtBot, data_dir: Path, store: Store) -> Iterator[LeavingDesk]:
    """A clerk with a new report that is ready to go out, over a small window."""
    desk = LeavingDesk(qtbot, data_dir, store)
    yield desk
    desk.draft.flush()
    desk.draft.retire()


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own that no other program is on."""
    readable, writable = os.pipe()
    arguments = ["Xvfb", "-displayfd", str(writable), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(arguments, pass_fds=[writable], stderr=subprocess.DEVNULL) as server:
        os.close(writable)
        try:
            with os.fdopen(readable, encoding="ascii") as number:
                yield f":{number.readline().strip()}"
        finally:
            server.terminate()
