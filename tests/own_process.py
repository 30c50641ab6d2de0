"""Python code run in a process of its own, without a screen: what is loaded there is what the code asks for."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run_code(code: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run code with arguments in the program's folder; a warning is an error there."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **environment},
        check=False,
    )
