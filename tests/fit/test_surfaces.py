"""Every surface of the window fits a small screen, can be read, and is reached by keyboard and screen reader."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fit.shares import ALL, SHARES, WRITTEN, of_share
from tests.fit.surfaces import SURFACES

ROOT = Path(__file__).resolve().parents[2]
SCREEN = {"name": "small", "x": 0, "y": 0, "width": 1366, "height": 728, "logicalDpi": 96, "dpr": 1}
"""1366 × 768 without the system's own bar."""


@pytest.fixture
def screen(tmp_path: Path) -> str:
    """The platform with this screen."""
    file = tmp_path / "screen.json"
    file.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
    return f"offscreen:configfile={file}"


EYES = "rooms,inks,tints,pictures"
HANDS = "names,wheels,keyboard"
LOOKS = [
    pytest.param("1", f"{EYES},{HANDS}", "light", "100", ALL, id="100%"),
    pytest.param("2", EYES, "system", "100", WRITTEN, id="200%"),
    pytest.param("1.5", EYES, "stark", "100", "rest/0", id="150% stark"),
    pytest.param("1.25", EYES, "dark", "125", "rest/1", id="125% dark, larger texts"),
]
EVERYWHERE = bool(os.environ.get("ALL_LOOKS"))
"""Whether each look is at all surfaces, and one more; that takes some two minutes."""
MORE_LOOKS = [pytest.param("2", EYES, "dark", "100", ALL, id="200% dark")]


@pytest.mark.parametrize(
    ("factor", "kinds", "ground", "text_size", "share"), [*LOOKS, *(MORE_LOOKS if EVERYWHERE else ())]
)
def test_every_surface_fits_is_read_and_is_reached(
    screen: str, factor: str, kinds: str, ground: str, text_size: str, share: str
) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": screen,
        "QT_SCALE_FACTOR": factor,
        "PYTHONPATH": str(ROOT),
    }
    ended = subprocess.run(
        [sys.executable, "-m", "tests.fit.look_over", kinds, ground, text_size, ALL if EVERYWHERE else share],
        cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == {kind: {} for kind in kinds.split(",")}


def test_every_surface_has_a_look_at_100_and_one_more() -> None:
    shares = [str(look.values[-1]) for look in LOOKS]

    assert sorted(shares) == sorted((ALL, *SHARES))
    dealt = [one.name for share in SHARES for one in of_share(share)]
    assert sorted(dealt) == sorted(one.name for one in SURFACES)
