"""The same walk on a real X server: focus, keys and painting behave as on a clerk's screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.needs("Xvfb")
def test_the_clerks_way_works_on_x11(display: str) -> None:
    arguments = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/test_walk.py"]

    walk = subprocess.run(
        arguments,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert walk.returncode == 0, walk.stdout + walk.stderr
