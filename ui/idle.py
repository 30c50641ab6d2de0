"""What the window's thread does when it has nothing else to do: a little at a time, so that no key waits for it."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

_TURN_S = 0.01


def go_through(steps: Iterator[object], on_end: Callable[[], object], owner: QObject) -> None:
    """Take one step after the other, then call `on_end`; nothing more once the owner is gone."""
    timer = QTimer(owner)

    def take_some() -> None:
        until = time.monotonic() + _TURN_S
        for _ in steps:
            if time.monotonic() > until:
                return
        timer.stop()
        timer.deleteLater()
        on_end()

    timer.timeout.connect(take_some)
    timer.start(0)
