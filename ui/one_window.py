"""One window for a data folder: the first holds a lock, a second start asks it to come forward and ends.

The two speak through a file in the folder, for the program opens no socket: the second makes it, the first takes it
away.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from models.occupancy import holder
from ui import messages

REQUEST_NAME = "window.show"
PATIENCE_S = 3.0
_LOOK_EVERY_MS, _PAUSE_S = 250, 0.05
_STAYS_MS = 15_000
"""How long the last word stays on screen where nobody is there to read it."""


class Doorbell(QObject):
    """Brings a window forward when another start asks for it."""

    def __init__(self, data_dir: Path, window: QWidget) -> None:
        super().__init__(window)
        self._request, self._window = data_dir / REQUEST_NAME, window
        timer = QTimer(self)
        timer.timeout.connect(self.answer)
        timer.start(_LOOK_EVERY_MS)

    def answer(self) -> None:
        """Take the request away, if there is one, and come forward."""
        try:
            self._request.unlink()
        except OSError:  # nobody asks, or the folder is out of reach just now
            return
        bring_forward(self._window)


def bring_forward(window: QWidget) -> None:
    """Show a window before all others, also one that was made small; where the system forbids that, let it blink."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    for one in (window, QApplication.activeModalWidget()):
        if one is not None:
            one.raise_()
            one.activateWindow()
    QApplication.alert(window)


def ring(data_dir: Path, patience_s: float = PATIENCE_S) -> bool:
    """Ask the window that has the folder to come forward; whether it did, or cannot be asked in a read-only place."""
    request = data_dir / REQUEST_NAME
    try:
        request.touch(mode=0o600)
    except OSError:
        return True
    _let_come_forward()
    for _ in range(max(1, round(patience_s / _PAUSE_S))):
        time.sleep(_PAUSE_S)
        if not request.exists():
            return True
    request.unlink(missing_ok=True)
    return False


def answered(data_dir: Path) -> str:
    """What to say when the other window came forward."""
    return f"法治年报已经打开（{holder(data_dir)}），没有再开一个；已经请那个窗口到前面来。"


def unanswered(data_dir: Path) -> str:
    """What to say when it did not."""
    return (
        f"法治年报已经打开（{holder(data_dir)}），但那个窗口没有回应，可能正在启动，也可能停住了，已存的内容都在；"
        "请稍等再试，仍无回应就在任务管理器中结束它，再重新打开。"
    )


def say_and_end(words: str) -> None:
    """Show a last word in a window of its own and wait until it was read: who clicks an icon sees no stderr."""
    messages.last_word(words, _STAYS_MS)


if sys.platform == "win32":
    from ctypes import windll

    def _let_come_forward() -> None:
        """Windows lets a window come forward only if the program in front allows it: that is this one, just started."""
        any_process = -1
        windll.user32.AllowSetForegroundWindow(any_process)

else:

    def _let_come_forward() -> None:
        """Only Windows asks the program in front."""
