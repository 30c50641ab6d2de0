"""Running the program as a user whom file modes bind. root may write everywhere, so it gives that power up first."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_GIVEN_UP = "--bounding-set=-dac_override,-dac_read_search"


def run_bound(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """This Python with arguments, in the program's folder; whoever calls it `needs("setpriv")`."""
    powers = ["setpriv", _GIVEN_UP] if os.geteuid() == 0 else []
    return subprocess.run(
        [*powers, sys.executable, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "FAZHI_FONT_FOLDERS": "", **environment},
    )
