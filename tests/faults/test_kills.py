"""A process killed at any moment leaves everything it had acknowledged, and nothing half."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.faults.deeds import DEEDS
from tests.faults.kills import kill_one
from tests.faults.telling import allowed

posix = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and the fork server are POSIX's")


@posix
@pytest.mark.parametrize("name", DEEDS)
def test_what_was_acknowledged_outlives_the_kill(name: str, tmp_path: Path) -> None:
    DEEDS[name].begin(tmp_path / "ready")

    found = kill_one(name, tmp_path / "ready", tmp_path / "数据 目录", f"test {name}")

    assert found.acknowledged
    assert found.complaints == ()


@posix
def test_a_kill_that_took_something_would_be_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "keeping versions"
    deed = DEEDS[name]
    deed.begin(tmp_path / "ready")

    def lose(folder: Path) -> dict:
        shutil.rmtree(folder)
        shutil.copytree(tmp_path / "ready", folder)
        return deed.read(folder)

    monkeypatch.setitem(DEEDS, name, type(deed)(deed.do, deed.begin, lose))

    assert kill_one(name, tmp_path / "ready", tmp_path / "one", "test").complaints


def test_what_was_begun_after_the_last_acknowledgement_may_stand_there_too() -> None:
    one, other = ("text", "1"), ("text", "2")

    may = allowed(
        [
            (True, {one: 0, other: 0}),
            (False, {one: 1}),
            (False, {one: 2}),
            (True, {one: 1}),
            (False, {one: 3}),
        ]
    )

    assert may == {one: [1, 2, 3], other: [0]}
