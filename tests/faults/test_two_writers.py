"""Two processes that write into one report lose none of each other's work."""

import sys
from pathlib import Path

import pytest

from tests.faults.two_writers import contest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fork server is POSIX's")


def test_two_processes_editing_one_report_lose_no_update(tmp_path: Path) -> None:
    found = contest(tmp_path / "数据 目录", 60, "test")

    assert found.acknowledged > 40
    assert found.lost == ()
    assert found.complaints == ()
