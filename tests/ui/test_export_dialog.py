"""导出: every format has its box, nothing is forbidden, failures are said in words."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QListWidget, QPushButton

from exporters import EXPORTERS
from tests.ui.conftest import Clerk


@pytest.fixture
def dialog(drafting: Clerk) -> QDialog:
    drafting.click("export")
    return drafting.find(QDialog, "export_dialog")


def choose(dialog: QDialog, *formats: str) -> None:
    for one in EXPORTERS:
        dialog.findChild(QCheckBox, f"field:format_{one.key}").setChecked(one.key in formats)


def start(dialog: QDialog, folder: Path) -> None:
    dialog.findChild(QLineEdit, "field:folder").setText(str(folder))
    dialog.findChild(QPushButton, "export_start").click()


def wait_for(clerk: Clerk, results: QListWidget | None, count: int) -> None:
    assert results is not None
    clerk.qtbot.waitUntil(lambda: results.count() == count, timeout=30000)


def test_every_format_has_its_box(dialog: QDialog) -> None:
    assert all(dialog.findChild(QCheckBox, f"field:format_{one.key}") for one in EXPORTERS)


def test_at_first_all_usual_formats_are_chosen_and_the_web_page_is_not(dialog: QDialog) -> None:
    chosen = {
        one.key for one in EXPORTERS if dialog.findChild(QCheckBox, f"field:format_{one.key}").isChecked()
    }

    assert chosen == {"docx", "pdf", "xlsx", "txt"}


def test_only_what_was_chosen_is_written(drafting: Clerk, dialog: QDialog, tmp_path: Path) -> None:
    choose(dialog, "txt")
    start(dialog, tmp_path / "导出")
    results = dialog.findChild(QListWidget, "export_results")
    wait_for(drafting, results, 1)

    assert [file.suffix for file in (tmp_path / "导出").iterdir()] == [".txt"]


def test_exporting_again_leaves_the_first_file_alone(
    drafting: Clerk, dialog: QDialog, tmp_path: Path
) -> None:
    choose(dialog, "txt")
    results = dialog.findChild(QListWidget, "export_results")
    for count in (1, 2):
        start(dialog, tmp_path)
        wait_for(drafting, results, count)

    assert len({results.item(row).text() for row in range(2)}) == 2


def test_the_stage_chosen_is_printed(drafting: Clerk, dialog: QDialog, tmp_path: Path) -> None:
    choose(dialog, "txt")
    dialog.findChild(QComboBox, "field:stage").setCurrentText("征求意见稿")
    start(dialog, tmp_path)
    results = dialog.findChild(QListWidget, "export_results")
    wait_for(drafting, results, 1)

    file = Path(results.item(0).toolTip())
    assert "征求意见稿" in file.read_text(encoding="utf-8-sig")


def test_a_folder_that_is_none_is_said_in_words(drafting: Clerk, dialog: QDialog, tmp_path: Path) -> None:
    file = tmp_path / "不是文件夹"
    file.touch()
    choose(dialog, "txt")
    start(dialog, file)
    status = dialog.findChild(QLabel, "export_status")

    drafting.qtbot.waitUntil(lambda: "不是文件夹" in status.text() and "什么也没有写入" in status.text())

    assert dialog.findChild(QPushButton, "export_start").isEnabled()


def test_errors_warn_and_do_not_forbid(dialog: QDialog) -> None:
    assert "错误" in dialog.findChild(QLabel, "preflight").text()
    assert dialog.findChild(QPushButton, "export_start").isEnabled()


def test_without_a_format_there_is_nothing_to_export(dialog: QDialog) -> None:
    choose(dialog)

    assert not dialog.findChild(QPushButton, "export_start").isEnabled()


def test_folder_and_formats_are_remembered(drafting: Clerk, dialog: QDialog, tmp_path: Path) -> None:
    choose(dialog, "txt")
    start(dialog, tmp_path)
    results = dialog.findChild(QListWidget, "export_results")
    wait_for(drafting, results, 1)
    dialog.close()

    drafting.reopen()
    drafting.click("export")
    again = drafting.find(QDialog, "export_dialog")

    assert again.findChild(QLineEdit, "field:folder").text() == str(tmp_path)
    assert again.findChild(QCheckBox, "field:format_txt").isChecked()
    assert not again.findChild(QCheckBox, "field:format_pdf").isChecked()
