"""The table of what was measured on the PDF: what is broken stands first and is said in words too."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QTableWidget, QTabWidget
from pytestqt.qtbot import QtBot

from exporters.measuring import LayoutReport, Verdict
from tests.ui.conftest import Clerk
from ui import look
from ui.layout_table import LayoutTable, layout_words

KEPT = Verdict("a", "纸张", "GB/T 9704-2012 5.1", "纸张210×297 mm", "第1—2面都是", True, None)
BROKEN = Verdict("b", "行数", "GB/T 9704-2012 5.2.3", "每面22行", "第2面实测21行", False, 2)
IDLE = Verdict("c", "版记", "GB/T 9704-2012 7.4", "版记在最后一面", "没有版记", None, None)


def report(*rules: Verdict) -> LayoutReport:
    return LayoutReport(2, 2, 44, 28, (), ("— 1 —", "— 2 —"), rules)


def table(qtbot: QtBot, *rules: Verdict) -> QTableWidget:
    shown = LayoutTable()
    qtbot.addWidget(shown)
    shown.show_report(report(*rules))
    found = shown.findChild(QTableWidget, "layout_table")
    assert found is not None
    found.setParent(None)
    qtbot.addWidget(found)
    return found


def row(found: QTableWidget, number: int) -> list[str]:
    return [found.item(number, column).text() for column in range(found.columnCount())]


def test_what_is_broken_stands_first_and_what_does_not_apply_last(qtbot: QtBot) -> None:
    found = table(qtbot, IDLE, KEPT, BROKEN)

    assert row(found, 0) == ["✗", "每面22行", "第2面实测21行", "2", "GB/T 9704-2012 5.2.3"]
    assert row(found, 1) == ["✓", "纸张210×297 mm", "第1—2面都是", "", "GB/T 9704-2012 5.1"]
    assert row(found, 2)[0] == "－"


def test_a_screen_reader_says_the_signs_in_words_and_colour_is_not_all(qtbot: QtBot) -> None:
    found = table(qtbot, KEPT, BROKEN)

    spoken = [found.item(number, 0).data(Qt.ItemDataRole.AccessibleTextRole) for number in range(2)]
    assert spoken == ["不合格", "合格"]
    assert found.item(0, 1).foreground().color() == look.wrong_colour(found.palette())
    assert "每面22行" in found.item(0, 2).toolTip()


def test_the_tab_says_at_once_whether_all_is_well() -> None:
    assert layout_words(report(KEPT, IDLE)) == "版面 ✓"
    assert layout_words(report(KEPT, BROKEN, BROKEN)) == "版面 ✗ 2"


def export(clerk: Clerk, folder: Path, formats: set[str]) -> QDialog:
    clerk.click("export")
    dialog = clerk.find(QDialog, "export_dialog")
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(box.objectName().removeprefix("field:format_") in formats)
    clerk.type(dialog.findChild(QLineEdit, "field:folder"), str(folder))
    dialog.findChild(QPushButton, "export_start").click()
    status = dialog.findChild(QLabel, "export_status")
    clerk.qtbot.waitUntil(lambda: status.text().startswith("已导出"), timeout=60000)
    return dialog


def test_after_an_export_the_page_is_measured_and_shown(drafting: Clerk, tmp_path: Path) -> None:
    dialog = export(drafting, tmp_path, {"pdf"})

    outcome = dialog.findChild(QTabWidget, "export_outcome")
    assert outcome.isTabVisible(1)
    assert outcome.tabText(1) == "版面 ✓"
    outcome.setCurrentIndex(1)
    found = dialog.findChild(QTableWidget, "layout_table")
    assert found.rowCount() > 20
    assert "每行" in dialog.findChild(QLabel, "layout_summary").text()


def test_without_a_pdf_nothing_is_measured(drafting: Clerk, tmp_path: Path) -> None:
    dialog = export(drafting, tmp_path, {"txt"})

    assert not dialog.findChild(QTabWidget, "export_outcome").isTabVisible(1)
