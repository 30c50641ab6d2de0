"""How long our window takes to appear, side by side with an empty Qt window; each run is a fresh process.

Both are timed from the start of the process to the end of the window's first paint. Ours is the whole program over a
folder with reports, and is on screen with its list. Usage: .venv/bin/python benchmarks/startup.py [RUNS]
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
from PySide6.QtCore import QTimer

def painted(self):  # what is asked for now comes after the whole window was painted
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
from ui.main_window import MainWindow

paint = MainWindow.paintEvent

def paint_event(self, event):
    painted(self)
    paint(self, event)

MainWindow.paintEvent = paint_event
main.main(["--data-dir", sys.argv[1]])
"""

WINDOWS = {"an empty QMainWindow": EMPTY, "ours": OURS}


def compile_all() -> None:
    """As after the first start, also where Python is told to write no bytecode."""
    for folder in ("actions", "models", "resources", "ui"):
        compileall.compile_dir(ROOT / folder, quiet=1)
    compileall.compile_file(ROOT / "main.py", quiet=1)


def fill(data_dir: Path) -> None:
    """Some reports, so that there is a list to show."""
    from actions.sample import sample_report
    from models.store import Store

    with Store.open(data_dir) as store:
        for _ in range(REPORTS):
            store.create(sample_report())


def seconds(program: str, data_dir: Path) -> float:
    """From the start of one process to the end of its window's first paint."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    code = "import sys" + END + program
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, data_dir],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return float(done.stdout) - start


def main(runs: int) -> None:
    """Take turns, so that a busy moment of the machine hits both; the first turn only warms the disk."""
    compile_all()
    with tempfile.TemporaryDirectory() as temporary:
        data_dir = Path(temporary) / "drafts"
        fill(data_dir)
        turns = [[seconds(window, data_dir) for window in WINDOWS.values()] for _ in range(runs + 1)][1:]
    for name, times in zip(WINDOWS, zip(*turns, strict=True), strict=True):
        print(f"{name:24} {statistics.median(times):.3f} s")
    ratio = statistics.median(ours / empty for empty, ours in turns)
    print(f"{'ours / empty':24} {ratio:.2f}   (at most {MOST} is wanted)")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
