"""The clerk's walk through the window under the watchdog, in a process of its own.

Usage: `python -m tests.ui.stall_walk FOLDER [PART …]`.

Each thing the clerk does is an event of the window's own loop. Nothing is loaded beforehand, so what is imported on
the way counts as well. Prints how long the window was away from the loop at most in each step, then the stalls. SHORT
in the environment leaves out what is done again and again, and the stacks.
"""

import gc
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.stall_desk import IS_SHORT, Desk, Step
from tests.ui.stall_surroundings import keeping, lists, looking, workbooks
from tests.ui.stall_year import (
    figures,
    importing,
    leaving,
    mending,
    opening,
    papers,
    quitting,
    rolling,
    writing,
)
from tests.ui.watchdog import Watchdog
from ui.application import application
from ui.main_window import open_window

EVERY_MS, PATIENCE_MS = 20, 60_000
PARTS = (
    opening,
    rolling,
    writing,
    figures,
    mending,
    looking,
    papers,
    keeping,
    workbooks,
    importing,
    leaving,
    lists,
    quitting,
)
"""The year with what is come by on the way. `importing` needs what `papers` wrote, `lists` that the report was left."""


class Walker(QObject):
    """Does one step after the other, each as an event of the window's loop."""

    def __init__(self, dog: Watchdog, steps: Iterator[Step]) -> None:
        super().__init__()
        self._dog, self._steps = dog, steps
        self._step: Step | None = None
        self._left_ms = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Do the first step."""
        self._next()

    def _next(self) -> None:
        self._step = next(self._steps, None)
        if self._step is None:
            QApplication.exit(0)
            return
        self._left_ms = PATIENCE_MS
        QTimer.singleShot(0, self, self._do)

    def _do(self) -> None:
        assert self._step is not None
        self._dog.measure_pace()
        self._dog.step = self._step.name
        self._step.do()
        self._timer.start(EVERY_MS)

    def _go_on(self) -> None:
        assert self._step is not None
        if self._step.is_over():
            QTimer.singleShot(self._step.settle_ms, self, self._next)
            return
        self._left_ms -= EVERY_MS
        assert self._left_ms > 0, f"{self._step.name} does not end"
        self._timer.start(EVERY_MS)


def fall(kind: type[BaseException], error: BaseException, trace: object) -> None:
    """A step that fails ends the walk; Qt would go on."""
    sys.__excepthook__(kind, error, trace)  # type: ignore[arg-type]
    sys.stderr.flush()
    os._exit(1)


def walk(folder: Path, names: list[str]) -> Watchdog:
    """Walk through the parts of these names, through all where there are none."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("FAZHI_FONT_FOLDERS", "")
    sys.excepthook = fall
    app = application()
    app.setQuitOnLastWindowClosed(False)  # closing it is a step like the others
    window = open_window(folder / "数据")
    window.resize(1366, 728)
    dog = Watchdog(keeps_stacks=not IS_SHORT)
    desk = Desk(window, folder)
    parts = [part for part in PARTS if not names or part.__name__ in ("opening", *names)]
    walker = Walker(dog, (step for part in parts for step in part(desk)))

    def begin() -> None:
        sys.excepthook = fall
        gc.freeze()  # as the program does
        dog.begin()
        walker.begin()

    window.painted.connect(begin)
    window.show()
    window.activateWindow()
    app.exec()
    dog.end()
    return dog


if __name__ == "__main__":
    watched = walk(Path(sys.argv[1]), sys.argv[2:])
    for step, seconds in watched.longest.items():
        print(f"{seconds * 1000:6.0f} ms  {step}")
    print(json.dumps([asdict(one) for one in watched.stalls], ensure_ascii=False))
    sys.stdout.flush()
    os._exit(0)
