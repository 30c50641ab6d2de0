"""The last hook: an error nobody expected saves the draft first, then shows what to pass on."""

import logging
import sys
import traceback
from types import TracebackType

from models.errors import UserError
from ui import messages
from ui.main_window import MainWindow

_log = logging.getLogger(__name__)


def install(window: MainWindow) -> None:
    """Answer every error that rises to the top of the event loop from now on."""

    def answer(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, UserError):
            messages.warn(window, str(error))
            return
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        _log.error("unexpected error\n%s", details)
        messages.unexpected(window, details, _save(window))

    sys.excepthook = answer


def _save(window: MainWindow) -> bool:
    """Save what is open; whether that worked."""
    try:
        return window.flush()
    except Exception:
        _log.exception("the draft could not be saved")
        return False
