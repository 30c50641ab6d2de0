"""The strip above the window speaks of a bad place and is not there in a good one."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.report import Report
from models.store import Store
from tests.bound import run_bound
from tests.ui.conftest import Clerk
from ui.place_note import PlaceNote

OPENED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.application import application
from ui.main_window import open_window
from ui.place_note import PlaceNote
window = open_window(Path(sys.argv[1]))
window.show()
note = window.findChild(PlaceNote)
def look():
    if note.isVisible():
        timer.stop()
        window.open_report("1")
        print(note.text(), window.view is not None, window.store.is_read_only)
        window.close()
        application().quit()
timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
application().exec()
"""


def test_a_window_on_a_good_place_says_nothing_of_it(clerk: Clerk) -> None:
    clerk.window.store.list()
    note = clerk.find(PlaceNote, "place_note")

    note.look_again()

    assert not note.isVisible()


def test_a_window_on_a_synchronised_folder_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = Clerk(qtbot, tmp_path / "坚果云" / "数据")
    note = clerk.find(PlaceNote, "place_note")

    qtbot.waitUntil(note.isVisible)

    assert "坚果云" in note.text()
    assert note.accessibleDescription() == note.text()


@pytest.mark.needs("setpriv")
def test_a_readonly_database_on_start_opens_with_a_banner(data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        store.create(Report(2024, "county-regulation"))
    data_dir.chmod(0o555)
    try:
        ended = run_bound("-c", OPENED, data_dir)
    finally:
        data_dir.chmod(0o755)

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith(f"只读：“{data_dir}”不能写入")
    assert ended.stdout.endswith("True True\n")
    assert [one.name for one in data_dir.iterdir()] == ["drafts.db"]


def test_a_window_in_which_no_chinese_can_be_typed_says_what_to_do(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = clerk.find(PlaceNote, "place_note")
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")

    note.look_again()

    assert note.isVisible()
    assert "export QT_IM_MODULE=ibus" in note.text()
    monkeypatch.setenv("QT_IM_MODULE", "ibus")
    monkeypatch.delenv("XMODIFIERS", raising=False)
    monkeypatch.delenv("QT_IM_MODULES", raising=False)
    note.look_again()
    assert note.isHidden()
