"""How far a piece of work beside the window is, and a button to stop it."""

from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui import look


class _Counts(QObject):
    """Brings counts from the thread that works. It has no parent: the work may outlast the window."""

    counted = Signal(int, int)


class WorkBar(QWidget):
    """Hidden while nothing is done. `name` goes before the names of bar and button."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stopped = Event()
        self._counts = _Counts()
        self._bar = QProgressBar()
        look.named(self._bar, f"{name}_progress", words)
        self._bar.setFormat("%v / %m")
        self._stop = QPushButton("取消")
        look.named(self._stop, f"{name}_stop", "取消")
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.stop)
        self._counts.counted.connect(self._show)
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

    def tell(self, done: int, all_: int) -> bool:
        """How much is done; whether to go on. May be called from any thread."""
        self._counts.counted.emit(done, all_)
        return not self._stopped.is_set()

    def stop(self) -> None:
        """Ask the work to stop at the next occasion."""
        self._stopped.set()
        self._stop.setEnabled(False)

    def end(self) -> None:
        """Hide the bar."""
        self.hide()

    def _show(self, done: int, all_: int) -> None:
        self._bar.setRange(0, all_)
        self._bar.setValue(done)
