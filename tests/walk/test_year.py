"""The whole way through the year, with mouse and keys, where there is no screen; and all the manual shows."""

from pathlib import Path

import resources
from tests.walk.camera import Camera
from tests.walk.hands import QtHands
from tests.walk.screens import SCREENS
from tests.walk.steps import STEPS
from tests.walk.year import begin


def test_a_clerk_gets_from_the_first_start_to_the_final_papers_and_sees_all_that_is_pictured(
    qtbot: object, tmp_path: Path
) -> None:
    year = begin(tmp_path, QtHands(), Camera(None))
    try:
        for step in (*STEPS, *SCREENS):
            step.do(year)
    finally:
        year.window.close()

    pictures = {file.stem for file in resources.manual_path("pictures").glob("*.png")}
    assert set(year.camera.taken) == pictures
