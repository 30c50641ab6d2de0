"""`selfcheck` from the outside."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.database import file_in
from tests.shell import Shell

ROOT = Path(__file__).resolve().parents[2]


def test_every_check_answers_with_its_name_and_a_sentence(shell: Shell) -> None:
    checks = shell("selfcheck")["checks"]

    assert [set(one) for one in checks] == [{"name", "ok", "words"}] * len(checks)
    assert {"运行环境", "依赖库", "窗口", "中文输入", "字体", "磁盘", "草稿文件夹", "草稿库", "数据备份"} == {
        one["name"] for one in checks
    }
    assert all(one["ok"] for one in checks)


def test_something_wrong_ends_with_one(shell: Shell, data_dir: Path) -> None:
    data_dir.mkdir()
    file_in(data_dir).touch(mode=0o600)
    file_in(data_dir).write_bytes(b"no database at all" * 100)

    checks = shell("selfcheck", status=1)["checks"]

    assert [one["name"] for one in checks if not one["ok"]] == ["草稿库"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a screen")
def test_it_runs_without_a_screen(data_dir: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}

    ended = subprocess.run(
        [sys.executable, "main.py", "--data-dir", str(data_dir), "selfcheck", "--json"],
        cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert {one["name"]: one["words"] for one in json.loads(ended.stdout)["checks"]}["窗口"]
    assert ended.stderr == ""
