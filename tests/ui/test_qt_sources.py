"""Qt loaded with its signatures left for later says and does the same as loaded whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.qt_sources import KeptCode

ROOT = Path(__file__).resolve().parents[2]
ASKING = """
import inspect
from PySide6.QtWidgets import QApplication, QLabel, QWidget

app = QApplication([])
for wrong in (lambda: QLabel("x").setText(1, 2), lambda: QLabel(3.4), lambda: QWidget().resize("a")):
    try:
        wrong()
    except TypeError as error:
        print(error)
from PySide6.QtCore import Qt
import PySide6.support.signature.lib.pyi_generator as pyi
print(inspect.signature(Qt.AlignmentFlag), pyi.generate_pyi.__name__, pyi.__file__, QLabel.__doc__)
"""
NAME = "shibokensupport/signature/parser.py"


def said(program: str) -> str:
    """What a process of its own prints."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_mistakes_are_told_in_the_same_words() -> None:
    whole = said(ASKING)

    assert "Supported signatures" in whole
    assert said(f"import ui\n{ASKING}") == whole


def test_signatures_are_not_read_before_somebody_asks() -> None:
    parser = "sys.modules['shibokensupport.signature.parser']"

    answer = said(
        f"import ui, sys\nprint('pyside_type_init' in vars({parser}), {parser}.pyside_type_init.__name__)"
    )

    assert answer.split() == ["False", "pyside_type_init"]


def compiled(file: Path, source: bytes, name: str = NAME) -> tuple[object, list[str]]:
    """The code of a source, and the names of what had to be compiled for it."""
    asked = []

    def usual(text: bytes, filename: str, mode: str) -> object:
        asked.append(filename)
        return compile(text, filename, mode)

    kept = KeptCode(file, usual)
    code = kept.compile(source, name, "exec")
    kept.write()
    return code, asked


@pytest.fixture(autouse=True)
def bytecode_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_a_source_is_compiled_once_and_again_when_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "kept.qt"

    first, asked = compiled(file, b"x = 1")
    assert asked == [NAME]
    assert compiled(file, b"x = 1") == (first, [])
    assert compiled(file, b"x = 2")[1] == [NAME]


@pytest.mark.parametrize("content", [b"", b"nothing of the kind", b"i\x01\x00\x00\x00", b"N"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kept.qt"
    file.write_bytes(content)

    assert compiled(file, b"x = 1")[1] == [NAME]
    assert compiled(file, b"x = 1")[1] == []


def test_where_nothing_can_be_written_everything_is_compiled(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    for _ in range(2):
        assert compiled(tmp_path / "file" / "kept.qt", b"x = 1")[1] == [NAME]
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_other_sources_are_none_of_its_business(tmp_path: Path) -> None:
    for _ in range(2):
        assert compiled(tmp_path / "kept.qt", b"x = 1", "<string>")[1] == ["<string>"]
