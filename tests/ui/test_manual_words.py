"""What the manual says of the window is true: its words are on buttons, its keys do something, its places exist."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from models.manual import manual_pages
from tests.ui.conftest import Clerk
from ui.keys_list import key_lines
from ui.manual_places import PLACES

ROOT = Path(__file__).resolve().parents[2]
PAGES = manual_pages()
_WORD, _KEY = re.compile("【([^】]+)】"), re.compile("`([^`]+)`")
_NO_KEYS = {"./run selfcheck", "Ctrl+V", "→", "←", "Esc", "Alt+↑", "Alt+↓"}
"""A command, and keys of Qt's own widgets or of the tour, each in a test of its own."""


@pytest.fixture
def on_screen() -> set[str]:
    """A process of its own brings up every surface of the window."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.fit.words"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    return set(json.loads(ended.stdout))


def test_words_in_brackets_stand_in_the_window(on_screen: set[str]) -> None:
    named = {(page.name, word) for page in PAGES for word in _WORD.findall(page.text)}

    assert len(named) > 50
    assert sorted(one for one in named if one[1] not in on_screen) == []


def test_keys_in_the_manual_are_keys_of_the_window(drafting: Clerk) -> None:
    known = {key for line in key_lines(drafting.window) for key in line.keys.split("、")} | _NO_KEYS
    named = {key for page in PAGES for key in _KEY.findall(page.text)}

    assert named - known == set()


def test_every_place_of_the_window_has_a_page_that_exists() -> None:
    pages = {page.name: page.headings for page in PAGES}
    wrong = [
        place
        for place in PLACES.values()
        if place.partition("#")[0] not in pages
        or ("#" in place and place.partition("#")[2] not in pages[place.partition("#")[0]])
    ]

    assert wrong == []


def test_every_dialog_has_its_page() -> None:
    names = {
        node.args[1].value
        for file in (ROOT / "ui").glob("*dialog.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "look.named"
        if ast.unparse(node.args[0]) == "self" and isinstance(node.args[1], ast.Constant)
    }

    assert len(names) > 20
    assert names - PLACES.keys() == set()
