"""签批: the papers are written and listed, the report becomes a 送审稿, and all is printed in one go."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QWidget,
)

from models.report import Stage
from tests.ui.conftest import Clerk
from tests.ui.hands import Hands
from tests.ui.leaving_desk import LeavingDesk
from ui import preflight, print_dialog
from ui.preview import Preview


@pytest.fixture
def dialog(leaving: LeavingDesk, tmp_path: Path) -> QDialog:
    dialog = leaving.sign_off()
    leaving.type(dialog.findChild(QLineEdit, "field:signoff_folder"), str(tmp_path / "签批"))
    return dialog


@pytest.fixture
def window_dialog(drafting: Clerk, tmp_path: Path) -> QDialog:
    """The dialog over a whole window."""
    drafting.type(drafting.find(QLineEdit, "field:contact_name"), "林知秋")
    drafting.click("signoff")
    dialog = drafting.find(QDialog, "signoff_dialog")
    drafting.type(dialog.findChild(QLineEdit, "field:signoff_folder"), str(tmp_path / "签批"))
    return dialog


def status(dialog: QDialog) -> str:
    return dialog.findChild(QLabel, "signoff_status").text()


def sign(clerk: Hands, dialog: QDialog) -> None:
    dialog.findChild(QPushButton, "signoff_start").click()
    clerk.qtbot.waitUntil(lambda: "已存为" in status(dialog), timeout=60000)


def test_the_papers_are_written_and_listed(leaving: LeavingDesk, dialog: QDialog, tmp_path: Path) -> None:
    sign(leaving, dialog)

    results = dialog.findChild(QListWidget, "signoff_results")
    names = [results.item(row).text() for row in range(results.count())]
    assert [name.rpartition(" ")[2] for name in names] == [
        "1发文稿纸.pdf", "2送审稿.pdf", "3校对报告.pdf", "4数据表.pdf", "5签批材料.pdf",
    ]  # fmt: skip
    assert {file.name for file in (tmp_path / "签批").iterdir()} == set(names)


def test_what_was_found_has_room_though_it_takes_more_lines_than_what_is_said_first(
    leaving: LeavingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "错误 1 处，存疑和提示 36 处，正文引用而未填的数据 182 个；现在也可以继续，定稿前请处理。" * 3
    monkeypatch.setattr(preflight, "preflight_words", lambda *_found: long)
    dialog = leaving.sign_off()
    words = dialog.findChild(QLabel, "preflight")

    leaving.qtbot.waitUntil(lambda: words.text() == long, timeout=30_000)
    leaving.qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()), timeout=5_000)


def test_the_report_becomes_a_version_and_the_window_shows_it(
    drafting: Clerk, window_dialog: QDialog
) -> None:
    sign(drafting, window_dialog)

    store, view = drafting.window.store, drafting.window.view
    (version,) = store.versions(store.list()[0].id)
    assert version.trace in status(window_dialog)
    assert view.draft.report.stage is Stage.REVIEW
    assert view.draft.is_saved
    assert drafting.find(QComboBox, "field:report_stage").currentText() == "送审稿"


def test_the_drafter_is_suggested_and_remembered(drafting: Clerk, window_dialog: QDialog) -> None:
    assert window_dialog.findChild(QLineEdit, "field:drafter").text() == "林知秋"
    drafting.type(window_dialog.findChild(QLineEdit, "field:drafter"), "周明")
    drafting.type(window_dialog.findChild(QLineEdit, "field:department"), "县司法局")
    sign(drafting, window_dialog)
    window_dialog.findChild(QPushButton, "signoff_close").click()
    assert drafting.window.findChild(QDialog, "signoff_dialog") is None

    drafting.find(QAction, "action:signoff").trigger()

    again = drafting.find(QDialog, "signoff_dialog")
    assert again.findChild(QLineEdit, "field:drafter").text() == "周明"
    assert again.findChild(QLineEdit, "field:department").text() == "县司法局"


def test_everything_is_printed_in_one_go(
    leaving: LeavingDesk, dialog: QDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_dialog, "devices", lambda: ())
    printing = dialog.findChild(QPushButton, "signoff_print")
    assert printing.isHidden()
    sign(leaving, dialog)

    printing.click()

    preview = dialog.findChild(QDialog, "print_dialog").findChild(Preview, "preview_content")
    leaving.qtbot.waitUntil(lambda: preview.page_count >= 4, timeout=30000)


def test_a_folder_that_cannot_be_written_is_said_in_words_and_no_version_is_kept(
    leaving: LeavingDesk, dialog: QDialog, tmp_path: Path
) -> None:
    file = tmp_path / "不是文件夹"
    file.touch()
    leaving.type(dialog.findChild(QLineEdit, "field:signoff_folder"), str(file))
    dialog.findChild(QPushButton, "signoff_start").click()

    leaving.qtbot.waitUntil(lambda: "不是文件夹" in status(dialog), timeout=60000)

    store = leaving.store
    assert store.versions(leaving.report_id) == ()
    assert store.load(leaving.report_id).stage is Stage.DRAFT
    assert dialog.findChild(QPushButton, "signoff_start").isEnabled()


def test_what_was_typed_last_is_signed_off(drafting: Clerk, tmp_path: Path) -> None:
    drafting.type(drafting.find(QWidget, "field:title"), "云岭县年度报告")
    drafting.click("signoff")
    dialog = drafting.find(QDialog, "signoff_dialog")
    drafting.type(dialog.findChild(QLineEdit, "field:signoff_folder"), str(tmp_path))
    sign(drafting, dialog)

    store = drafting.window.store
    assert store.load_version(store.list()[0].id, 1).letterhead.title == "云岭县年度报告"


def test_the_sentence_of_a_failure_speaks_of_signing_off(
    leaving: LeavingDesk, dialog: QDialog, tmp_path: Path
) -> None:
    file = tmp_path / "不是文件夹"
    file.touch()
    leaving.type(dialog.findChild(QLineEdit, "field:signoff_folder"), str(file))
    dialog.findChild(QPushButton, "signoff_start").click()
    leaving.qtbot.waitUntil(lambda: "不是文件夹" in status(dialog), timeout=60000)

    assert "请换一个文件夹再签批。没有存成送审稿" in status(dialog)
    assert "再导出" not in status(dialog)
    dialog.findChild(QPushButton, "signoff_close").click()
    again = leaving.sign_off().findChild(QLineEdit, "field:signoff_folder")
    assert again.text() != str(file)


def test_return_after_signing_off_prints_and_writes_no_second_pack(
    leaving: LeavingDesk, dialog: QDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_dialog, "devices", lambda: ())
    sign(leaving, dialog)
    printing = dialog.findChild(QPushButton, "signoff_print")
    assert printing.isDefault()

    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    assert dialog.findChild(QDialog, "print_dialog") is not None
    assert not dialog.findChild(QProgressBar, "signoff_progress").isVisible()
    assert len(list((tmp_path / "签批").iterdir())) == 5


def test_a_pack_of_an_unchanged_report_says_so(drafting: Clerk, window_dialog: QDialog) -> None:
    sign(drafting, window_dialog)
    assert "内容没有变" not in status(window_dialog)

    window_dialog.findChild(QPushButton, "signoff_start").click()

    drafting.qtbot.waitUntil(lambda: "内容没有变，仍是第1稿" in status(window_dialog), timeout=60000)
    assert drafting.window.store.versions(drafting.window.store.list()[0].id)[-1].number == 1


def test_afterwards_the_window_says_what_stage_it_is_and_where_to_change_it(
    drafting: Clerk, window_dialog: QDialog
) -> None:
    sign(drafting, window_dialog)
    window_dialog.findChild(QPushButton, "signoff_close").click()

    said = drafting.window.statusBar().currentMessage()
    assert "送审稿" in said
    assert "“文头”的“阶段”" in said


def test_closing_without_signing_off_says_nothing(drafting: Clerk, window_dialog: QDialog) -> None:
    window_dialog.findChild(QPushButton, "signoff_close").click()

    assert drafting.window.statusBar().currentMessage() == ""


def test_half_a_path_is_refused_in_words(leaving: LeavingDesk, dialog: QDialog) -> None:
    leaving.type(dialog.findChild(QLineEdit, "field:signoff_folder"), "签批")

    assert "“签批”不是完整的路径" in status(dialog)
    assert not dialog.findChild(QPushButton, "signoff_start").isEnabled()


def test_everything_in_the_dialog_has_a_name(dialog: QDialog) -> None:
    nameless = [
        (type(widget).__name__, widget.objectName())
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QListWidget)
        and not widget.objectName().startswith("qt_")
        and not (widget.objectName() and widget.accessibleName())
    ]
    assert nameless == []
