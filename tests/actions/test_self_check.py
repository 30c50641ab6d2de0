"""The self-check finds what is wrong on a PC and with the drafts, says what to do, and changes nothing."""

import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from actions import checking_window
from actions.checking_drafts import check_backups, check_disk, check_file, check_folder
from actions.checking_window import check_input, check_window, missing_packages
from actions.self_check import check_fonts, check_packages, check_python
from models.backup import Reason, keep_backup
from models.database import file_in
from models.occupancy import occupy
from models.report import Report
from models.store import Store
from tests.drafts import damage

ROOT = Path(__file__).resolve().parents[2]
OLD = ROOT / "tests/models/old_databases"
NOW = datetime.now().astimezone()


@pytest.fixture
def drafts(data_dir: Path) -> Path:
    """A data folder with one report in it."""
    with Store.open(data_dir) as store:
        store.create(Report(2025, "county-regulation", preamble=("现报告如下。",)))
    return data_dir


def test_this_python_and_its_libraries_are_those_of_the_lists() -> None:
    assert check_python().ok
    assert check_packages(ROOT).ok
    assert "sqlalchemy" in check_packages(ROOT).words


def test_a_library_that_is_missing_or_another_version_is_named(tmp_path: Path) -> None:
    (tmp_path / "requirements.in").write_text("reportlab>=4\nno-such-library>=1\n", encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("reportlab==0.1 \\\nno-such-library==1.2\n", encoding="utf-8")

    found = check_packages(tmp_path)

    assert not found.ok
    assert "reportlab" in found.words
    assert "no-such-library" in found.words


def test_the_bundled_fonts_always_suffice() -> None:
    assert check_fonts().ok
    assert "自带字体" in check_fonts().words


def test_a_window_is_tried_in_another_process() -> None:
    assert check_window().ok
    assert "Qt 6." in check_window().words


def test_qt_that_does_not_load_is_told_with_the_packages_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking_window, "_PROBE", "import os; os.abort()")
    monkeypatch.setattr(checking_window, "missing_packages", lambda: ("libegl1", "libgl1"))

    found = check_window()

    assert not found.ok
    assert "sudo apt-get install -y libegl1 libgl1" in found.words


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings its libraries")
def test_each_missing_library_is_named_by_its_package() -> None:
    def loads(library: str) -> None:
        if library.startswith("libxcb-cursor"):
            raise OSError

    assert missing_packages(loads) == ("libxcb-cursor0",)


@pytest.mark.parametrize(
    ("environment", "plugins", "ok"),
    [
        ({}, ["ibus"], True),
        ({"QT_IM_MODULE": "ibus"}, ["ibus"], True),
        ({"QT_IM_MODULE": "fcitx"}, ["compose", "ibus"], False),
        ({"XMODIFIERS": "@im=fcitx"}, ["ibus"], False),
        ({"QT_IM_MODULE": "fcitx5"}, ["fcitx5"], True),
    ],
)
def test_no_fcitx_in_pip_wheels_is_said(environment: dict[str, str], plugins: list[str], ok: bool) -> None:
    found = check_input(environment, plugins)

    assert found.ok is ok
    assert ("QT_IM_MODULE=ibus" in found.words) is not ok


def test_a_disk_that_is_nearly_full_is_said(data_dir: Path) -> None:
    assert check_disk(data_dir).ok
    assert not check_disk(data_dir, least_mb=10**9).ok
    assert not data_dir.exists()


def test_a_folder_that_is_fine_is_said_to_be(drafts: Path) -> None:
    assert check_folder(drafts).ok
    with occupy(drafts) as occupancy:
        occupancy.sign()
        assert "窗口开着（本机" in check_folder(drafts).words


def test_a_folder_that_is_not_there_yet_is_fine_and_is_not_made(data_dir: Path) -> None:
    assert all(check(data_dir).ok for check in (check_folder, check_file, check_backups))
    assert not data_dir.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX's")
def test_drafts_that_others_can_read_are_said(drafts: Path) -> None:
    file_in(drafts).chmod(0o644)

    assert "别的用户也能读" in check_folder(drafts).words


def test_a_file_in_the_folders_place_is_said(data_dir: Path) -> None:
    data_dir.touch()

    assert "不是文件夹" in check_folder(data_dir).words


def test_sound_drafts_are_counted(drafts: Path) -> None:
    assert check_file(drafts).words == "完好，有1份报告。"


def test_damaged_drafts_are_said_and_left_alone(drafts: Path) -> None:
    damage(drafts, "UPDATE contents SET value = value || 'x'")
    before = file_in(drafts).read_bytes()

    found = check_file(drafts)

    assert not found.ok
    assert "已损坏" in found.words
    assert "recover" in found.words
    assert file_in(drafts).read_bytes() == before


def test_drafts_of_a_newer_program_are_refused_in_words(drafts: Path) -> None:
    with closing(sqlite3.connect(file_in(drafts))) as connection:
        connection.execute("PRAGMA user_version = 99")

    assert "更新版本" in check_file(drafts).words


def test_drafts_of_an_older_program_are_fine_and_not_brought_up_to_date(data_dir: Path) -> None:
    data_dir.mkdir()
    shutil.copy(OLD / "1.db", file_in(data_dir))

    assert "较早的版本" in check_file(data_dir).words
    assert [one.name for one in data_dir.iterdir()] == ["drafts.db"]


def test_drafts_emptied_beside_their_backups_are_said_as_on_opening(drafts: Path) -> None:
    keep_backup(drafts, Reason.ASKED)
    file_in(drafts).write_bytes(b"")

    found = check_file(drafts)

    assert not found.ok
    assert "recover" in found.words


def test_having_no_backup_is_a_reminder_on_the_first_day(drafts: Path) -> None:
    found = check_backups(drafts, NOW)

    assert (found.ok, found.is_reminder) == (True, True)
    assert "还没有备份" in found.words


def test_what_no_backup_holds_is_said_from_the_second_day(drafts: Path) -> None:
    assert check_backups(drafts, NOW).ok
    assert not check_backups(drafts, NOW + timedelta(days=2)).ok

    keep_backup(drafts, Reason.ASKED)

    assert check_backups(drafts, NOW + timedelta(days=2)).ok
