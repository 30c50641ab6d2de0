"""A second start brings the first window forward; a window that was killed keeps nobody out."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import main
from models.occupancy import is_occupied, occupy
from tests.ui.conftest import Clerk
from ui import application as program
from ui import one_window
from ui.one_window import REQUEST_NAME, Doorbell, ring

ROOT = Path(__file__).resolve().parents[2]


def start(data_dir: Path) -> subprocess.Popen[str]:
    """The program as a clerk starts it."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "main.py", "--data-dir", str(data_dir)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip


@contextmanager
def first_window(qtbot: QtBot, data_dir: Path) -> Iterator[subprocess.Popen[str]]:
    """A window in another process, from when it has the folder."""
    with start(data_dir) as first:
        try:
            qtbot.waitUntil(lambda: is_occupied(data_dir), timeout=60_000)
            yield first
        finally:
            first.kill()


def test_two_windows_or_instances_overwrite_each_other(qtbot: QtBot, data_dir: Path) -> None:
    """The second start ends with one sentence while the first goes on; a killed one keeps nobody out.

    A command works beside the window.
    """
    with first_window(qtbot, data_dir) as first:
        assert main.main(["--data-dir", str(data_dir), "list"]) == 0
        second = start(data_dir)
        said = second.communicate(timeout=60)

        assert (second.returncode, said[0], said[1].count("\n")) == (0, "", 1), said
        assert "已经打开" in said[1]
        assert first.poll() is None
        first.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)

    with first_window(qtbot, data_dir) as next_one:
        assert next_one.poll() is None


def test_a_ring_brings_a_window_forward_that_was_made_small(clerk: Clerk) -> None:
    window = clerk.window
    window.store.list()
    Doorbell(clerk.data_dir, window)
    window.showMinimized()
    clerk.qtbot.waitUntil(window.isMinimized)

    (clerk.data_dir / REQUEST_NAME).touch()

    clerk.qtbot.waitUntil(lambda: not window.isMinimized() and window.isVisible())
    assert not (clerk.data_dir / REQUEST_NAME).exists()


def test_a_maximised_window_stays_so(clerk: Clerk) -> None:
    clerk.window.showMaximized()

    one_window.bring_forward(clerk.window)

    assert clerk.window.windowState() & Qt.WindowState.WindowMaximized


def test_a_window_that_does_not_answer_is_said_to_hang(
    qtbot: QtBot, data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(one_window, "say_and_end", shown.append)
    monkeypatch.setattr(one_window, "ring", lambda folder: ring(folder, 0.0))

    with occupy(data_dir):
        assert program.run(data_dir) == 2

    assert "没有回应" in shown[0]
    assert "任务管理器" in shown[0]
    assert capsys.readouterr().err.strip() == shown[0]
    assert not (data_dir / REQUEST_NAME).exists()
