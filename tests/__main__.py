"""`./run test`: every check of the house, the tests last and mypy beside them; stops at the first that fails.

With arguments (`./run test tests/models -k quantity`) only pytest runs and gets them.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parent.parent

IMPORT_LINTER = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"

# `python -m` instead of the programs in .venv/bin: those break when the folder is moved.
STEPS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format --check": ["-m", "ruff", "format", "--check", "."],
    "lint-imports": ["-c", IMPORT_LINTER, "--no-logo"],
    "pytest": ["-m", "pytest", f"--numprocesses={(os.cpu_count() or 1) + 1}", "--dist=worksteal"],
}
"""One process more than processors, for tests wait for LibreOffice and for disks now and then; long tests come as they
may, and whoever is done takes over from those who are not."""

BESIDE = ("mypy", ["-m", "mypy"])

MEMORY_DISK = Path("/dev/shm")
ROOM_ON_IT = 4 * 2**30
"""What a run may need at most. A store waits for the disk at each write; here there is nothing to wait for."""


def main(pytest_arguments: list[str]) -> int:
    """Run the steps and return the first exit status that is not 0."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with folder_for_tests() as folder:
        more = [f"--basetemp={folder / 'tests'}"] if folder else []
        if pytest_arguments:
            return run_steps({"pytest": ["-m", "pytest", *pytest_arguments, *more]})
        with Beside(*BESIDE) as beside:
            return run_steps(STEPS | {"pytest": [*STEPS["pytest"], *more]}, beside)


class Beside:
    """A check that takes one processor for long, made while the steps go on; what it says is shown if it fails."""

    def __init__(self, name: str, arguments: list[str]) -> None:
        self.name = name
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 -- closed in __exit__
        self._process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, stdout=self._said, stderr=subprocess.STDOUT
        )

    def has_failed(self, *, waits: bool = False) -> bool:
        """Whether it is over and found something; `waits` until it is over."""
        return bool(self._process.wait() if waits else self._process.poll())

    def fail(self) -> int:
        """Show what it said; returns its exit status."""
        self._said.seek(0)
        print(self._said.read().decode(errors="replace"), f"没有通过：{self.name}", sep="\n", file=sys.stderr)
        return self._process.returncode

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.wait()
        self._said.close()


def run_steps(steps: dict[str, list[str]], beside: Beside | None = None) -> int:
    """One after the other until one fails, or what is done beside them."""
    for number, (name, arguments) in enumerate(steps.items(), start=1):
        print(f"── {number}/{len(steps)} {name}", flush=True)
        status = finish(subprocess.Popen([sys.executable, *arguments], cwd=ROOT), beside)
        if beside is not None and beside.has_failed():
            return beside.fail()
        if status:
            print(f"没有通过：{name}", file=sys.stderr)
            if left_out := list(steps)[number:]:
                print(f"因此没有运行：{'、'.join(left_out)}", file=sys.stderr)
            return status
    if beside is not None and beside.has_failed(waits=True):
        return beside.fail()
    return 0


def finish(process: subprocess.Popen[bytes], beside: Beside | None) -> int:
    """Wait for a step, or end it as soon as what is done beside it has failed; returns its exit status."""
    while True:
        with suppress(subprocess.TimeoutExpired):
            return process.wait(timeout=1)
        if beside is not None and beside.has_failed():
            process.terminate()


@contextmanager
def folder_for_tests() -> Iterator[Path | None]:
    """A folder in memory for the tests' files, gone afterwards; None where there is no such disk or no room on it."""
    try:
        disk = os.statvfs(MEMORY_DISK)
        has_room = disk.f_bavail * disk.f_frsize >= ROOM_ON_IT
    except (AttributeError, OSError):  # Windows, macOS
        has_room = False
    if not has_room:
        yield None
        return
    with tempfile.TemporaryDirectory(
        prefix="fazhi-nianbao-", dir=MEMORY_DISK, ignore_cleanup_errors=True
    ) as name:
        yield Path(name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
