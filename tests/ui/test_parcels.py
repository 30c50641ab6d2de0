"""打包带走 and 打开带来的包: packed with what was typed last, looked at first, and nothing is overwritten."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from actions.packing import pack, read_parcel, unpack
from models.report import Report
from models.store import Store
from models.version import Occasion
from tests.ui.conftest import Clerk
from ui.unpack_dialog import UnpackDialog

WAIT = 60_000
REPORT = Report(2025, "county-regulation", preamble=("全年推进依法行政。",))


@pytest.fixture(autouse=True)
def passwords_are_tried_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.password_seal.COST", 2**10)


@pytest.fixture
def carried(clerk: Clerk, tmp_path: Path) -> Path:
    """A parcel of the clerk's report, in which another PC has written the opening words anew."""
    store = clerk.window.store
    store.create(REPORT)
    first = pack(store, "1", tmp_path / "去.fznb")
    with Store.open(tmp_path / "另一台电脑") as other:
        report_id = unpack(other, read_parcel(first)).id
        other.edit(report_id, lambda stored: replace(stored, preamble=("另一台电脑上写的。",)))
        return pack(other, report_id, tmp_path / "回.fznb")


def drop(clerk: Clerk, *files: Path) -> None:
    """Let files fall on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copying, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    clerk.window.dropEvent(QDropEvent(QPointF(5, 5), copying, data, button, keys))


def opened(clerk: Clerk, file: Path) -> UnpackDialog:
    """The dialog of a dropped parcel, once there is something to decide."""
    drop(clerk, file)
    clerk.qtbot.waitUntil(lambda: clerk.find(QPushButton, "unpack_cancel").isEnabled(), timeout=WAIT)
    return clerk.find(UnpackDialog, "unpack_dialog")


def finish(clerk: Clerk) -> None:
    """Do what was chosen and wait until it is done."""
    clerk.click("unpack_start")
    clerk.qtbot.waitUntil(lambda: clerk.window.findChild(QDialog, "unpack_dialog") is None, timeout=WAIT)


def packed_by(clerk: Clerk, folder: Path) -> Path:
    """The file that 打包 in the dialog writes."""
    dialog = clerk.find(QDialog, "pack_dialog")
    clerk.type(clerk.find(QLineEdit, "field:parcel_folder"), str(folder))
    dialog.findChild(QPushButton, "pack_start").click()
    clerk.qtbot.waitUntil(lambda: "已打包" in said(clerk, "pack_status"), timeout=WAIT)
    (file,) = folder.iterdir()
    return file


def said(clerk: Clerk, name: str) -> str:
    return clerk.find(QLabel, name).text()


def _says(clerk: Clerk, words: str) -> bool:
    return words in said(clerk, "unpack_status")


def test_what_was_typed_last_is_in_the_parcel(drafting: Clerk, tmp_path: Path) -> None:
    drafting.window.view.show_tab(1)
    drafting.type(drafting.find(QTextEdit, "body:leadership:1"), "没有离开这一栏。")
    drafting.find(QAction, "action:pack").trigger()

    file = packed_by(drafting, tmp_path / "U 盘")

    assert "没有离开这一栏。" in str(read_parcel(file).report)
    assert file.name in said(drafting, "pack_status")
    assert not drafting.find(QPushButton, "pack_locate").isHidden()


def test_a_password_is_asked_for_twice_and_opens_the_parcel(clerk: Clerk, tmp_path: Path) -> None:
    clerk.window.store.create(REPORT)
    clerk.window.show_start()
    clerk.find(QAction, "action:pack").trigger()
    start = clerk.find(QPushButton, "pack_start")
    clerk.type(clerk.find(QLineEdit, "field:parcel_password"), "云岭1")
    assert not start.isEnabled()
    clerk.type(clerk.find(QLineEdit, "field:parcel_password_again"), "云岭2")
    assert not start.isEnabled()
    assert "不一样" in said(clerk, "pack_status")

    clerk.type(clerk.find(QLineEdit, "field:parcel_password_again"), "云岭1")
    file = packed_by(clerk, tmp_path / "U 盘")

    clerk.click("pack_close")
    opened(clerk, file)
    password = clerk.find(QLineEdit, "field:unpack_password")
    assert not password.isHidden()
    for typed, words in (("云岭2", "密码不对"), ("云岭1", "内容和历史版本都相同")):
        clerk.type(password, typed)
        clerk.click("unpack_start")
        clerk.qtbot.waitUntil(partial(_says, clerk, words), timeout=WAIT)
    finish(clerk)
    assert clerk.window.chosen_id == "1"
    assert len(clerk.window.store.list()) == 1


def test_both_sides_are_shown_and_a_new_report_is_what_return_makes(clerk: Clerk, carried: Path) -> None:
    dialog = opened(clerk, carried)

    shown = "".join(label.text() for label in dialog.findChildren(QLabel))
    assert all(word in shown for word in ("带来的", "本机的", "最后改动", f"{len(REPORT.preamble[0])}字"))
    assert "另一台电脑上写的" in clerk.find(QTextEdit, "parcel_differences").toPlainText()
    assert clerk.find(QPushButton, "unpack_start").isDefault()
    finish(clerk)
    assert clerk.window.chosen_id == "2"
    assert clerk.window.view.draft.report.preamble == ("另一台电脑上写的。",)
    assert clerk.window.store.load("1") == REPORT
    assert "没有动它" in clerk.find(QMessageBox, "message").informativeText()


def test_a_parcel_merged_into_the_open_report_is_on_the_screen_and_the_state_before_is_kept(
    clerk: Clerk, carried: Path
) -> None:
    clerk.window.open_report("1")
    view = clerk.window.view
    opened(clerk, carried)

    clerk.find(QRadioButton, "unpack_merge").click()
    assert clerk.find(QPushButton, "unpack_start").text() == "并入"
    finish(clerk)

    assert clerk.window.view is view
    assert view.draft.report.preamble == ("另一台电脑上写的。",)
    store = clerk.window.store
    assert store.load("1").preamble == ("另一台电脑上写的。",)
    assert REPORT in [store.load_version("1", one.number) for one in store.versions("1")]
    assert "Ctrl+Z" in clerk.window.statusBar().currentMessage()
    assert view.draft.undo_words == "并入带来的包"
    for do, preamble in ((view.undo, REPORT.preamble), (view.redo, ("另一台电脑上写的。",))):
        do()
        assert view.flush()
        assert store.load("1").preamble == view.draft.report.preamble == preamble


def test_what_both_sides_changed_is_said_beforehand(clerk: Clerk, carried: Path) -> None:
    store = clerk.window.store
    store.edit("1", lambda stored: replace(stored, preamble=("这里也改过。",)))
    dialog = opened(clerk, carried)

    assert any("两边都改过的 1 处保留本机的" in label.text() for label in dialog.findChildren(QLabel))
    clerk.find(QRadioButton, "unpack_merge").click()
    finish(clerk)

    assert store.load("1").preamble == ("这里也改过。",)
    assert store.versions("1")[-1].kind == Occasion.OVERTAKEN
    assert clerk.window.chosen_id == "1"


def test_a_file_that_is_no_parcel_is_refused_in_words(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "空.FZNB"
    file.touch()

    opened(clerk, file)

    assert "没有拷完整" in said(clerk, "unpack_status")
    assert not clerk.find(QPushButton, "unpack_start").isEnabled()
    assert clerk.find(QLineEdit, "field:unpack_password").isHidden()
    clerk.click("unpack_cancel")
    assert clerk.window.store.list() == ()


def test_other_files_dropped_with_a_parcel_are_imported(clerk: Clerk, carried: Path, tmp_path: Path) -> None:
    text = tmp_path / "去年.txt"
    text.write_text("一、主要举措和成效\n甲。", encoding="utf-8")

    drop(clerk, text, carried)

    clerk.qtbot.waitUntil(lambda: len(clerk.window.store.list()) == 2, timeout=WAIT)
    assert clerk.window.findChild(UnpackDialog) is not None


def test_without_a_report_the_clerk_is_told_what_to_do(clerk: Clerk) -> None:
    clerk.find(QAction, "action:pack").trigger()

    assert "还没有选中" in clerk.find(QMessageBox, "message").text()


def test_everything_in_the_dialogs_has_a_name(clerk: Clerk, carried: Path) -> None:
    clerk.window.show_start()
    clerk.find(QAction, "action:pack").trigger()
    opened(clerk, carried)

    for dialog in clerk.window.findChildren(QDialog):
        for kind in (QPushButton, QLineEdit, QRadioButton, QTextEdit):
            for widget in dialog.findChildren(kind):
                assert isinstance(widget, QWidget)
                assert widget.objectName()
                assert widget.accessibleName(), widget.objectName()
