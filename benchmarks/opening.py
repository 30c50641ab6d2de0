"""How long a report takes from the double click to its first paint; each run is a fresh process with its window up.

Usage: .venv/bin/python benchmarks/opening.py [RUNS]
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETTLED_S = 2.0
"""A clerk has read the list by then."""
MOST = 0.3

PROGRAM = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.application import application
from ui.main_window import open_window

app = application()
window = open_window(Path(sys.argv[1]))
window.show()

def say(begun, opened):
    print(opened - begun, time.monotonic() - begun, flush=True)
    os._exit(0)

def begin():
    begun = time.monotonic()
    window.open_report(window.store.list()[0].id)
    opened = time.monotonic()
    window.view.late_pages.painted.connect(lambda: say(begun, opened))

QTimer.singleShot(int(float(sys.argv[2]) * 1000), begin)
app.exec()
"""


def fill(data_dir: Path) -> None:
    """One report as long as they are."""
    from actions.sample import sample_report
    from models.store import Store

    with Store.open(data_dir) as store:
        store.create(sample_report())


def seconds(data_dir: Path) -> tuple[float, float]:
    """Until the report's widgets are there, and until the first tab is painted."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, data_dir, str(SETTLED_S)],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    made, painted = map(float, done.stdout.split())
    return made, painted


def main(runs: int) -> None:
    """The first run only warms the disk."""
    with tempfile.TemporaryDirectory() as temporary:
        data_dir = Path(temporary) / "drafts"
        fill(data_dir)
        found = [seconds(data_dir) for _ in range(runs + 1)][1:]
    made, painted = (statistics.median(times) for times in zip(*found, strict=True))
    print(f"widgets made {made:.3f} s, painted {painted:.3f} s   (at most {MOST} s is wanted)")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
