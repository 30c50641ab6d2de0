"""Garbage is collected on the window's thread, for widgets may be part of it."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.collecting import AFTER, Collecting


class Ring:
    """Garbage as soon as nobody holds it: it refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting(qtbot: QtBot) -> Iterator[Collecting]:
    """The collector of a program with nothing old in it."""
    gc.collect()
    owner = QObject()
    yield Collecting(owner)
    owner.deleteLater()


def allocate() -> None:
    """So much that Python itself would have collected by now."""
    kept = [[number] for number in range(2 * AFTER[0])]
    assert kept


def test_a_working_thread_destroys_nothing(collecting: Collecting) -> None:
    ring = Ring()
    known = weakref.ref(ring)
    del ring

    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()

    assert known() is not None


def test_garbage_goes_on_the_windows_thread(collecting: Collecting, qtbot: QtBot) -> None:
    threads = []
    ring = Ring()
    weakref.finalize(ring, lambda: threads.append(threading.current_thread()))
    del ring
    kept = [[number] for number in range(2 * AFTER[0])]

    qtbot.waitUntil(lambda: bool(threads), timeout=5000)

    assert threads == [threading.main_thread()]
    assert kept
