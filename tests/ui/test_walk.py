"""The clerk's whole way through the window: a new report, every kind of field, closed, reopened, exported."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
    QTextEdit,
    QWidget,
)

from models.template import MANDATED
from tests.ui.conftest import Clerk
from ui.lines_field import LinesField

LETTERHEAD = {
    "title": "云岭县2025年\n法治政府建设年度报告",
    "addressees": "中共澜州市委、澜州市人民政府",
    "doc_number": "云政〔2026〕5号",
    "date": "2026年2月9日",
    "contact_phone": "0871-65550000",
}


def fill_in(clerk: Clerk) -> None:
    for key, text in LETTERHEAD.items():
        clerk.type(clerk.find(QWidget, f"field:{key}"), text)
    clerk.type(clerk.find(QTextEdit, "field:preamble"), "现将有关情况报告如下：")
    for key in MANDATED:
        clerk.click(f"first_item:{key}")
        clerk.type(clerk.find(QLineEdit, f"heading:{key}:1"), f"{key}的第一条")
        clerk.type(clerk.find(QTextEdit, f"body:{key}:1"), f"{key}的正文，主要原因是人手不足。")
    table = clerk.find(QTableView, "figures_table")
    table.model().setData(cell(table, "行政复议申请", "本年"), "约1.2万")
    clerk.click("attachment_add")
    clerk.type(clerk.find(QLineEdit, "field:attachment_title"), "统计表")
    clerk.type(clerk.find(QTextEdit, "field:attachment_text"), "附件正文。")


def cell(table: QTableView, indicator: str, column: str):
    """The cell of an indicator, by name and column title."""
    model = table.model()
    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    rows = [row for row in range(model.rowCount()) if model.index(row, 0).data() == indicator]
    assert rows, indicator
    return model.index(rows[0], titles.index(column))


def test_what_was_filled_in_is_there_after_reopening_and_in_every_file(
    drafting: Clerk, tmp_path: Path
) -> None:
    fill_in(drafting)

    drafting.reopen()

    for key, text in LETTERHEAD.items():
        assert written(drafting.find(QWidget, f"field:{key}")) == text
    assert drafting.find(QTextEdit, "field:preamble").toPlainText() == "现将有关情况报告如下："
    for key in MANDATED:
        assert drafting.find(QLineEdit, f"heading:{key}:1").text() == f"{key}的第一条"
        assert drafting.find(QTextEdit, f"body:{key}:1").toPlainText() == f"{key}的正文，主要原因是人手不足。"
    assert cell(drafting.find(QTableView, "figures_table"), "行政复议申请", "本年").data() == "约1.2万"
    assert drafting.find(QLineEdit, "field:attachment_title").text() == "统计表"
    assert drafting.find(QTextEdit, "field:attachment_text").toPlainText() == "附件正文。"

    files = export(drafting, tmp_path / "导出")

    assert {file.suffix for file in files} == {".docx", ".pdf", ".xlsx", ".txt"}
    text = next(file for file in files if file.suffix == ".txt").read_text(encoding="utf-8-sig")
    assert all(f"{key}的第一条" in text for key in MANDATED)


def written(field: QWidget) -> str:
    assert isinstance(field, QLineEdit | LinesField)
    return field.text()


def export(clerk: Clerk, folder: Path) -> list[Path]:
    """Export everything through the dialog."""
    clerk.click("export")
    dialog = clerk.find(QDialog, "export_dialog")
    clerk.type(dialog.findChild(QLineEdit, "field:folder"), str(folder))
    dialog.findChild(QPushButton, "export_start").click()
    results = dialog.findChild(QListWidget, "export_results")
    clerk.qtbot.waitUntil(lambda: results.count() == 4, timeout=60000)
    return sorted(folder.iterdir())


def test_the_keyboard_alone_is_enough(clerk: Clerk) -> None:
    press, window = clerk.qtbot.keyClick, clerk.window
    control = Qt.KeyboardModifier.ControlModifier
    window.activateWindow()
    clerk.qtbot.waitUntil(window.isActiveWindow)
    assert clerk.find(QPushButton, "new_report").hasFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    dialog = clerk.find(QDialog, "new_report_dialog")
    clerk.qtbot.waitUntil(dialog.isActiveWindow)
    assert QApplication.focusWidget().objectName() == "field:organ"
    write(clerk, "云岭县人民政府")
    press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    write(clerk, "2025")
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.view is not None
    window.activateWindow()  # a window manager gives the keyboard back by itself; here there is none
    clerk.qtbot.waitUntil(window.isActiveWindow)

    assert QApplication.focusWidget().objectName() == "field:title"
    write(clerk, "云岭县年度报告")
    press(QApplication.focusWidget(), Qt.Key.Key_7, control)
    assert QApplication.focusWidget().objectName() == "figures_table"
    press(QApplication.focusWidget(), Qt.Key.Key_O, control)

    assert clerk.find(QTableView, "report_list").isVisible()
    assert QApplication.focusWidget().objectName() == "report_list"
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.view.draft.report.letterhead.title == "云岭县年度报告"
    assert window.view.draft.report.year == 2025


def write(clerk: Clerk, text: str) -> None:
    """Press one key a character where the keyboard is."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | LinesField)
    field.selectAll()
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(field, event)  # QTest's own keys are Latin only
    assert field.text() == text
