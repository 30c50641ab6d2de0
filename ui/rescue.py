"""The last hook: an error nobody expected saves the draft first, then shows what to pass on."""

import logging
import sys
from pathlib import Path
from types import TracebackType

from models.errors import UserError
from ui import crash_log, messages
from ui.main_window import MainWindow

_log = logging.getLogger(__name__)


def install(window: MainWindow, data_dir: Path) -> None:
    """Answer every error that rises to the top of the event loop from now on.

    What is written and shown of it holds no text of a report.
    """

    def answer(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, UserError):
            messages.warn(window, str(error))
            return
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        from ui.crash_dialog import Crash

        is_saved = _save(window)
        words = crash_log.described(error)
        _log.error("unexpected error\n%s", words)
        messages.unexpected(window, Crash(words, is_saved, crash_log.note(data_dir, words)), window.close)

    sys.excepthook = answer


def _save(window: MainWindow) -> bool:
    """Save what is open; whether that worked."""
    try:
        return window.flush()
    except Exception as error:
        _log.error("the draft could not be saved\n%s", crash_log.described(error))
        return False
