"""`run` with a stand-in for .venv: what it hands on, and when it sets up."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="run.cmd is used there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set-up copy whose python only prints its arguments, one a line."""
    folder = tmp_path / "法治 年报"
    (folder / ".venv/bin").mkdir(parents=True)
    for name in ("run", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, folder)
    for name in ("requirements.txt", "requirements-dev.txt"):
        shutil.copy(folder / name, folder / ".venv")
    (folder / ".venv/qt-libraries-found").touch()
    python = folder / ".venv/bin/python"
    python.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n", encoding="utf-8")
    python.chmod(0o755)
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [folder / "run", *arguments], cwd="/", capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("arguments", [(), ("--json", "show", "3"), ("import", "a b.docx", "", "*")])
def test_arguments_reach_main_unchanged(folder: Path, arguments: tuple[str, ...]) -> None:
    result = run(folder, *arguments)

    assert result.stdout.split("\n")[:-1] == [str(folder / "main.py"), *arguments]
    assert result.stderr == ""


def test_test_hands_the_rest_to_the_list_of_checks(folder: Path) -> None:
    assert run(folder, "test", "-k", "a or b").stdout.split("\n")[:-1] == ["-m", "tests", "-k", "a or b"]


def test_changed_requirements_are_installed_and_remembered(folder: Path) -> None:
    with (folder / "requirements.txt").open("a", encoding="utf-8") as requirements:
        requirements.write("# changed\n")

    first, second = run(folder, "list"), run(folder, "list")

    assert "--require-hashes" in first.stderr  # pip's command line, as the stand-in prints it
    assert first.stdout == second.stdout
    assert second.stderr == ""


def test_failed_installation_is_told_and_tried_again(folder: Path) -> None:
    (folder / "requirements.txt").write_text("", encoding="utf-8")
    (folder / ".venv/bin/python").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")

    result = run(folder, "list")

    assert result.returncode == 2
    assert result.stdout == ""
    assert "请检查网络" in result.stderr
    assert not (folder / ".venv/unfinished").exists()


def test_an_unsuitable_python_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON", "/bin/false")
    (folder / ".venv/unfinished").touch()

    result = run(folder, "list")

    assert result.returncode == 2
    assert result.stderr == "PYTHON=/bin/false 不能用：需要 Python 3.11、3.12 或 3.13。\n"
