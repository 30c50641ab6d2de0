"""What the window remembers holds until the folder it names is gone."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Clerk
from ui import pane_memory
from ui import settings as settings_module
from ui.backup_clock import BackupClock
from ui.declared_settings import DECLARED, UNIT_NUMBER
from ui.setting import Setting
from ui.settings import (
    BACKUP_COPIED,
    COLLECT_FOLDER,
    FOUND_WORDS,
    GONE_TO,
    LAST_ORGAN,
    MANUAL_ZOOM,
    RETURNS_FOLDER,
    Settings,
    documents_folder,
)

SPOILT = (
    *(
        "",
        "nonsense",
        "-1",
        "²",
        "1e9",
        "0001-01-01",
        "[1]",
        "{",
        "[" * 9000,
        "findings 9 2",
        "a, b",
        "@Variant(\\0)",
    ),
    *("nowhere 300 1", "preview 9999999999999 1", "@ByteArray(x)", "/no/such/folder"),
)


def test_choosing_begins_in_the_first_folder_that_is_still_there(qapp: object, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.folder_used(RETURNS_FOLDER, COLLECT_FOLDER) == documents_folder()

    settings.set(RETURNS_FOLDER, str(tmp_path / "拔掉的U盘"))
    settings.set(COLLECT_FOLDER, str(tmp_path))

    assert settings.folder_used(RETURNS_FOLDER, COLLECT_FOLDER) == tmp_path


def write(folder: Path, values: dict[str, str]) -> Settings:
    """What another program, or a hand, left in the file."""
    groups: dict[str, list[str]] = {}
    for key, value in values.items():
        group, _, name = key.partition("/")
        groups.setdefault(group, []).append(f"{name}={value}")
    lines = [line for group, found in groups.items() for line in (f"[{group}]", *found)]
    (folder / "window.ini").write_text("\n".join(lines), encoding="utf-8")
    return Settings(folder)


@pytest.mark.parametrize("value", SPOILT)
def test_a_spoilt_value_is_as_if_it_had_never_been_set(qapp: object, tmp_path: Path, value: str) -> None:
    report = "1"
    bare = (BACKUP_COPIED, FOUND_WORDS, GONE_TO, MANUAL_ZOOM, Setting(f"pane/{report}"))
    settings = write(tmp_path, dict.fromkeys((one.key for one in bare), value))

    assert pane_memory.remembered(settings, report) is None
    assert BackupClock(settings).copied is None
    assert abs(int(settings.get(MANUAL_ZOOM))) <= 1
    assert settings.get(GONE_TO) == settings.get(FOUND_WORDS) == "[]"


@pytest.mark.parametrize("value", ["nonsense", "9999999999", "@Variant(\\0)", "a, b"])
def test_the_program_starts_and_shows_everything_whatever_its_settings_say(
    qtbot: QtBot, data_dir: Path, value: str
) -> None:
    bare = [one for one in vars(settings_module).values() if isinstance(one, Setting)]
    data_dir.mkdir(parents=True)
    write(data_dir, {one.key: value for one in (*bare, *DECLARED)})

    clerk = Clerk(qtbot, data_dir)
    clerk.window.open_store()
    clerk.begin_report()
    for entry, name in (
        ("backups", "backups_dialog"),
        ("settings", "settings_dialog"),
        ("export", "export_dialog"),
        ("signoff", "signoff_dialog"),
        ("keys", "keys_dialog"),
    ):
        clerk.find(QAction, f"action:{entry}").trigger()
        clerk.find(QDialog, name).close()


def test_words_with_commas_written_by_hand_stay_words(qapp: object, tmp_path: Path) -> None:
    assert write(tmp_path, {LAST_ORGAN.key: "a, b"}).get(LAST_ORGAN) == "a, b"


def test_a_number_written_with_braces_is_shown_as_it_is_written_today(qapp: object, tmp_path: Path) -> None:
    settings = write(tmp_path, {UNIT_NUMBER.key: "Y〔{year}〕{n}号"})

    assert settings.get(UNIT_NUMBER) == "Y〔年份〕〔序号〕号"
