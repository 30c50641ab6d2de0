"""The command line as a clerk's scripts and outside checks use it."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import main
import resources
from models.database import file_in

SAMPLE = resources.path("sample/report.txt")


class Shell:
    """Runs commands on one data folder and remembers the last output."""

    def __init__(self, data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._data_dir, self._capsys = data_dir, capsys

    def __call__(self, *arguments: object, status: int = 0) -> dict[str, Any]:
        """The JSON answer of a command that ends with `status`."""
        ended = main.main(["--data-dir", str(self._data_dir), "--json", *map(str, arguments)])
        said = self._capsys.readouterr()
        assert ended == status, said.err
        return json.loads(said.out)

    def refused(self, *arguments: object) -> str:
        """The one sentence on stderr of a command that cannot be met."""
        assert main.main(["--data-dir", str(self._data_dir), *map(str, arguments)]) == 2
        said = self._capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        return said.err.strip()


def rows(data_dir: Path) -> list[str]:
    """Everything the drafts of a folder hold, as the statements that would write it anew."""
    with closing(sqlite3.connect(file_in(data_dir))) as drafts:
        return list(drafts.iterdump())


@pytest.fixture
def shell(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(data_dir, capsys)


@pytest.fixture(scope="session")
def folder_with_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder into which the sample was imported; made once, to be copied."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    assert main.main(["--data-dir", str(folder), "import", str(SAMPLE)]) == 0
    return folder


@pytest.fixture
def imported(folder_with_sample: Path, data_dir: Path) -> str:
    """The sample as a stored report: its id."""
    shutil.copytree(folder_with_sample, data_dir, dirs_exist_ok=True)
    return "1"
