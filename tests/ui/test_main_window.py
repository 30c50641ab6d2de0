"""The window as a whole: it opens on nothing, keeps what is written, and loses nothing when closed."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QCloseEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QTextEdit,
    QWidget,
)

import cli
from models.errors import UserError
from models.report import Report
from models.store import Store
from models.template import template
from tests.ui.conftest import Clerk
from ui import main_window

ROOT = Path(__file__).resolve().parents[2]


def test_an_empty_folder_shows_the_ways_in(clerk: Clerk) -> None:
    assert clerk.find(QLabel, "report_list_empty").isVisible()
    assert all(
        clerk.find(QPushButton, name).isEnabled() for name in ("new_report", "import_report", "open_sample")
    )


def test_the_five_mandated_parts_have_tabs_in_the_templates_order(drafting: Clerk) -> None:
    tabs = drafting.find(QTabWidget, "report_tabs")

    names = [tabs.widget(number).objectName() for number in range(tabs.count())]

    sections = [section.key for section in template(drafting.window.view.draft.report.template).sections]
    assert names == [f"tab:{key}" for key in ("letterhead", *sections, "figures", "attachments")]


def test_opening_a_report_writes_nothing(drafting: Clerk) -> None:
    store, report_id = drafting.window.store, drafting.window.store.list()[0].id
    before = store.list()[0].updated

    drafting.window.open_report(report_id)
    drafting.window.show_start()

    assert store.list()[0].updated == before


def test_the_last_words_typed_are_kept_when_the_window_closes(drafting: Clerk) -> None:
    drafting.type(drafting.find(QLineEdit, "field:doc_number"), "云政〔2026〕5号")

    drafting.reopen()

    assert drafting.find(QLineEdit, "field:doc_number").text() == "云政〔2026〕5号"


def test_saving_is_said_with_the_time(drafting: Clerk) -> None:
    state = drafting.find(QLabel, "save_state")
    drafting.type(drafting.find(QLineEdit, "field:notes"), "此件公开发布")
    drafting.type(drafting.find(QLineEdit, "field:notes"), "此件依申请公开")
    assert state.text() == "保存中……"

    drafting.qtbot.waitUntil(lambda: state.text().startswith("已保存 "))

    assert state.text().count(":") == 2


def test_a_report_that_cannot_be_saved_stays_open_and_says_why(drafting: Clerk) -> None:
    def refuse(_report: Report, _before: Report) -> None:
        raise UserError("磁盘已满，改动还在窗口里；请清出空间。")

    view = drafting.window.view
    view.draft._save = refuse
    drafting.type(drafting.find(QLineEdit, "field:notes"), "此件依申请公开")

    drafting.window.show_start()

    assert drafting.window.view is view
    assert drafting.find(QLabel, "save_state").text() == "保存失败：磁盘已满；请清出空间。"
    event = QCloseEvent()
    drafting.window.closeEvent(event)
    assert not event.isAccepted()
    view.draft.give_up()


def test_changes_that_cannot_be_saved_are_given_up_only_after_a_yes(drafting: Clerk) -> None:
    def refuse(_report: Report, _before: Report) -> None:
        raise UserError("磁盘已满，改动还在窗口里；请清出空间。")

    drafting.window.view.draft._save = refuse
    drafting.type(drafting.find(QLineEdit, "field:notes"), "此件依申请公开")
    assert not drafting.window.close()
    box = drafting.find(QMessageBox, "message")
    assert "磁盘已满" in box.informativeText()

    drafting.click("message_yes")

    assert not drafting.window.isVisible()


def test_a_report_of_an_unknown_template_is_refused_in_words(clerk: Clerk) -> None:
    report_id = clerk.window.store.create(Report(2025, "nowhere"))

    clerk.window.open_report(report_id)

    assert clerk.window.view is None
    assert "nowhere" in clerk.find(QMessageBox, "message").text()


def test_files_chosen_in_the_dialog_are_all_imported(clerk: Clerk, tmp_path: Path) -> None:
    files = [tmp_path / f"{year}.txt" for year in (2023, 2024)]
    for file in files:
        file.write_text(
            f"云岭县关于{file.stem}年度法治政府建设情况的报告\n一、主要举措和成效\n内容。", "utf-8"
        )
    clerk.click("import_report")

    clerk.find(QFileDialog, "import_dialog").filesSelected.emit([str(file) for file in files])
    clerk.qtbot.waitUntil(lambda: len(clerk.window.store.list()) == 2, timeout=20000)

    assert clerk.window.view is None
    assert {one.year for one in clerk.window.store.list()} == {2023, 2024}


def test_undo_goes_across_fields_and_shows_where(drafting: Clerk) -> None:
    tabs = drafting.find(QTabWidget, "report_tabs")
    field = drafting.find(QLineEdit, "field:doc_number")
    drafting.type(field, "云政〔2026〕5号")
    tabs.setCurrentIndex(3)
    undo = drafting.find(QAction, "action:undo")
    assert undo.text() == "撤销 填写发文字号"

    undo.trigger()

    assert field.text() == ""
    assert tabs.currentWidget().objectName() == "tab:letterhead"
    drafting.find(QAction, "action:redo").trigger()
    assert field.text() == "云政〔2026〕5号"


def test_undo_by_keys_reaches_the_report_from_within_a_field(drafting: Clerk) -> None:
    field = drafting.find(QLineEdit, "field:doc_number")
    drafting.window.activateWindow()
    drafting.qtbot.waitUntil(drafting.window.isActiveWindow)
    field.setFocus()
    drafting.qtbot.keyClicks(field, "5")
    drafting.qtbot.keyClicks(field, "6")

    drafting.qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert field.text() == ""
    assert drafting.window.view.draft.report.letterhead.doc_number == ""


def test_a_dropped_file_is_imported_and_opened(clerk: Clerk, tmp_path: Path) -> None:
    clerk.click("open_sample")
    text = "\n".join(
        (
            "云岭县人民政府关于2024年度法治政府建设情况的报告",
            "一、2024年度推进法治政府建设的主要举措和成效",
            "全年办理行政复议案件35件。",
            "二、存在的不足和原因",
            "主要原因是人手不足。",
        )
    )
    file = tmp_path / "去年.txt"
    file.write_text(text, encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    clerk.window.dropEvent(event)
    clerk.qtbot.waitUntil(lambda: clerk.window.view.draft.report.year == 2024, timeout=20000)

    assert clerk.find(QMessageBox, "message").text().startswith("已导入 1 份报告")


def test_a_file_that_holds_no_report_is_refused_in_words(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "图片.txt"
    file.write_bytes(bytes(range(256)))

    clerk.window.ways_in.import_files([file])
    clerk.qtbot.waitUntil(lambda: clerk.window.findChild(QMessageBox, "message") is not None, timeout=20000)

    assert clerk.window.view is None
    assert "图片.txt" in clerk.find(QMessageBox, "message").text()


def test_the_sample_is_made_once(clerk: Clerk) -> None:
    clerk.click("open_sample")
    clerk.window.show_start()
    clerk.click("open_sample")

    assert len(clerk.window.store.list()) == 1


def test_what_the_command_line_writes_meanwhile_is_not_erased(drafting: Clerk) -> None:
    report_id = drafting.window.store.list()[0].id
    command = [
        "--data-dir",
        str(drafting.data_dir),
        "set",
        report_id,
        "figure.fy_apply=180",
        "doc_number=云政5号",
    ]
    assert cli.run(cli.parse(command)) == 0

    drafting.type(drafting.find(QLineEdit, "field:notes"), "字")
    drafting.window.close()

    with Store.open(drafting.data_dir) as store:
        kept = store.load(report_id)
    assert str(kept.figure("fy_apply").value) == "180"
    assert (kept.letterhead.doc_number, kept.letterhead.notes) == ("云政5号", "字")


def test_what_another_program_wrote_is_shown_when_the_window_is_used_again(drafting: Clerk) -> None:
    drafting.window.activateWindow()
    drafting.qtbot.waitUntil(drafting.window.isActiveWindow)
    drafting.type(drafting.find(QLineEdit, "field:notes"), "字")
    drafting.window.flush()
    report_id = drafting.window.store.list()[0].id
    assert (
        cli.run(cli.parse(["--data-dir", str(drafting.data_dir), "set", report_id, "doc_number=云政5号"]))
        == 0
    )

    QApplication.sendEvent(drafting.window, QEvent(QEvent.Type.ActivationChange))

    assert drafting.find(QLineEdit, "field:doc_number").text() == "云政5号"
    assert drafting.find(QLabel, "save_state").text().startswith("已保存")
    drafting.window.view.undo()
    assert drafting.find(QLineEdit, "field:notes").text() != "字"
    assert drafting.find(QLineEdit, "field:doc_number").text() == "云政5号"


def test_a_message_stands_beside_the_save_state_for_a_while(
    drafting: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "MESSAGE_MS", 20)
    state = drafting.find(QLabel, "save_state")

    drafting.window.view.told.emit("已把 9 面交给打印机。")

    assert drafting.window.statusBar().currentMessage() == "已把 9 面交给打印机。"
    assert state.isVisible()
    assert state.width() >= state.fontMetrics().horizontalAdvance(state.text())
    drafting.qtbot.waitUntil(lambda: drafting.window.statusBar().currentMessage() == "")


def test_a_message_never_hides_that_saving_failed(drafting: Clerk) -> None:
    def refuse(_report: Report, _before: Report) -> None:
        raise UserError("磁盘已满，改动还在窗口里；请清出空间。")

    view, state = drafting.window.view, drafting.find(QLabel, "save_state")
    view.draft._save = refuse
    view.told.emit("已把 9 面交给打印机。")
    drafting.type(drafting.find(QLineEdit, "field:notes"), "此件依申请公开")
    view.flush()
    assert state.isVisible()

    view.told.emit("已把 9 面交给打印机。")

    assert state.isVisible()
    assert state.text().startswith("保存失败")
    view.draft.give_up()


def test_a_report_that_was_left_is_nowhere_in_the_window(drafting: Clerk) -> None:
    state = drafting.find(QLabel, "save_state")
    old = drafting.window.view
    drafting.window.show_start()

    assert drafting.window.findChild(QTabWidget, "report_tabs") is None
    old.draft.saved.emit(datetime.now())
    old.counted.emit("旧")
    assert state.text() == ""
    assert drafting.find(QLabel, "counts").text() == ""

    drafting.window.open_report(drafting.window.store.list()[0].id)
    assert len(drafting.window.findChildren(QTabWidget, "report_tabs")) == 1


def test_a_finished_dialog_is_nowhere_in_the_window(drafting: Clerk) -> None:
    for button, dialog, close in (("export", "export_dialog", "export_close"),):
        drafting.click(button)
        drafting.click(close)

        assert drafting.window.findChild(QDialog, dialog) is None
    assert drafting.window.findChild(QDialog, "new_report_dialog") is None


def test_the_window_is_never_larger_than_its_screen(clerk: Clerk) -> None:
    clerk.window.resize(9000, 9000)
    clerk.window.close()

    window = clerk.open()

    room = window.screen().availableGeometry()
    assert window.size().boundedTo(room.size()) == window.size()


def test_files_are_asked_for_where_they_were_found_last(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "去年" / "2024.txt"
    file.parent.mkdir()
    file.write_text("云岭县关于2024年度法治政府建设情况的报告\n一、主要举措和成效\n内容。", "utf-8")
    clerk.click("import_report")
    first = clerk.find(QFileDialog, "import_dialog")
    assert not any("（" in one for one in first.nameFilters())
    first.filesSelected.emit([str(file)])
    first.reject()
    clerk.qtbot.waitUntil(lambda: clerk.window.view is not None, timeout=20000)

    clerk.window.ways_in.choose_imports()

    assert Path(clerk.find(QFileDialog, "import_dialog").directory().path()) == file.parent


def test_one_bad_file_keeps_no_other_back(clerk: Clerk, tmp_path: Path) -> None:
    good, bad = tmp_path / "2024.txt", tmp_path / "图片.txt"
    good.write_text("云岭县关于2024年度法治政府建设情况的报告\n一、主要举措和成效\n内容。", "utf-8")
    bad.write_bytes(bytes(range(256)))

    clerk.window.ways_in.import_files([bad, good])
    clerk.qtbot.waitUntil(lambda: clerk.window.findChild(QMessageBox, "message") is not None, timeout=20000)

    box = clerk.find(QMessageBox, "message")
    assert [one.year for one in clerk.window.store.list()] == [2024]
    assert "已导入 1 份报告" in box.text()
    assert "1 个文件没有导入" in box.text()
    assert "图片.txt" in box.informativeText()


def break_file(clerk: Clerk) -> None:
    clerk.window.close()
    for file in clerk.data_dir.glob("drafts.db*"):
        file.unlink()
    clerk.data_dir.mkdir(exist_ok=True)
    (clerk.data_dir / "drafts.db").write_bytes(b"not a database, but long enough to hold a header")
    clerk.open()
    clerk.qtbot.waitUntil(lambda: clerk.window.findChild(QDialog, "damage_dialog") is not None)


def test_a_broken_file_is_not_called_an_empty_one(clerk: Clerk) -> None:
    break_file(clerk)

    assert "不是草稿库或已损坏" in clerk.find(QLabel, "report_list_empty").text()


def test_a_sample_that_cannot_be_kept_is_refused_in_words(clerk: Clerk) -> None:
    break_file(clerk)
    clerk.click("damage_later")

    clerk.find(QPushButton, "open_sample").click()

    assert clerk.window.view is None
    assert "不是草稿库或已损坏" in clerk.find(QMessageBox, "message").text()


def test_a_failed_save_is_not_tried_with_every_change_of_window(drafting: Clerk) -> None:
    tried = []

    def refuse(report: Report, _before: Report) -> None:
        tried.append(report)
        raise UserError("磁盘已满，改动还在窗口里；请清出空间。")

    drafting.window.view.draft._save = refuse
    drafting.type(drafting.find(QLineEdit, "field:notes"), "字")
    drafting.window.flush()
    for _ in range(3):
        QApplication.sendEvent(drafting.window, QEvent(QEvent.Type.ActivationChange))

    assert len(tried) == 1
    drafting.window.view.draft.give_up()


INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QTextEdit)
MADE_BY_QT = ("qt_", "ScrollLeftButton", "ScrollRightButton")


@pytest.mark.parametrize("screen", ["start", "report"])
def test_every_interactive_widget_has_a_name_and_an_accessible_name(clerk: Clerk, screen: str) -> None:
    if screen == "report":
        clerk.click("open_sample")

    nameless = [
        (type(widget).__name__, widget.objectName(), widget.toolTip())
        for widget in clerk.window.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and not widget.objectName().startswith(MADE_BY_QT)
        and not isinstance(widget.parent(), QComboBox | QLineEdit)
        and not (widget.objectName() and widget.accessibleName())
    ]

    assert nameless == []


def test_a_second_application_object_is_not_made(clerk: Clerk) -> None:
    assert QApplication.instance().applicationName() == "法治年报"
