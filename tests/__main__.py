"""`./run test`: every check of the house one after the other, the tests last; stops at the first that fails.

With arguments (`./run test tests/models -k quantity`) only pytest runs and gets them.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

IMPORT_LINTER = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"

# `python -m` instead of the programs in .venv/bin: those break when the folder is moved.
STEPS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format --check": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", IMPORT_LINTER, "--no-logo"],
    "pytest": ["-m", "pytest", f"--numprocesses={(os.cpu_count() or 1) + 1}", "--dist=worksteal"],
}
"""One process more than processors, for tests wait for LibreOffice and for disks now and then; long tests come as they
may, and whoever is done takes over from those who are not."""

MEMORY_DISK = Path("/dev/shm")
ROOM_ON_IT = 4 * 2**30
"""What a run may need at most. A store waits for the disk at each write; here there is nothing to wait for."""


def main(pytest_arguments: list[str]) -> int:
    """Run the steps and return the first exit status that is not 0."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with folder_for_tests() as folder:
        return run_steps(pytest_arguments, [f"--basetemp={folder / 'tests'}"] if folder else [])


def run_steps(pytest_arguments: list[str], more: list[str]) -> int:
    """All steps, or pytest alone where it was given arguments; `more` are further ones for it."""
    steps = {"pytest": ["-m", "pytest", *pytest_arguments]} if pytest_arguments else STEPS
    for number, (name, arguments) in enumerate(steps.items(), start=1):
        print(f"── {number}/{len(steps)} {name}", flush=True)
        told = [*arguments, *more] if name == "pytest" else arguments
        status = subprocess.run([sys.executable, *told], cwd=ROOT, check=False).returncode
        if status:
            print(f"没有通过：{name}", file=sys.stderr)
            if left_out := list(steps)[number:]:
                print(f"因此没有运行：{'、'.join(left_out)}", file=sys.stderr)
            return status
    return 0


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
