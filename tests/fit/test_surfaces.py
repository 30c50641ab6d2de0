"""Every surface of the window fits a small screen, can be read, and is reached by keyboard and screen reader."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCREEN = {"name": "small", "x": 0, "y": 0, "width": 1366, "height": 728, "logicalDpi": 96, "dpr": 1}
"""1366 × 768 without the system's own bar."""


@pytest.fixture
def screen(tmp_path: Path) -> str:
    """The platform with this screen."""
    file = tmp_path / "screen.json"
    file.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
    return f"offscreen:configfile={file}"


LOOKS = [
    pytest.param("1", "rooms,names,wheels,keyboard", "light", "100", id="100% to touch"),
    pytest.param("2", "rooms,inks", "dark", "100", id="200% dark"),
]
MORE_LOOKS = [
    pytest.param("1.25", "rooms,inks", "dark", "125", id="125% dark, larger texts"),
    pytest.param("1.5", "rooms,inks", "stark", "100", id="150% stark"),
    pytest.param("2", "rooms,inks", "system", "100", id="200%"),
]
"""Each takes half a minute, so they are left to a run of their own: `ALL_LOOKS=1 ./run test tests/fit`."""


@pytest.mark.parametrize(
    ("factor", "kinds", "ground", "text_size"),
    [*LOOKS, *(MORE_LOOKS if os.environ.get("ALL_LOOKS") else ())],
)
def test_every_surface_fits_is_read_and_is_reached(
    screen: str, factor: str, kinds: str, ground: str, text_size: str
) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": screen,
        "QT_SCALE_FACTOR": factor,
        "PYTHONPATH": str(ROOT),
    }
    ended = subprocess.run(
        [sys.executable, "-m", "tests.fit.look_over", kinds, ground, text_size],
        cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == {kind: {} for kind in kinds.split(",")}
