"""汇总各地: reached from the start page, told how far it is, stopped when asked, with the result at hand."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton

from tests.office_workbooks import office_workbook, row
from tests.ui.conftest import Clerk
from ui.places_list import PlacesList


@pytest.fixture
def dialog(clerk: Clerk) -> QDialog:
    clerk.find(QAction, "action:summarise").trigger()
    return clerk.find(QDialog, "summarise_dialog")


@pytest.fixture
def offices(tmp_path: Path) -> Path:
    folder = tmp_path / "各地"
    folder.mkdir()
    for name in ("云岭县", "青河县"):
        (folder / f"{name}.xlsx").write_bytes(office_workbook(f"{name}人民政府", row("fy_apply", 20, 15)))
    return folder


def begin(dialog: QDialog, folder: Path, target: Path) -> None:
    dialog.findChild(PlacesList).add([folder])
    dialog.findChild(QLineEdit, "field:target").setText(str(target))
    dialog.findChild(QPushButton, "summarise_start").click()


def status(dialog: QDialog) -> str:
    return dialog.findChild(QLabel, "summarise_status").text()


def test_without_a_folder_it_says_what_is_lacking(dialog: QDialog) -> None:
    assert not dialog.findChild(QPushButton, "summarise_start").isEnabled()
    assert "文件夹" in status(dialog)


def test_the_summary_is_written_and_can_be_opened(
    clerk: Clerk, dialog: QDialog, offices: Path, tmp_path: Path
) -> None:
    begin(dialog, offices, tmp_path / "汇总.xlsx")
    results = dialog.findChild(QListWidget, "summarise_results")
    clerk.qtbot.waitUntil(lambda: results.count() == 1, timeout=30000)

    assert (tmp_path / "汇总.xlsx").is_file()
    assert "2个单位" in status(dialog)


def test_what_could_not_be_read_is_listed(
    clerk: Clerk, dialog: QDialog, offices: Path, tmp_path: Path
) -> None:
    (offices / "空.xlsx").write_bytes(b"")
    begin(dialog, offices, tmp_path / "汇总.xlsx")
    problems = dialog.findChild(QPlainTextEdit, "summarise_problems")
    clerk.qtbot.waitUntil(problems.isVisible, timeout=30000)

    assert "空.xlsx" in problems.toPlainText()


def test_stopping_leaves_nothing_and_the_dialog_open(
    clerk: Clerk, dialog: QDialog, offices: Path, tmp_path: Path
) -> None:
    begin(dialog, offices, tmp_path / "汇总.xlsx")
    dialog.findChild(QPushButton, "summarise_close").click()
    clerk.qtbot.waitUntil(lambda: "什么也没有写入" in status(dialog), timeout=30000)

    assert dialog.isVisible()
    assert not (tmp_path / "汇总.xlsx").exists()


def test_a_refusal_is_said_in_the_dialog(
    clerk: Clerk, dialog: QDialog, offices: Path, tmp_path: Path
) -> None:
    begin(dialog, offices, tmp_path / "汇总.docx")
    clerk.qtbot.waitUntil(lambda: "汇总.docx" in status(dialog), timeout=30000)


def test_a_place_is_listed_once_and_can_be_taken_out(dialog: QDialog, offices: Path) -> None:
    places = dialog.findChild(PlacesList)
    places.add([offices])
    places.add([offices])
    shown = dialog.findChild(QListWidget, "summarise_places")
    assert shown.count() == 1

    shown.selectAll()
    dialog.findChild(QPushButton, "summarise_places_remove").click()
    assert places.places == []
