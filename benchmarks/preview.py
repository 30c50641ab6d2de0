"""From the last key of a clerk to the new page on screen, part by part, on the sample report.

Usage: .venv/bin/python benchmarks/preview.py [PAUSES]     12 pauses unless told otherwise
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402 - the path first
from PySide6.QtGui import QTextCursor  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from ui import look, page_source  # noqa: E402
from ui.linked_text_edit import LinkedTextEdit  # noqa: E402
from ui.live_pages import PAUSE_MS, LivePages  # noqa: E402
from ui.main_window import MainWindow, open_window  # noqa: E402
from ui.pages_view import PagesView  # noqa: E402

_LONGEST_MS = 20_000
Times = dict[str, list[tuple[float, ...]]]


def timed(times: Times, part: str, work: Callable) -> Callable:
    """The same work, with its milliseconds put down: all, and those of its own in a busy machine."""

    def watched(*given: object) -> object:
        start, own = time.perf_counter(), time.thread_time()
        try:
            return work(*given)
        finally:
            taken = time.perf_counter() - start, time.thread_time() - own
            times.setdefault(part, []).append(tuple(one * 1000 for one in taken))

    return watched


def wait(signal, start: Callable[[], object]) -> float:
    """Milliseconds from what starts it until a signal."""
    loop, late = QEventLoop(), QTimer()
    signal.connect(loop.quit)
    late.singleShot(_LONGEST_MS, loop.quit)
    began = time.perf_counter()
    start()
    loop.exec()
    signal.disconnect(loop.quit)
    return (time.perf_counter() - began) * 1000


def open_sample() -> tuple[MainWindow, LinkedTextEdit, PagesView]:
    """The sample with its preview beside it, the caret in a text in the middle."""
    window = open_window(Path(tempfile.mkdtemp()))
    window.resize(1366, 768)
    window.show()
    window.ways_in.open_sample()
    while window.view is None:
        QTest.qWait(50)
    window.view.show_preview()
    window.view.reveal("measures", (3,))
    QTest.qWait(4000)
    window.view.reveal("measures", (3,))
    body, view = (
        window.findChild(LinkedTextEdit, "body:measures:3"),
        window.findChild(PagesView, "preview_pages"),
    )
    assert body is not None
    assert view is not None
    body.moveCursor(QTextCursor.MoveOperation.Start)
    return window, body, view


def watch_parts(times: Times) -> None:
    """Put down what each part takes."""
    from actions import laying_out

    for owner, name, part in (
        (laying_out, "compose", "composing, part of the layout"),
        (laying_out.Typesetter, "lay_out", "layout, places, counts"),
        (laying_out.LaidOut, "page_pdf", "PDF of the page"),
        (page_source, "_picture", "load and draw"),
        (PagesView, "paintEvent", "paint"),
    ):
        setattr(owner, name, timed(times, part, getattr(owner, name)))


def main(pauses: int) -> None:
    """Print the medians."""
    application = QApplication([])
    look.dress(application)
    times: Times = {}
    watch_parts(times)
    window, body, view = open_sample()
    live = window.findChild(LivePages)
    counted, shown = [], []
    times.clear()
    for _ in range(pauses):
        laid: list[float] = []
        began = time.perf_counter()
        note = lambda _found, began=began, laid=laid: laid.append((time.perf_counter() - began) * 1000)  # noqa: E731
        live.laid_out.connect(note)
        shown.append(wait(view.page_drawn, lambda: body.insertPlainText("办")))
        live.laid_out.disconnect(note)
        counted += laid
        QTest.qWait(400)
    print(f"pause before it begins            {PAUSE_MS:6.0f} ms")
    for part, taken in times.items():
        whole, own = (statistics.median(times) for times in zip(*taken, strict=True))
        print(f"{part:32}  {whole:6.1f} ms, {own:6.1f} ms of the processor  ({len(taken)} times)")
    begins = [one - PAUSE_MS for one in shown]
    print(f"key to counts                     {statistics.median(counted):6.1f} ms")
    print(
        f"key to the page drawn             {statistics.median(shown):6.1f} ms, at most {max(shown):.1f} ms"
    )
    print(
        f"of it, since the pause was over   {statistics.median(begins):6.1f} ms, at most {max(begins):.1f} ms"
    )
    print(f"{view.page_count} pages, size in view {view.viewport().size().toTuple()}")


def _all(times: list[float]) -> str:
    return " ".join(f"{one:.0f}" for one in times)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
