"""Closing the window: what would be lost by it is said first, and the clerk decides."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui import messages
from ui.work_bar import WorkBar, stop_all, unfinished

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_STOPPED_BY_CLOSING = "现在关闭就停下，没做完的不算数，已有的草稿不受影响；想等它做完，请点“取消”。"


def may_close(window: "MainWindow") -> bool:
    """Whether nothing is lost; where something would be, the clerk is told or asked, and the window stays."""
    is_saved = window.flush()
    if window.view is not None and (refused := window.view.let_go()):
        messages.warn(window, refused)
        return False
    if not is_saved:
        window.saving.ask_to_close(lambda: _give_up(window))
        return False
    if bars := unfinished(window):
        _ask_to_stop(window, bars)
        return False
    stop_all(window)
    return True


def _ask_to_stop(window: "MainWindow", bars: list[WorkBar]) -> None:
    """The question goes by itself when the work is done meanwhile."""
    words = f"{'、'.join(bar.deed for bar in bars)}还没有做完，窗口没有关。"
    box = messages.ask(window, words, _STOPPED_BY_CLOSING, "停下并关闭", lambda: _stop(window))
    for bar in bars:
        bar.ended.connect(box.reject)


def _give_up(window: "MainWindow") -> None:
    if window.view is not None:
        window.view.draft.give_up()
    window.close()


def _stop(window: "MainWindow") -> None:
    """Close as soon as the work has stopped; a window that was hidden until then would end no program by closing."""
    for bar in unfinished(window):
        _close_after(bar, window)
        bar.stop()


def _close_after(bar: WorkBar, window: "MainWindow") -> None:
    """Once: where the window stays after all, the end of later work does not close it."""

    def close() -> None:
        bar.ended.disconnect(close)
        QTimer.singleShot(0, window, window.close)  # when the work has said its last word

    bar.ended.connect(close)
