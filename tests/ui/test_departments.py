"""数据 → 发采集表, 收采集表: what is asked of whom, what came back, taken over as one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableWidget,
    QWidget,
)

from actions.collecting import collect
from actions.drafting import set_values
from models.quantity import Quantity
from tests.actions import returned_workbooks as returned
from tests.ui.conftest import Clerk
from ui.merge_dialog import MergeDialog


@pytest.fixture
def asking(drafting: Clerk) -> Clerk:
    """A clerk whose report knows two of last year's amounts."""
    draft = drafting.window.view.draft
    values = {"figure.fy_apply.last": "150", "figure.fy_accept.last": "140", "figure.fy_apply": "170"}
    draft.change("试", set_values(draft.report, values))
    return drafting


def dialog_of(clerk: Clerk, name: str) -> QDialog:
    clerk.find(QAction, f"action:{name}").trigger()
    return clerk.find(QDialog, f"{name}_dialog")


def texts(table: QTableWidget | None, column: int) -> list[str]:
    return [table.item(row, column).text() for row in range(table.rowCount())]


@pytest.fixture
def law(asking: Clerk, tmp_path: Path) -> Path:
    (file,) = collect(asking.window.view.draft.report, tmp_path / "发出").files
    returned.set_cell(file, "fy_apply", "本年", 179)
    returned.set_cell(file, "fy_accept", "本年", 168)
    return file


def read(clerk: Clerk, *files: Path) -> MergeDialog:
    dialog = dialog_of(clerk, "merge")
    assert isinstance(dialog, MergeDialog)
    dialog.read(files)
    clerk.qtbot.waitUntil(lambda: "读了" in status(dialog, "merge"), timeout=20000)
    return dialog


def status(dialog: QDialog, name: str) -> str:
    return dialog.findChild(QLabel, f"{name}_status").text()


def test_the_departments_are_listed_and_their_files_written(asking: Clerk, tmp_path: Path) -> None:
    dialog = dialog_of(asking, "collect")
    table = dialog.findChild(QTableWidget, "collect_table")
    assert (texts(table, 0), texts(table, 1), texts(table, 2)) == (["县司法局"], ["2"], ["1"])
    assert dialog.findChild(QLineEdit, "field:collect_deadline").text() == "2026年1月15日"
    asking.type(dialog.findChild(QLineEdit, "field:collect_folder"), str(tmp_path / "采集"))

    dialog.findChild(QPushButton, "collect_start").click()

    asking.qtbot.waitUntil(lambda: "写好 1 份" in status(dialog, "collect"), timeout=20000)
    results = dialog.findChild(QListWidget, "collect_results")
    assert [results.item(0).text()] == [one.name for one in (tmp_path / "采集").iterdir()]


def test_a_letterhead_without_contact_is_told_before_anything_is_written(asking: Clerk) -> None:
    assert "文头没有填联系人和电话" in status(dialog_of(asking, "collect"), "collect")


def test_a_report_without_figures_says_why_nothing_can_be_sent(drafting: Clerk) -> None:
    dialog = dialog_of(drafting, "collect")
    start = dialog.findChild(QPushButton, "collect_start")
    assert not start.isEnabled()
    assert "还没有数据可采集" in status(dialog, "collect")

    dialog.findChild(QCheckBox, "collect_all").setChecked(True)

    assert start.isEnabled()


def test_a_deadline_that_is_no_day_is_refused_in_words(asking: Clerk) -> None:
    dialog = dialog_of(asking, "collect")
    asking.type(dialog.findChild(QLineEdit, "field:collect_deadline"), "下周五")
    assert "“下周五”不是日期" in status(dialog, "collect")
    assert not dialog.findChild(QPushButton, "collect_start").isEnabled()


def test_old_and_new_are_shown_and_taken_over_as_one_step(asking: Clerk, law: Path) -> None:
    draft = asking.window.view.draft
    dialog = read(asking, law)
    table = dialog.findChild(QTableWidget, "merge_table")
    assert (texts(table, 2), texts(table, 3)) == (["170", "—"], ["179", "168"])

    dialog.findChild(QPushButton, "merge_accept").click()

    assert draft.report.figure("fy_apply").value == Quantity.parse("179")
    assert draft.report.figure("fy_accept").source == law.name
    assert draft.undo_words == "收采集表（1个文件，2项）"
    draft.undo()
    assert draft.report.figure("fy_apply").value == Quantity.parse("170")
    assert draft.report.figure("fy_accept").value is None
    assert asking.window.findChild(QDialog, "merge_dialog") is None


def test_what_is_not_ticked_is_left(asking: Clerk, law: Path) -> None:
    dialog = read(asking, law)
    table = dialog.findChild(QTableWidget, "merge_table")
    dialog.findChild(QPushButton, "merge_none").click()
    accept = dialog.findChild(QPushButton, "merge_accept")
    assert not accept.isEnabled()
    table.item(1, 0).setCheckState(Qt.CheckState.Checked)
    assert accept.text() == "采用 1 项"

    accept.click()

    report = asking.window.view.draft.report
    assert report.figure("fy_apply").value == Quantity.parse("170")
    assert report.figure("fy_accept").value == Quantity.parse("168")


def test_a_conflict_is_asked_and_taken_only_when_chosen(asking: Clerk, law: Path) -> None:
    other = law.with_name("信访局.xlsx")
    other.write_bytes(law.read_bytes())
    returned.set_cell(other, "fy_apply", "本年", 181)
    dialog = read(asking, law, other)
    choice = dialog.findChild(QComboBox, "choice:fy_apply")
    accept = dialog.findChild(QPushButton, "merge_accept")
    assert accept.text() == "采用 1 项"

    choice.setCurrentIndex(2)
    assert accept.text() == "采用 2 项"
    accept.click()

    assert asking.window.view.draft.report.figure("fy_apply").value == Quantity.parse("181")


def test_problems_are_said_and_files_can_be_dropped(asking: Clerk, law: Path, tmp_path: Path) -> None:
    returned.set_cell(law, "fy_accept", "本年", -3)
    (law.parent / "旧表.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    dialog = dialog_of(asking, "merge")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(law.parent))])

    dialog.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    asking.qtbot.waitUntil(lambda: "读了 1 个文件" in status(dialog, "merge"), timeout=20000)

    problems = dialog.findChild(QListWidget, "merge_problems")
    said = [problems.item(row).text() for row in range(problems.count())]
    assert any("旧表.xls" in words and "旧格式" in words for words in said)
    assert any(law.name in words and "负数" in words for words in said)


def test_a_file_that_is_gone_is_said(asking: Clerk, tmp_path: Path) -> None:
    dialog = read(asking, tmp_path / "没有.xlsx")
    assert "读了 0 个文件" in status(dialog, "merge")
    assert not dialog.findChild(QPushButton, "merge_accept").isEnabled()


def test_an_empty_folder_is_said(asking: Clerk, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    dialog = dialog_of(asking, "merge")
    assert isinstance(dialog, MergeDialog)
    dialog.read([tmp_path / "空"])
    asking.qtbot.waitUntil(lambda: "没有 Excel 表格" in status(dialog, "merge"), timeout=20000)


@pytest.mark.parametrize("name", ["collect", "merge"])
def test_everything_in_the_dialogs_has_a_name(asking: Clerk, name: str) -> None:
    nameless = [
        (type(widget).__name__, widget.objectName())
        for widget in dialog_of(asking, name).findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QListWidget | QTableWidget | QComboBox)
        and not widget.objectName().startswith("qt_")
        and not (widget.objectName() and widget.accessibleName())
    ]
    assert nameless == []
