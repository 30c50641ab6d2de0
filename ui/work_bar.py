"""How far a piece of work beside the window is, and a button to stop it."""

from threading import Event

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui import look

_STOPPING = "正在停止……"
_LAST_WAIT_MS = 30_000


class _Counts(QObject):
    """Brings counts from the thread that works. It has no parent: the work may outlast the window."""

    counted = Signal(int, int, str)


class WorkBar(QWidget):
    """Hidden while nothing is done. `name` goes before the names of bar and button; `deed` says what is done: 导入.

    Signals: `told(str)` what is being done, in words, or that it is being stopped; `stop_wanted()` the clerk asked to
    stop, for work that was begun elsewhere and hears no `tell` of this bar; `ended()` nothing is done any more.
    """

    told = Signal(str)
    stop_wanted = Signal()
    ended = Signal()

    def __init__(self, name: str, deed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deed = deed
        self._stopped = Event()
        self._counts = _Counts()
        self._bar = QProgressBar()
        look.named(self._bar, f"{name}_progress", f"{deed}的进度")
        self._bar.setFormat("%v / %m")
        self._stop = QPushButton("取消")
        look.named(self._stop, f"{name}_stop", "取消")
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.stop)
        self._counts.counted.connect(self._show)
        self.destroyed.connect(self._stopped.set)  # the window was closed; nobody waits any more
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * look.SPACE)
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self.hide()

    @property
    def is_working(self) -> bool:
        """Whether something is being done."""
        return not self.isHidden()

    @property
    def is_stopped(self) -> bool:
        """Whether the clerk has asked to stop."""
        return self._stopped.is_set()

    def begin(self) -> None:
        """Show the bar, at nothing."""
        self._stopped.clear()
        self._stop.setEnabled(True)
        self._bar.setRange(0, 0)
        self.show()

    def tell(self, done: int, count: int, what: str) -> bool:
        """How much is done and what is being done; whether to go on (`actions.progress`). Called on any thread."""
        self._counts.counted.emit(done, count, what)
        return not self._stopped.is_set()

    def stop(self) -> None:
        """Ask the work to stop at the next occasion."""
        self._stopped.set()
        self._stop.setEnabled(False)
        self.told.emit(_STOPPING)
        self.stop_wanted.emit()

    def end(self) -> None:
        """Hide the bar."""
        self.hide()
        self.ended.emit()

    def _show(self, done: int, count: int, what: str) -> None:
        if not self.is_working:
            return  # the last word of work that is over
        self._bar.setRange(0, count)
        self._bar.setValue(done)
        if not self.is_stopped:
            self.told.emit(what)


def unfinished(window: QWidget) -> list[WorkBar]:
    """The bars of what is being done in a window and was not told to stop."""
    bars = QWidget.findChildren(window, WorkBar)
    return [bar for bar in bars if bar.is_working and not bar.is_stopped]


def stop_all(window: QWidget) -> None:
    """The window is about to be closed, though work was told to stop and has not yet: it is waited for."""
    working = [bar for bar in QWidget.findChildren(window, WorkBar) if bar.is_working]
    for bar in working:
        bar.stop()
    if working:
        QThreadPool.globalInstance().waitForDone(_LAST_WAIT_MS)
