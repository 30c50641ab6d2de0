"""The whole way through the year, with mouse and keys, where there is no screen."""

from pathlib import Path

from tests.walk.camera import Camera
from tests.walk.hands import QtHands
from tests.walk.steps import STEPS
from tests.walk.year import begin


def test_a_clerk_gets_from_the_first_start_to_the_final_papers(qtbot: object, tmp_path: Path) -> None:
    year = begin(tmp_path, QtHands(), Camera(None))
    try:
        for step in STEPS:
            step.do(year)
    finally:
        year.window.close()
