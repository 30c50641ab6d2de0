"""数据备份 in the window: what is listed, what is in it, one report taken out, everything brought back."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableView,
    QTextEdit,
    QTreeWidget,
)

from actions.backup_state import BackupState
from actions.drafting import new_report
from actions.progress import StoppedError, Tell
from models.backup import Reason, backups, folder_in, folder_in_second, holdings, keep_backup
from models.report import Report
from models.version import Occasion
from tests.drafts import put
from tests.ui.conftest import Clerk
from ui.declared_settings import BACKUP_FOLDER

FIRST, SECOND, THIRD = "云岭县人民政府", "澜江县人民政府", "青河县人民政府"


def with_preamble(report: Report, text: str) -> Report:
    return replace(report, preamble=(text,))


@pytest.fixture
def backed_up(clerk: Clerk) -> Clerk:
    """Two reports, the first with a version, backed up; since then the first was changed and a third one begun."""
    store = clerk.window.store
    first = store.create(new_report("county-regulation", FIRST, 2025))
    store.create(new_report("county-regulation", SECOND, 2025))
    store.keep(first, Occasion.NAMED, "备份以前")
    keep_backup(clerk.data_dir, Reason.ASKED)
    put(store, first, with_preamble(store.load(first), "备份以后写的。"))
    store.create(new_report("county-regulation", THIRD, 2025))
    clerk.window.show_start()
    return clerk


def opened(clerk: Clerk) -> QDialog:
    """The dialog, once it has looked into the newest backup."""
    clerk.click("open_backups")
    dialog = clerk.find(QDialog, "backups_dialog")
    contents = dialog.findChild(QTreeWidget, "backup_contents")
    clerk.qtbot.waitUntil(lambda: contents.topLevelItemCount() > 0, timeout=20000)
    return dialog


def press(dialog: QDialog, name: str) -> None:
    dialog.findChild(QPushButton, name).click()


def status(dialog: QDialog) -> str:
    return dialog.findChild(QLabel, "backups_status").text()


def choose(dialog: QDialog, button: str, name: str, path: Path) -> None:
    """Press a button and choose a path in the system's dialog it opens."""
    press(dialog, button)
    files = dialog.findChild(QFileDialog, name)
    files.fileSelected.emit(str(path))
    files.reject()


def wait_until_said(clerk: Clerk, dialog: QDialog, words: str) -> None:
    clerk.qtbot.waitUntil(lambda: words in status(dialog), timeout=20000)


def organs(clerk: Clerk) -> list[str]:
    return sorted(one.organ for one in clerk.window.store.list())


def restore(clerk: Clerk, dialog: QDialog) -> str:
    """Bring the chosen backup back; what was said before."""
    press(dialog, "backup_restore")
    return confirm(clerk, dialog)


def confirm(clerk: Clerk, dialog: QDialog) -> str:
    clerk.qtbot.waitUntil(lambda: dialog.findChild(QMessageBox, "message") is not None, timeout=20000)
    box = dialog.findChild(QMessageBox, "message")
    told = box.informativeText()
    box.findChild(QPushButton, "message_yes").click()
    clerk.qtbot.waitUntil(
        lambda: clerk.window.findChild(QDialog, "recovered_dialog") is not None, timeout=20000
    )
    return told


def test_a_backup_is_listed_with_time_reason_size_and_place(backed_up: Clerk) -> None:
    model = opened(backed_up).findChild(QTableView, "backup_list").model()

    time, reason, size, place = (model.index(0, column).data() for column in range(4))
    assert time.startswith("今天")
    assert (reason, place) == ("手动", "本机")
    assert size.endswith("KB")


def test_the_reports_in_a_backup_are_shown_with_what_differs_now(backed_up: Clerk) -> None:
    dialog = opened(backed_up)
    contents = dialog.findChild(QTreeWidget, "backup_contents")

    rows = [contents.topLevelItem(row) for row in range(contents.topLevelItemCount())]
    found = {row.text(0)[: len(FIRST)]: row.text(2) for row in rows}
    assert found == {FIRST: "现在的较新", SECOND: "与现在相同"}
    assert "没有的：1份" in dialog.findChild(QLabel, "backup_contents_words").text()


def test_one_report_is_taken_out_with_its_history_beside_the_present_one(backed_up: Clerk) -> None:
    dialog = opened(backed_up)  # the report that differs is chosen already
    press(dialog, "backup_take")
    wait_until_said(backed_up, dialog, "已取出")

    store = backed_up.window.store
    assert organs(backed_up) == sorted([FIRST, FIRST, SECOND, THIRD])
    taken = store.list()[0]
    assert store.load(taken.id).preamble != ("备份以后写的。",)
    assert [one.name for one in store.versions(taken.id)] == ["备份以前"]
    assert store.load("1").preamble == ("备份以后写的。",)


def test_bringing_everything_back_says_what_changes_and_keeps_the_present_state(backed_up: Clerk) -> None:
    told = restore(backed_up, opened(backed_up))

    assert FIRST in told
    assert THIRD in told
    assert organs(backed_up) == sorted([FIRST, SECOND])
    assert backed_up.find(QTableView, "report_list").model().rowCount() == 2
    newest = backups(folder_in(backed_up.data_dir))[0]
    assert newest.reason == Reason.RECOVERY
    assert sorted(one.organ for one in holdings(newest.file).reports) == sorted([FIRST, SECOND, THIRD])


def test_nothing_is_brought_back_before_a_yes(backed_up: Clerk) -> None:
    dialog = opened(backed_up)
    press(dialog, "backup_restore")
    box = dialog.findChild(QMessageBox, "message")
    assert box.defaultButton().objectName() == "message_no"

    box.findChild(QPushButton, "message_no").click()

    assert organs(backed_up) == sorted([FIRST, SECOND, THIRD])
    assert dialog.isVisible()


def test_the_last_words_typed_before_bringing_back_are_in_the_backup_of_the_present(backed_up: Clerk) -> None:
    backed_up.window.open_report("1")
    backed_up.type(backed_up.find(QTextEdit, "field:preamble"), "刚刚打的字。")
    backed_up.window.safekeeping.show_backups()
    dialog = backed_up.find(QDialog, "backups_dialog")
    contents = dialog.findChild(QTreeWidget, "backup_contents")
    backed_up.qtbot.waitUntil(lambda: contents.topLevelItemCount() > 0, timeout=20000)

    restore(backed_up, dialog)

    assert backed_up.window.view is None
    assert backed_up.window.store.load("1").preamble != ("刚刚打的字。",)
    backed_up.find(QDialog, "recovered_dialog").accept()
    dialog = opened(backed_up)
    press(dialog, "backup_take")
    wait_until_said(backed_up, dialog, "已取出")
    taken = backed_up.window.store.list()[0]
    assert backed_up.window.store.load(taken.id).preamble == ("刚刚打的字。",)


def test_a_backup_is_made_at_once_where_it_is_asked_for(backed_up: Clerk) -> None:
    dialog = opened(backed_up)
    press(dialog, "backup_now")
    wait_until_said(backed_up, dialog, "已备份")

    assert dialog.findChild(QTableView, "backup_list").model().rowCount() == 2
    assert len(backups(folder_in(backed_up.data_dir))) == 2


def test_a_backup_the_clock_began_is_stopped_where_it_is_seen(backed_up: Clerk) -> None:
    clock, begun = backed_up.window.safekeeping.clock, Event()

    def copy_for_ever(data_dir: Path, reason: Reason, second: Path | None, tell: Tell) -> BackupState:
        begun.set()
        while tell(0, 0, "正在备份……"):
            begun.wait()
        raise StoppedError

    clock._back_up = copy_for_ever
    dialog = opened(backed_up)
    clock.make(Reason.SCHEDULED)
    backed_up.qtbot.waitUntil(begun.is_set)

    press(dialog, "backups_stop")

    wait_until_said(backed_up, dialog, "已停下")
    assert not clock.is_busy
    assert not clock.trouble
    assert clock.findChild(QTimer).isActive()
    assert dialog.findChild(QPushButton, "backup_now").isEnabled()
    assert len(backups(folder_in(backed_up.data_dir))) == 1


def test_a_backup_into_a_file_is_sound_and_takes_no_others_place(backed_up: Clerk, tmp_path: Path) -> None:
    dialog, file = opened(backed_up), tmp_path / "带走.db"
    choose(dialog, "backup_to", "backup_target", file)
    wait_until_said(backed_up, dialog, "已备份到")
    assert len(holdings(file).reports) == 3
    before = file.read_bytes()

    choose(dialog, "backup_to", "backup_target", file)
    wait_until_said(backed_up, dialog, "没有备份")
    assert file.read_bytes() == before


def test_the_second_place_gets_the_newest_backup_and_is_told_of(backed_up: Clerk, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    dialog = opened(backed_up)
    choose(dialog, "backup_second", "backup_folder", stick)
    wait_until_said(backed_up, dialog, "已备份")
    words = dialog.findChild(QLabel, "backups_second")
    model = dialog.findChild(QTableView, "backup_list").model()
    assert "上次拷到那里" in words.text()
    assert model.index(0, 3).data() == "本机、第二处"
    press(dialog, "backups_close")

    stick.rename(tmp_path / "拔掉")
    words = opened(backed_up).findChild(QLabel, "backups_second")
    backed_up.qtbot.waitUntil(lambda: "现在没有连上，上次拷到那里" in words.text(), timeout=20000)


def test_a_backup_that_is_only_in_the_second_place_can_be_brought_back(
    backed_up: Clerk, tmp_path: Path
) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    folder_in(backed_up.data_dir).rename(folder_in_second(stick, backed_up.data_dir))
    backed_up.window.safekeeping.clock._settings.set(BACKUP_FOLDER, str(stick))
    dialog = opened(backed_up)
    assert dialog.findChild(QTableView, "backup_list").model().index(0, 3).data() == "第二处"

    restore(backed_up, dialog)

    assert organs(backed_up) == sorted([FIRST, SECOND])


def test_another_file_is_brought_back_after_saying_what_is_in_it(backed_up: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "同事给的.db"
    file.write_bytes(backups(folder_in(backed_up.data_dir))[0].file.read_bytes())
    dialog = opened(backed_up)

    choose(dialog, "backup_from", "backup_source", file)
    told = confirm(backed_up, dialog)

    assert THIRD in told
    assert organs(backed_up) == sorted([FIRST, SECOND])


def test_a_file_that_holds_no_drafts_is_refused_and_nothing_changes(backed_up: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "照片.db"
    file.write_text("不是草稿库", encoding="utf-8")
    dialog = opened(backed_up)

    choose(dialog, "backup_from", "backup_source", file)
    backed_up.qtbot.waitUntil(lambda: dialog.findChild(QMessageBox, "message") is not None, timeout=20000)
    dialog.findChild(QPushButton, "message_yes").click()
    backed_up.qtbot.waitUntil(lambda: status(dialog) != "" and "正在" not in status(dialog), timeout=20000)

    assert organs(backed_up) == sorted([FIRST, SECOND, THIRD])


def test_an_empty_or_broken_backup_never_replaces_the_good_drafts(backed_up: Clerk) -> None:
    """A backup that cannot be trusted is listed, says so, and cannot be brought back."""
    good = backups(folder_in(backed_up.data_dir))[0]
    good.file.with_name("drafts-0002-20261126-120000-asked.db").write_bytes(b"")
    broken = good.file.with_name("drafts-0003-20261126-120001-asked.db")
    broken.write_bytes(good.file.read_bytes()[:9000])
    backed_up.click("open_backups")
    dialog = backed_up.find(QDialog, "backups_dialog")
    table, words = (
        dialog.findChild(QTableView, "backup_list"),
        dialog.findChild(QLabel, "backup_contents_words"),
    )
    backed_up.qtbot.waitUntil(lambda: "不能直接用来恢复" in words.text(), timeout=20000)
    assert not dialog.findChild(QPushButton, "backup_restore").isEnabled()
    assert not dialog.findChild(QPushButton, "backup_take").isEnabled()

    table.setCurrentIndex(table.model().index(1, 0))
    backed_up.qtbot.waitUntil(lambda: "一份报告也没有" in words.text(), timeout=20000)
    assert not dialog.findChild(QPushButton, "backup_restore").isEnabled()

    table.setCurrentIndex(table.model().index(2, 0))
    backed_up.qtbot.waitUntil(dialog.findChild(QPushButton, "backup_restore").isEnabled, timeout=20000)


def test_removing_a_report_for_good_leaves_it_in_a_backup(backed_up: Clerk) -> None:
    window = backed_up.window
    window.trashing.delete("3")
    window.trashing.show()
    trash = backed_up.find(QDialog, "trash_dialog")

    press(trash, "trash_clear")
    box = trash.findChild(QMessageBox, "message")
    assert box.defaultButton().objectName() == "message_no"
    box.findChild(QPushButton, "message_yes").click()
    said = trash.findChild(QLabel, "trash_status")
    backed_up.qtbot.waitUntil(lambda: "已彻底删除1份" in said.text(), timeout=20000)

    assert window.store.trashed() == ()
    newest = backups(folder_in(backed_up.data_dir))[0]
    assert newest.reason == Reason.PURGE
    assert holdings(newest.file).trashed == 1
