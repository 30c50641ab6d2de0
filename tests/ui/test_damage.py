"""A damaged file of drafts: said once and in words, salvaged or put back, and never deleted."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
)
from pytestqt.qtbot import QtBot

from actions.drafting import new_report
from models.backup import Reason, keep_backup
from models.database import file_in
from models.journal import Journal
from models.store import Store
from tests.drafts import damage
from tests.ui.conftest import Clerk
from ui.damage_dialog import DamageDialog

ORGANS = ("云岭县人民政府", "澜江县人民政府")
SAMPLE_TEXT = "现将有关情况报告如下："


@pytest.fixture
def kept(clerk: Clerk) -> Clerk:
    """A clerk with two reports, a backup of both, and the window closed."""
    for organ in ORGANS:
        clerk.window.store.create(new_report("county-regulation", organ, 2025))
    keep_backup(clerk.data_dir, Reason.ASKED)
    clerk.window.close()
    return clerk


def overwrite_the_middle(file: Path) -> None:
    """4 KB of chance in the middle of the file, its page with the reports' rows included."""
    noise = random.Random(7)
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = noise.randbytes(4096)
    file.write_bytes(content)


def spoil_a_text(data_dir: Path, report_id: str = "1") -> None:
    statement = "UPDATE contents SET value = '\"别的\"' WHERE report_id = ? AND key = 'letterhead.notes'"
    damage(data_dir, statement, int(report_id))


def unsaved_over_damage(clerk: Clerk) -> None:
    """The first report is open and damaged, and what is typed into it cannot be saved."""
    clerk.open()
    clerk.window.open_report("1")
    spoil_a_text(clerk.data_dir)
    clerk.type(clerk.find(QTextEdit, "field:preamble"), SAMPLE_TEXT)
    assert not clerk.window.flush()


def damage_dialog(clerk: Clerk) -> QDialog:
    clerk.qtbot.waitUntil(lambda: clerk.window.findChild(QDialog, "damage_dialog") is not None, timeout=20000)
    return clerk.find(QDialog, "damage_dialog")


def result(clerk: Clerk) -> QDialog:
    clerk.qtbot.waitUntil(
        lambda: clerk.window.findChild(QDialog, "recovered_dialog") is not None, timeout=30000
    )
    return clerk.find(QDialog, "recovered_dialog")


def organs(clerk: Clerk) -> set[str]:
    return {one.organ for one in clerk.window.store.list()}


def test_corrupt_project_no_way_back(kept: Clerk) -> None:
    """4 KB in the middle of the file are overwritten: the window says so, and both ways lead back to the drafts."""
    overwrite_the_middle(file_in(kept.data_dir))
    kept.open()
    dialog = damage_dialog(kept)
    assert dialog.findChild(QPlainTextEdit, "damage_list").toPlainText().strip("· ")

    dialog.findChild(QPushButton, "damage_salvage").click()

    text = result(kept).findChild(QPlainTextEdit, "recovered_text").toPlainText()
    assert organs(kept) == set(ORGANS)
    aside = list(kept.data_dir.glob("drafts-损坏-*.db"))
    assert len(aside) == 1
    assert aside[0].name in text
    assert kept.window.findChild(QDialog, "damage_dialog") is None


def test_a_file_whose_beginning_is_gone_is_put_back_from_a_backup(kept: Clerk) -> None:
    file = file_in(kept.data_dir)
    file.write_bytes(bytes(200) + file.read_bytes()[200:])
    kept.open()

    damage_dialog(kept).findChild(QPushButton, "damage_backups").click()
    backups = kept.find(QDialog, "backups_dialog")
    restore = backups.findChild(QPushButton, "backup_restore")
    kept.qtbot.waitUntil(restore.isEnabled, timeout=20000)
    restore.click()
    kept.click("message_yes")

    assert "已从备份恢复" in result(kept).findChild(QLabel, "recovered_head").text()
    assert organs(kept) == set(ORGANS)
    assert list(kept.data_dir.glob("drafts-损坏-*.db"))


def test_putting_the_question_off_leaves_everything_and_a_way_back_to_it(kept: Clerk) -> None:
    overwrite_the_middle(file_in(kept.data_dir))
    before = file_in(kept.data_dir).read_bytes()
    kept.open()

    damage_dialog(kept).findChild(QPushButton, "damage_later").click()

    assert file_in(kept.data_dir).read_bytes() == before
    assert kept.window.findChild(QDialog) is None
    assert kept.find(QPushButton, "open_damage").isVisible()
    kept.click("open_damage")
    assert damage_dialog(kept).isVisible()


def test_a_sound_file_is_not_spoken_of(kept: Clerk) -> None:
    kept.open()
    kept.qtbot.waitUntil(lambda: "最近备份" in kept.find(QLabel, "backup_state").text())

    assert not kept.find(QPushButton, "open_damage").isVisible()
    assert kept.window.findChild(QDialog) is None


def test_a_report_damaged_since_the_start_is_salvaged_from_where_it_is_opened(kept: Clerk) -> None:
    kept.open()
    spoil_a_text(kept.data_dir)

    kept.window.open_report("1")
    dialog = damage_dialog(kept)
    assert "报告1" in dialog.findChild(QPlainTextEdit, "damage_list").toPlainText()
    dialog.findChild(QPushButton, "damage_salvage").click()
    result(kept).findChild(QPushButton, "recovered_close").click()

    kept.window.open_report("1")
    assert kept.window.view is not None


def test_damage_met_by_the_way_is_one_line_and_no_loop_of_boxes(kept: Clerk) -> None:
    kept.open()
    kept.window.open_report("1")
    kept.window.activateWindow()
    kept.qtbot.waitUntil(kept.window.isActiveWindow)
    with Store.open(kept.data_dir) as another:
        another.edit("1", lambda report: replace(report, year=report.year + 1))
    spoil_a_text(kept.data_dir)

    for _ in range(3):
        QApplication.sendEvent(kept.window, QEvent(QEvent.Type.ActivationChange))

    kept.qtbot.waitUntil(lambda: "有损坏" in kept.find(QLabel, "notice_words").text(), timeout=30_000)
    assert kept.window.findChild(QDialog) is None
    kept.click("notice_damage")
    assert len(kept.window.findChildren(QDialog, "damage_dialog")) == 1


def test_what_could_not_be_saved_into_a_damaged_file_is_asked_about_after_the_salvage(kept: Clerk) -> None:
    unsaved_over_damage(kept)

    damage_dialog(kept).findChild(QPushButton, "damage_salvage").click()
    closing = result(kept).findChild(QPushButton, "recovered_close")
    assert kept.window.findChild(QDialog, "recovery_dialog") is None, "one question at a time"
    closing.click()
    kept.click("recovery_take")

    assert kept.window.chosen_id == "1"
    assert kept.find(QTextEdit, "field:preamble").toPlainText() == SAMPLE_TEXT
    assert kept.window.store.load("1").preamble == (SAMPLE_TEXT,)


def test_nothing_is_salvaged_while_the_open_reports_changes_are_nowhere(
    kept: Clerk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(Journal, "write", refuse)
    unsaved_over_damage(kept)
    dialog = damage_dialog(kept)

    dialog.findChild(QPushButton, "damage_salvage").click()

    assert "另存到" in dialog.findChild(QLabel, "damage_status").text()
    assert dialog.findChild(QPushButton, "damage_later").isEnabled()
    assert kept.find(QTextEdit, "field:preamble").toPlainText() == SAMPLE_TEXT
    assert not list(kept.data_dir.glob("drafts-损坏-*.db"))

    kept.window.saving.save_elsewhere()
    kept.find(QFileDialog, "save_elsewhere_dialog").fileSelected.emit(str(tmp_path / "另存.fznb"))
    kept.qtbot.waitUntil(lambda: kept.window.findChild(QMessageBox) is not None, timeout=20000)
    dialog.findChild(QPushButton, "damage_salvage").click()
    assert "已抢救出" in result(kept).findChild(QLabel, "recovered_head").text()


def test_a_salvage_that_cannot_be_done_is_said_in_the_dialog(
    kept: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_in(kept.data_dir).write_bytes(b"\x00" * 8192)
    for backup in kept.data_dir.glob("backups/*.db"):
        backup.unlink()
    kept.open()
    dialog = damage_dialog(kept)

    dialog.findChild(QPushButton, "damage_salvage").click()
    kept.qtbot.waitUntil(
        lambda: (
            dialog.findChild(QPushButton, "damage_later").isEnabled()
            or kept.window.findChild(QDialog, "recovered_dialog") is not None
        ),
        timeout=20000,
    )

    assert list(kept.data_dir.glob("drafts*.db"))
    assert kept.window.findChild(QMessageBox) is None


def test_the_result_can_be_copied_and_kept_as_a_text(kept: Clerk, tmp_path: Path) -> None:
    overwrite_the_middle(file_in(kept.data_dir))
    kept.open()
    damage_dialog(kept).findChild(QPushButton, "damage_salvage").click()
    dialog = result(kept)

    dialog.findChild(QPushButton, "recovered_copy").click()
    assert "已抢救出" in QApplication.clipboard().text()

    dialog.findChild(QPushButton, "recovered_save").click()
    dialog.findChild(QDialog, "recovered_file").fileSelected.emit(str(tmp_path / "结果.txt"))
    assert "已抢救出" in (tmp_path / "结果.txt").read_text(encoding="utf-8-sig")


def test_the_menu_leads_to_the_backups(kept: Clerk) -> None:
    kept.open()
    kept.find(QAction, "action:backups").trigger()

    assert kept.find(QDialog, "backups_dialog").isVisible()


def test_a_file_that_is_gone_is_not_called_damaged(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = DamageDialog(tmp_path / "drafts.db", ["全部内容（文件不见了或是空的）已损坏"])
    qtbot.addWidget(dialog)

    assert dialog.findChild(QLabel, "damage_head").text().startswith("草稿库不见了")
    assert "损坏" not in dialog.findChild(QPlainTextEdit, "damage_list").toPlainText()
