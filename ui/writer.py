"""The thread that writes: one piece of work at a time, answered on the thread the writer was made on."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

Work = Callable[[], Any]
Answer = Callable[[Future[Any]], None]
"""Gets what came of the work; its `result()` returns or raises what the work did."""


class Writer(QObject):
    """Begins one piece of work after another on a thread of its own, which is made when first needed."""

    _ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: ThreadPoolExecutor | None = None
        self._piece: tuple[Future[Any], Answer] | None = None
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether a piece of work has not been answered yet."""
        return self._piece is not None

    def begin(self, work: Work, answer: Answer) -> None:
        """Do `work` beside the window. Nothing else may be under way."""
        if self._piece is not None:
            raise RuntimeError("one piece of work at a time")
        if self._threads is None:
            self._threads = ThreadPoolExecutor(1, "writer")
        future = self._threads.submit(work)
        self._piece = (future, answer)
        future.add_done_callback(self._wake)

    def finish(self) -> None:
        """Wait for what is under way and answer it now."""
        if self._piece is not None:
            wait([self._piece[0]])
            self._deliver()

    def end(self) -> None:
        """Wait for what is under way and answer nobody any more."""
        if self._piece is not None:
            wait([self._piece[0]])
            self._piece = None
        if self._threads is not None:
            self._threads.shutdown(wait=False)
            self._threads = None

    def _wake(self, _future: Future[Any]) -> None:
        """On the writer's thread."""
        if isValid(self):
            self._ended.emit()

    def _deliver(self) -> None:
        """What was waited for has been answered when its signal comes; the next may be under way by then."""
        if self._piece is not None and self._piece[0].done():
            (future, answer), self._piece = self._piece, None
            answer(future)
