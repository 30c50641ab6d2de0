"""Python's cyclic garbage collector, kept to the window's thread.

Left to itself it runs on whatever thread happens to allocate. A widget that falls to it beside the window is destroyed
there, with its timers, and Qt ends the process. The oldest generation takes a fifth of a second to look through, so it
is looked through while the clerk is in another program.
"""

import gc

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

EVERY_MS = 1000
AFTER = (20_000, 20, 20)
"""So many new objects, collections of the youngest, collections of the middle generation."""
AT_LAST = 1_000
"""So many of the last, and the oldest is looked through even while the clerk is here."""
OLDEST = 2


class Collecting(QObject):
    """From now on garbage is collected here only, in pauses of the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect_if_due)
        timer.start(EVERY_MS)


def collect_if_due() -> None:
    """Collect the oldest generation that has waited long enough; nothing while little has changed."""
    counts = gc.get_count()
    due = [number for number, (count, most) in enumerate(zip(counts, AFTER, strict=True)) if count > most]
    if due and due[-1] == OLDEST and _is_here() and counts[OLDEST] <= AT_LAST:
        due[-1] = OLDEST - 1
    if due:
        gc.collect(due[-1])


def _is_here() -> bool:
    """Whether the clerk is in one of the program's windows."""
    from PySide6.QtCore import Qt

    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
