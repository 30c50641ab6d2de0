"""The keys of 你好 make 你好 with a real input method on a real X server."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGINE = Path("/usr/share/ibus/component/libpinyin.xml")


@pytest.mark.needs("Xvfb", "xdotool", "dbus-run-session", "ibus-daemon")
@pytest.mark.skipif(not ENGINE.exists(), reason="needs ibus-libpinyin")
def test_pinyin_makes_characters_in_a_heading_a_text_a_line_and_a_cell(display: str, tmp_path: Path) -> None:
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"), str(tmp_path))
    of_x = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_IM_MODULE": "ibus"}

    ended = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.fit.real_typing", str(tmp_path / "数据")],
        cwd=ROOT, env={**os.environ, **places, **of_x, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert ended.returncode == 0
    typed = json.loads(ended.stdout.splitlines()[-1])
    assert set(typed.values()) == {"你好"}
    assert len(typed) == 4
