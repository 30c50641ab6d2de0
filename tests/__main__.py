"""`./run test`: every check of the house one after the other, the tests last; stops at the first that fails.

With arguments (`./run test tests/models -k quantity`) only pytest runs and gets them.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

IMPORT_LINTER = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"

# `python -m` instead of the programs in .venv/bin: those break when the folder is moved.
STEPS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format --check": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", IMPORT_LINTER, "--no-logo"],
    "pytest": ["-m", "pytest", "--numprocesses=auto"],
}


def main(pytest_arguments: list[str]) -> int:
    """Run the steps and return the first exit status that is not 0."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    steps = {"pytest": ["-m", "pytest", *pytest_arguments]} if pytest_arguments else STEPS

    for number, (name, arguments) in enumerate(steps.items(), start=1):
        print(f"── {number}/{len(steps)} {name}", flush=True)
        status = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False).returncode
        if status:
            print(f"没有通过：{name}", file=sys.stderr)
            if left_out := list(steps)[number:]:
                print(f"因此没有运行：{'、'.join(left_out)}", file=sys.stderr)
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
