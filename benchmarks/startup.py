"""How long our window takes to appear, side by side with an empty Qt window; each run is a fresh process.

Both are timed from the start of the process to the end of the window's first paint. Ours is the whole program over a
folder with reports; its list comes right after the first paint and is timed too.
Usage: .venv/bin/python benchmarks/startup.py [RUNS]
"""

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORTS = 6
MOST = 1.3
"""How many times as long as an empty window ours may take."""

END = """
import os, time
def painted(self):  # what is asked for now comes after the whole window was painted
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, lambda: (print(time.monotonic(), flush=True), os._exit(0)))
"""

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        painted(self)

application = QApplication([])
window = Window()
window.resize(1180, 760)
window.show()
application.exec()
"""

OURS = """
import main
from ui import first_paint

paint = first_paint.FirstPaint.paintEvent

def paint_event(self, event):
    painted(self)
    paint(self, event)

first_paint.FirstPaint.paintEvent = paint_event
main.main(["--data-dir", sys.argv[1]])
"""

WITH_LIST = """
import os
import main
from ui.main_window import MainWindow

show_rest = MainWindow._show_rest_of_start

def rest_shown(self):
    show_rest(self)
    import time
    print(time.monotonic(), flush=True)
    os._exit(0)

MainWindow._show_rest_of_start = rest_shown
main.main(["--data-dir", sys.argv[1]])
"""

WINDOWS = {"an empty window": EMPTY, "ours": OURS, "ours with its list": WITH_LIST}


def compile_all() -> None:
    """As after the first start, also where Python is told to write no bytecode."""
    for folder in ("actions", "models", "resources", "ui"):
        compileall.compile_dir(ROOT / folder, quiet=1)
    compileall.compile_file(ROOT / "main.py", quiet=1)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-c", "import ui"], cwd=ROOT, env=environment, check=True)


def fill(data_dir: Path) -> None:
    """Some reports, so that there is a list to show."""
    from actions.sample import sample_report
    from models.store import Store

    with Store.open(data_dir) as store:
        for _ in range(REPORTS):
            store.create(sample_report())


def seconds(program: str, data_dir: Path) -> tuple[float, float]:
    """From the start of one process to the end of its window's first paint, and what the processors did for it."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    code = "import sys" + END + program
    before, start = os.times(), time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, data_dir],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    after = os.times()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return float(done.stdout) - start, worked


def main(runs: int) -> None:
    """Take turns, so that a busy moment of the machine hits both; the first turn only warms the disk."""
    compile_all()
    with tempfile.TemporaryDirectory() as temporary:
        data_dir = Path(temporary) / "drafts"
        fill(data_dir)
        turns = [[seconds(window, data_dir) for window in WINDOWS.values()] for _ in range(runs + 1)][1:]
    for what, number in (("seconds", 0), ("of processors", 1)):
        empty, *ours = ([turn[window][number] for turn in turns] for window in range(len(WINDOWS)))
        print(f"{what}: an empty window {statistics.median(empty):.3f}")
        for name, times in zip(list(WINDOWS)[1:], ours, strict=True):
            ratio = statistics.median(mine / theirs for mine, theirs in zip(times, empty, strict=True))
            print(f"    {name:18} {statistics.median(times):.3f}, {ratio:.2f} times as long")
    print(f"(at most {MOST} times is wanted of the first paint)")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
