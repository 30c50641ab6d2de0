"""When Python looks for garbage: a look at everything holds the window for a fifth of a second, whichever thread begins it.

So it is done while the clerk is in another program, and otherwise almost never.
"""

import gc

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_COLLECT_AFTER = (20_000, 20, 1_000)
"""For `gc.set_threshold`. The first two looks take milliseconds; the third is at everything."""


def tend() -> None:
    """Look for garbage from now on. What is there already stays to the end, and is not looked at again."""
    gc.freeze()
    gc.set_threshold(*_COLLECT_AFTER)
    gc.enable()
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.connect(_collect_unseen)


def _collect_unseen(state: Qt.ApplicationState) -> None:
    if state is not Qt.ApplicationState.ApplicationActive:
        gc.collect()
