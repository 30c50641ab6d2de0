"""Python's cyclic garbage collector, kept to the window's thread.

Left to itself it runs on whatever thread happens to allocate. A widget that falls to it beside the window is destroyed
there, with its timers, and Qt ends the process.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
AFTER = (20_000, 20, 20)
"""So many new objects, collections of the youngest, collections of the middle generation."""


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
    due = [
        number for number, (count, most) in enumerate(zip(gc.get_count(), AFTER, strict=True)) if count > most
    ]
    if due:
        gc.collect(due[-1])
