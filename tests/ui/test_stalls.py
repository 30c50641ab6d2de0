"""The window answers: on the walk its thread never stays away from the event loop so long that a clerk notices."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from tests.ui.watchdog import MOST_S, Stall, Watchdog

ROOT = Path(__file__).resolve().parents[2]
OPENING_S = 0.35
LONGER_S = dict.fromkeys(("open the sample", "open next year", "open the imported", "open again"), OPENING_S)
"""Steps that may take longer: the first tab, heading, pane and bars of a report that is opened are made in one go.
Where nothing else is going on that takes some 200 ms."""


def turn(milliseconds: int) -> None:
    """Let an event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@pytest.fixture
def dog(qtbot: QtBot):
    watching = Watchdog()
    watching.begin()
    yield watching
    watching.end()


def work() -> None:
    begun = time.thread_time()
    while time.thread_time() - begun < 2 * MOST_S:
        pass


def test_the_watchdog_sees_work_and_says_where(dog: Watchdog) -> None:
    QTimer.singleShot(0, work)
    turn(400)
    dog.stamp()

    (stall,) = dog.stalls
    assert stall.counted > MOST_S
    assert any("in work" in stack or "work" in stack for _, stack in stall.stacks)


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="what a thread waits for is seen on Linux only"
)
def test_the_watchdog_sees_waiting(dog: Watchdog) -> None:
    QTimer.singleShot(0, lambda: time.sleep(4 * MOST_S))
    turn(600)
    dog.stamp()

    assert [one for one in dog.stalls if one.waited > MOST_S]


def test_an_idle_window_is_no_stall(dog: Watchdog) -> None:
    turn(300)

    assert dog.stalls == ()


def walk(folder: Path) -> list[Stall]:
    """The stalls of a walk in a process of its own that are longer than they may be."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.stall_walk", str(folder)],
        cwd=ROOT,
        env={**os.environ, "SHORT": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    stalls = [Stall(**one) for one in json.loads(done.stdout.splitlines()[-1])]
    return [one for one in stalls if one.counted > LONGER_S.get(one.step, MOST_S)]


def test_nothing_on_the_walk_holds_the_window(tmp_path: Path) -> None:
    """What was in the way once may have been another program; the program's own stall is there each time."""
    stalls = walk(tmp_path / "first")
    again = {one.step for one in walk(tmp_path / "second")} if stalls else set()

    assert [str(one) for one in stalls if one.step in again] == []
