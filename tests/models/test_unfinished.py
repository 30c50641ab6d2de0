"""What a killed backup left goes with the next one; nobody else's files do."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from models import unfinished
from models.backup import Reason, folder_in_second, keep_backup
from models.database import file_in
from models.report import Report
from models.store import Store


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


def left(folder: Path, process: int) -> list[Path]:
    """The files of a backup that `process` did not finish."""
    part = unfinished.unfinished(folder / "x.db")
    part = part.with_name(part.name.replace(f"-{os.getpid()}-", f"-{process}-"))
    files = [part, part.with_name(f"{part.name}-journal")]
    for file in files:
        file.touch()
    return files


@pytest.mark.skipif(sys.platform == "win32", reason="there only the age tells")
def test_left_over_by_a_killed_backup_it_goes_with_the_next(data_dir: Path, stick: Path) -> None:
    with Store.open(data_dir) as store:
        store.create(Report(2024, "county-regulation"))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    folder = folder_in_second(stick, data_dir)
    folder.mkdir()
    left(folder, ended.pid)
    others = [*left(folder, os.getppid()), folder / "电影.part", folder / "x.db.part"]
    for file in others:
        file.touch()

    made = keep_backup(data_dir, Reason.ASKED, second=stick)

    assert set(folder.iterdir()) == {*others, folder / made.file.name}


def test_after_an_hour_it_belongs_to_nobody_any_more(stick: Path) -> None:
    files = left(stick, os.getppid())
    now = files[0].stat().st_mtime

    unfinished.clear_away(stick, now + 3000)
    assert all(file.exists() for file in files)
    unfinished.clear_away(stick, now + 4000)
    assert list(stick.iterdir()) == []


def test_a_full_disk_names_the_backup(data_dir: Path, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    from models import backup
    from models.errors import UserError

    with Store.open(data_dir) as store:
        store.create(Report(2024, "county-regulation"))
    connect = sqlite3.connect

    def full() -> Any:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    def connected(address: Any, **options: Any) -> Any:
        return full() if str(address).endswith(".part") else connect(address, **options)

    monkeypatch.setattr(sqlite3, "connect", connected)
    with pytest.raises(UserError) as refused:
        backup.back_up(file_in(data_dir), stick / "备份.db")

    assert "备份.db”没有写完" in str(refused.value)
    assert list(stick.iterdir()) == []
