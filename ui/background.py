"""Long work beside the window: `run(work, on_done, on_error, owner)`."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from models.errors import UserError

_TURN_S, _TURN_EVERY_MS = 0.005, 10
UNEXPECTED = "这一步没有做完，已经存下的草稿都还在；请看看做到了哪里，再试一次。"
"""What is said in place of a mistake of the program's own, which is raised besides."""


class _Answer(QObject):
    """Brings what a piece of work returned or raised to the thread this was made on."""

    done = Signal(object)
    failed = Signal(object)
    piece: QRunnable  # kept alive until it has answered


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], answer: _Answer, waits: bool) -> None:
        super().__init__()
        self.setAutoDelete(False)  # Python owns it
        self._work, self._waits = work, waits
        self._answer = answer

    def run(self) -> None:
        pool = QThreadPool.globalInstance()
        if self._waits:
            pool.releaseThread()  # another piece may be done meanwhile
        try:
            self._answer_with_result()
        finally:
            if self._waits:
                pool.reserveThread()

    def _answer_with_result(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # whatever it was, it is answered on the window's thread
            self._answer.failed.emit(error)
        else:
            self._answer.done.emit(result)


def _share_python(answer: _Answer) -> None:
    """Give Python's lock away now and then until the answer is there.

    Most event loops of Qt let other threads run Python while they wait; some (QTest.qWait) keep the lock, and
    the work would stand still.
    """
    timer = QTimer(answer)
    timer.timeout.connect(lambda: time.sleep(_TURN_S))
    timer.start(_TURN_EVERY_MS)


def run(
    work: Callable[[], Any],
    on_done: Callable[[Any], None],
    on_error: Callable[[UserError], None],
    owner: QObject,
    *,
    waits: bool = False,
) -> None:
    """Do `work` on another thread and answer `owner` on this one; no answer once the owner is gone.

    `work` takes and returns plain values and touches no widget. `on_error` gets one sentence for the clerk; what
    nobody expected is raised on this thread besides, where the last hook sees it. What `waits` for something slow (a
    network drive) takes no thread from other work.
    """
    answer = _Answer(QCoreApplication.instance())
    answer.piece = _Work(work, answer, waits)
    _share_python(answer)

    def done(result: Any) -> None:
        answer.deleteLater()
        if isValid(owner):
            on_done(result)

    def failed(error: Exception) -> None:
        answer.deleteLater()
        told = error if isinstance(error, UserError) else UserError(UNEXPECTED)
        if isValid(owner):
            on_error(told)
        if told is not error:
            raise error

    answer.done.connect(done)
    answer.failed.connect(failed)
    QThreadPool.globalInstance().start(answer.piece)
