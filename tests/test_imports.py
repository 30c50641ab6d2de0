"""What cli.py and main.py may not import: import-linter reads packages only, and these are single files."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LIBRARIES = {"docx", "fontTools", "openpyxl", "reportlab", "sqlalchemy"}
FORBIDDEN = {
    "cli.py": LIBRARIES | {"PySide6", "ui", "main"},
    "main.py": LIBRARIES,
}


def imported_packages(source: str) -> set[str]:
    """Names of the top-level packages imported anywhere in the source, also inside functions."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").partition(".")[0])
    return names


@pytest.mark.parametrize("file", FORBIDDEN)
def test_single_files_leave_out_what_they_may_not_know(file: str) -> None:
    source = (ROOT / file).read_text(encoding="utf-8")

    assert not imported_packages(source) & FORBIDDEN[file]


def test_imports_inside_functions_are_seen() -> None:
    source = "import sys\ndef run():\n    from docx.shared import Pt\n    import openpyxl.styles"

    assert imported_packages(source) == {"sys", "docx", "openpyxl"}
