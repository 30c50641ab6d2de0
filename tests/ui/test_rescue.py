"""The last hook: the draft is saved before anything is said, and nothing that is written quotes a report."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton
from pytestqt.exceptions import capture_exceptions

from models.errors import UserError
from tests.ui.conftest import Clerk
from ui import background, crash_dialog, crash_log, rescue
from ui.crash_dialog import CrashDialog


@pytest.fixture
def rescued(drafting: Clerk, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """A clerk whose window has the hook; it is taken off again."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    rescue.install(drafting.window, drafting.data_dir)
    return drafting


def rise(error: Exception) -> None:
    sys.excepthook(type(error), error, None)


def test_an_unexpected_error_saves_the_draft_and_offers_its_details(rescued: Clerk) -> None:
    rescued.type(rescued.find(QLineEdit, "field:notes"), "最后的字")

    rise(ZeroDivisionError("除数为零"))

    store = rescued.window.store
    assert store.load(store.list()[0].id).letterhead.notes == "最后的字"
    dialog = rescued.find(CrashDialog, "crash_dialog")
    assert "都已保存" in dialog.words
    dialog.findChild(QPushButton, "crash_copy").click()
    assert "ZeroDivisionError" in QApplication.clipboard().text() == dialog.details


def test_a_second_error_is_added_to_what_is_being_said(rescued: Clerk) -> None:
    rise(ZeroDivisionError())
    rise(KeyError())

    (dialog,) = rescued.window.findChildren(CrashDialog)
    assert "2 次" in dialog.words
    assert "ZeroDivisionError" in dialog.details
    assert "KeyError" in dialog.details


@pytest.mark.parametrize(("button", "is_open"), [("crash_go_on", True), ("crash_leave", False)])
def test_after_an_error_the_clerk_goes_on_or_leaves(rescued: Clerk, button: str, is_open: bool) -> None:
    rise(ZeroDivisionError())

    rescued.click(button)

    assert rescued.window.isVisible() is is_open
    assert rescued.window.findChild(CrashDialog) is None


def test_a_mistake_beside_the_window_is_said_in_one_dialog(rescued: Clerk) -> None:
    """What it stopped is answered in words, and the mistake rises besides."""
    hook = sys.excepthook
    with capture_exceptions() as rises:
        background.run(lambda: 1 // 0, print, rescued.window.complain, rescued.window)
        rescued.qtbot.waitUntil(lambda: bool(rises), timeout=20_000)
    hook(*rises[0])

    assert len(rescued.window.findChildren(CrashDialog)) == 1
    assert rescued.window.findChild(QMessageBox) is None


def test_the_log_is_a_click_away(rescued: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(crash_dialog, "open_place", opened.append)
    rise(ZeroDivisionError())

    rescued.click("crash_folder")

    assert opened == [rescued.data_dir / "crashes"]


def test_a_failed_save_is_not_called_a_success(rescued: Clerk) -> None:
    def refuse(_report: object, _before: object) -> None:
        raise UserError("磁盘已满。")

    rescued.window.view.draft._save = refuse
    rescued.type(rescued.find(QLineEdit, "field:notes"), "最后的字")

    rise(ZeroDivisionError("除数为零"))

    assert "没有存下来" in rescued.find(CrashDialog, "crash_dialog").words
    rescued.window.view.draft.give_up()


def test_an_error_of_the_clerks_is_shown_as_its_sentence(rescued: Clerk) -> None:
    rise(UserError("文件不见了，什么也没有改动。"))

    assert rescued.find(QMessageBox, "message").text() == "文件不见了，什么也没有改动。"


SECRET = "云岭县某某案件的当事人"


def fall(words: str) -> None:
    """Its own name and place may be told; what it holds and says may not."""
    held = {words: words}
    try:
        raise KeyError(held[words])
    except KeyError as error:
        raise ValueError(f"bad text: {words}") from error


def fallen() -> Exception:
    try:
        fall(SECRET)
    except ValueError as error:
        return error
    raise AssertionError


def test_the_crash_log_holds_places_but_no_text_of_the_report(rescued: Clerk) -> None:
    error = fallen()

    sys.excepthook(type(error), error, error.__traceback__)

    file = rescued.data_dir / "crashes" / "errors.txt"
    written = file.read_text("utf-8")
    assert SECRET not in written
    assert "bad text" not in written
    assert "builtins.ValueError" in written
    assert "builtins.KeyError" in written
    assert "test_rescue.py" in written
    dialog = rescued.find(CrashDialog, "crash_dialog")
    assert str(file) in dialog.words
    assert SECRET not in dialog.details + dialog.words


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX's")
def test_the_crash_log_is_the_users_alone_and_never_grows_large(tmp_path: Path) -> None:
    file = [crash_log.note(tmp_path, "甲" * 40_000) for _ in range(3)][-1]

    assert file is not None
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert file.stat().st_size == 200_000


def test_a_crash_log_that_cannot_be_written_is_not_promised(tmp_path: Path) -> None:
    assert crash_log.note(tmp_path / "gone", "甲") is None


HARD = """
import faulthandler, sys
from pathlib import Path
from ui.crash_log import hard_crashes_noted
with hard_crashes_noted(Path(sys.argv[1])):
    if sys.argv[2] == "fall":
        faulthandler._sigabrt()
"""


@pytest.mark.parametrize("end", ["fall", "quit"])
def test_a_process_that_falls_leaves_its_places_behind_and_one_that_ends_nothing(
    tmp_path: Path, end: str
) -> None:
    subprocess.run(
        [sys.executable, "-c", HARD, str(tmp_path), end],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        check=False,
    )

    file = tmp_path / "crashes" / "hard.txt"
    assert file.exists() == (end == "fall")
    if end == "fall":
        assert "Fatal Python error: Aborted" in file.read_text("utf-8")
