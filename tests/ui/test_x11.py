"""Keys on a real X server: focus and painting behave as on a clerk's screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_TEST = "tests/ui/test_walk.py::test_the_keyboard_alone_is_enough"
"""The whole year on such a server: `python -m tests.walk`."""


@pytest.mark.needs("Xvfb")
def test_the_keyboard_alone_is_enough_on_x11(display: str) -> None:
    arguments = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", _TEST]

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
