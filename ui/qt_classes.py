"""Makes every class of Qt on the window's thread, in moments in which it has nothing else to do.

PySide makes a class when it is first asked for. A call whose result may be any widget walks through all kinds of it;
where another thread makes one meanwhile, the process dies. So what asks for classes by being loaded is loaded beside
the window only when nothing is left to be made.
"""

import time
from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

PARTS = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPdf", "QtPrintSupport")
"""What is used of Qt by modules that are loaded beside the window."""
_TURN_S = 0.01


def make_all(on_made: Callable[[], object], owner: QObject) -> None:
    """Make the classes that are not there yet, a few at a time, then call `on_made`; nothing once the owner is gone."""
    names = _made_one_by_one()
    timer = QTimer(owner)

    def make_some() -> None:
        until = time.monotonic() + _TURN_S
        for _ in names:
            if time.monotonic() > until:
                return
        timer.stop()
        timer.deleteLater()
        on_made()

    timer.timeout.connect(make_some)
    timer.start(0)


def _made_one_by_one() -> Iterator[str]:
    for part in PARTS:
        module = import_module(f"PySide6.{part}")
        for name in dir(module):
            getattr(module, name)
            yield name
