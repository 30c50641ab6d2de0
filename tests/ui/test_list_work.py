"""What is done with the whole list: marks, order, search, several exported, recent ones, files dragged over."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTextEdit,
    QTreeWidget,
    QWidget,
)

from actions.drafting import new_report
from models.report import Section, Stage
from tests.ui.conftest import Clerk
from ui.dropping import drop_words
from ui.marked_line import shortened
from ui.report_list_model import CHECKED, DONE, SHARE

BLANK = new_report("county-regulation", "云岭县人民政府", 2025)
WRITTEN = replace(BLANK, year=2024).with_section(
    Section("plan", "四、安排", ("明年继续办理行政复议案件。", "开展培训１２场。"))
)


@pytest.fixture
def listing(clerk: Clerk) -> Clerk:
    """A clerk with a blank report of 2025 and, changed later, one of 2024 with a plan."""
    for report in (BLANK, WRITTEN):
        clerk.window.store.create(report)
    clerk.window.refresh_list()
    return clerk


def column(clerk: Clerk, number: int) -> list[str]:
    model = clerk.find(QTableView, "report_list").model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_the_newest_year_comes_first_and_a_click_sorts_otherwise(listing: Clerk) -> None:
    table = listing.find(QTableView, "report_list")
    assert column(listing, 0) == ["2025", "2024"]
    chosen = listing.window.chosen_id

    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    assert column(listing, 0) == ["2024", "2025"]
    assert listing.window.chosen_id == chosen


def test_each_row_says_how_complete_its_report_is_and_what_the_checks_find(listing: Clerk) -> None:
    listing.qtbot.waitUntil(lambda: all(column(listing, DONE)), timeout=20000)

    assert column(listing, DONE) == ["0/7", "1/7"]
    assert all(words.startswith("! ") and "错" in words for words in column(listing, CHECKED))
    model = listing.find(QTableView, "report_list").model()
    assert model.index(1, DONE).data(SHARE) == pytest.approx(1 / 7)
    assert "文头" in model.index(1, DONE).data(Qt.ItemDataRole.ToolTipRole)


def test_the_days_left_are_red_in_the_last_week_and_gone_when_the_report_is_final(listing: Clerk) -> None:
    page = listing.window.start_page
    page.today = lambda: date(2026, 3, 3)
    listing.window.refresh_list()
    assert "云岭县人民政府 2025 年度报告" in words(page)
    assert "报送截止 3月1日 · 已过 2 天" in words(page)

    listing.window.store.create(replace(BLANK, stage=Stage.FINAL))
    listing.window.refresh_list()

    assert "报送截止 3月1日 · 还有 363 天" in words(page)


def words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def search(clerk: Clerk, wish: str) -> list[str]:
    field = clerk.find(QLineEdit, "search_all")
    clerk.type(field, wish)
    said = lambda: clerk.find(QLabel, "search_said").text()  # noqa: E731
    clerk.qtbot.waitUntil(lambda: "找到" in said(), timeout=20000)
    return list(clerk.window.list_work._search.results.shown())


def test_searching_finds_sentences_in_all_reports_and_return_opens_the_place(listing: Clerk) -> None:
    listing.find(QAction, "action:search_all").trigger()
    assert search(listing, "行政复议 明年") == ["四 下年安排：明年继续办理行政复议案件。"]

    listing.qtbot.keyClick(listing.find(QLineEdit, "search_all"), Qt.Key.Key_Down)
    listing.qtbot.keyClick(listing.find(QTreeWidget, "search_results"), Qt.Key.Key_Return)

    view = listing.window.view
    assert view is not None
    assert view.draft.report.year == 2024
    listing.qtbot.waitUntil(lambda: selected(listing) == "明年继续办理行政复议案件。", timeout=5000)


def selected(clerk: Clerk) -> str:
    return "".join(one.textCursor().selectedText() for one in clerk.window.view.findChildren(QTextEdit))


def test_searching_follows_changes_and_leaves_out_the_trash(listing: Clerk) -> None:
    assert search(listing, "培训12场")
    store = listing.window.store
    store.trash(next(one.id for one in store.list() if one.year == 2024))
    listing.window.refresh_list()

    listing.qtbot.waitUntil(
        lambda: "没有找到“培训12场”" in listing.find(QLabel, "search_said").text(), timeout=20000
    )

    listing.qtbot.keyClick(listing.find(QLineEdit, "search_all"), Qt.Key.Key_Escape)
    assert listing.find(QTableView, "report_list").isVisible()


def test_a_long_sentence_is_cut_so_that_the_first_mark_shows() -> None:
    text, marks = shortened("字" * 60 + "复议" + "字" * 5, ((60, 62),))

    assert text.startswith("……")
    assert [text[start:stop] for start, stop in marks] == ["复议"]
    assert shortened("复议", ((0, 2),)) == ("复议", [(0, 2)])


def test_several_reports_are_exported_at_once(listing: Clerk, tmp_path: Path) -> None:
    table = listing.find(QTableView, "report_list")
    table.selectAll()
    listing.find(QAction, "action:export_many").trigger()
    dialog = listing.find(QDialog, "export_many_dialog")
    for key in ("docx", "pdf", "xlsx"):
        dialog.findChild(QCheckBox, f"field:format_{key}").setChecked(False)
    listing.type(dialog.findChild(QLineEdit, "field:folder"), str(tmp_path / "导出"))
    gone = next(one.id for one in listing.window.store.list() if one.year == 2025)
    listing.window.store.trash(gone)
    listing.window.store.purge(gone)

    dialog.findChild(QPushButton, "export_many_start").click()

    results = dialog.findChild(QListWidget, "export_many_results")
    listing.qtbot.waitUntil(lambda: results.count() == 1, timeout=30000)
    assert "已导出 1 份报告，1 份没有导出" in dialog.findChild(QLabel, "export_many_status").text()
    assert gone in dialog.findChild(QPlainTextEdit, "export_many_problems").toPlainText()
    assert [file.suffix for file in (tmp_path / "导出").iterdir()] == [".txt"]


def test_the_report_opened_last_is_chosen_at_the_start_and_listed_in_the_menu(listing: Clerk) -> None:
    older = next(one.id for one in listing.window.store.list() if one.year == 2024)
    listing.window.open_report(older)
    listing.window.close()
    window = listing.open()
    assert window.chosen_id == older

    menu = listing.find(QMenu, "recent_menu")
    menu.aboutToShow.emit()

    assert [entry.text()[:8] for entry in menu.actions()] == ["&1　2024　"]
    menu.actions()[0].trigger()
    assert window.view.draft.report.year == 2024


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["去年.docx", "前年.txt"], "导入 2 份报告"),
        (["回.fznb"], "打开带来的包"),
        (["表.xlsx"], "不能导入"),
        (["去年.docx", "图.png"], "另有 1 个文件不能导入"),
    ],
)
def test_what_letting_go_of_files_would_do_is_said(names: list[str], said: str) -> None:
    assert said in drop_words([Path(name) for name in names])


def test_a_frame_lies_over_the_window_while_files_are_dragged_over_it(clerk: Clerk) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/去年.docx")])
    frame = clerk.find(QWidget, "drop_frame")
    entering = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    QApplication.sendEvent(clerk.window.windowHandle(), entering)

    assert entering.isAccepted()
    assert frame.isVisible()
    assert frame.geometry().contains(QPointF(clerk.window.rect().center()).toPoint())
    QApplication.sendEvent(clerk.window.windowHandle(), QDragLeaveEvent())
    assert not frame.isVisible()
