"""How long our window takes to appear, side by side with an empty Qt window; each run is a fresh process.

Usage: .venv/bin/python benchmarks/startup.py [RUNS]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

BEFORE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
"""

AFTER = """
window.show()
QTimer.singleShot(0, application.quit)  # comes after the first paint
application.exec()
"""

WINDOWS = {
    "an empty QMainWindow": "window = QMainWindow()",
    "ours": "from ui.main_window import open_window; window = open_window(Path(sys.argv[1]))",
}


def seconds(make_window: str, data_dir: Path) -> float:
    """Wall time of one process from its start to its end, right after the first paint."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    program = "\n".join((BEFORE, make_window, AFTER))
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, data_dir], cwd=ROOT, env=environment, check=True)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Take turns, so that a busy moment of the machine hits both; the first turn only warms the disk."""
    with tempfile.TemporaryDirectory() as folder:
        turns = [[seconds(window, Path(folder)) for window in WINDOWS.values()] for _ in range(runs + 1)]
    for name, times in zip(WINDOWS, zip(*turns[1:], strict=True), strict=True):
        print(f"{name:24} {statistics.median(times):.3f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
