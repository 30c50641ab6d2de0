"""`python -m tests.walk`: the walk on an X server of its own, with xdotool's mouse and keys.

`--pictures docs/manual/pictures` takes the manual's pictures on the way; `--hands qt` needs no X server.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.walk.screen import x_server

_FONTS = "FAZHI_FONT_FOLDERS"


def main(arguments: list[str]) -> int:
    """Walk; 0 where every claim held."""
    parser = argparse.ArgumentParser(prog="python -m tests.walk")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--hands", choices=("x", "qt"), default="x")
    parser.add_argument("--here", action="store_true", help="on the display there is")
    given = parser.parse_args(arguments)
    os.environ[_FONTS] = ""  # the bundled ones, as in the tests
    if given.hands == "x" and not given.here:
        return _on_a_server(arguments)
    os.environ["QT_QPA_PLATFORM"] = "xcb" if given.hands == "x" else "offscreen"
    _walk(given.hands, given.pictures)
    return 0


def _on_a_server(arguments: list[str]) -> int:
    with x_server() as display:
        command = [sys.executable, "-m", "tests.walk", "--here", *arguments]
        return subprocess.run(command, env={**os.environ, "DISPLAY": display}, check=False).returncode


def _walk(kind: str, pictures: Path | None) -> None:
    from tests.walk.camera import Camera
    from tests.walk.hands import QtHands
    from tests.walk.screens import SCREENS
    from tests.walk.steps import STEPS
    from tests.walk.x_hands import XHands
    from tests.walk.year import begin

    with tempfile.TemporaryDirectory(prefix="司法局-") as folder:
        os.environ["HOME"] = folder  # where papers go until another folder was chosen
        year = begin(Path(folder), XHands() if kind == "x" else QtHands(), Camera(pictures))
        for step in (*STEPS, *(SCREENS if pictures else ())):
            print(step.name, flush=True)
            step.do(year)
        year.window.close()
    print(f"{len(year.camera.taken)} 张图片" if pictures else "走完了")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
