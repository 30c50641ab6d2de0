"""数据 as pictures: seen beside the table, walked through by keys, copied and saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QGuiApplication, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from models.quantity import Quantity
from models.report import Figure, Report, Section
from models.stored import Stored
from tests.the_sample import sample_report
from tests.ui.conftest import Clerk
from tests.ui.test_application import DARK, LIGHT, contrast
from ui import chart_picture
from ui.chart_list import ChartList
from ui.chart_painter import inks_of
from ui.chart_view import ChartView
from ui.charts_pane import ChartsPane
from ui.draft import Draft


def filled(report: Report) -> Report:
    """The report with two figures of like size."""
    for name, this, last in (("fy_apply", "179", "150"), ("fy_accept", "160", "140")):
        report = report.with_figure(Figure(name, Quantity.parse(this), Quantity.parse(last)))
    return report


@pytest.fixture
def draft() -> Draft:
    return Draft(Stored(sample_report(), 1, ""))


@pytest.fixture
def pane(draft: Draft, qtbot: QtBot) -> ChartsPane:
    shown = ChartsPane(draft)
    qtbot.addWidget(shown)
    shown.resize(1100, 600)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def view(pane: ChartsPane) -> ChartView:
    found = pane.findChild(ChartView)
    assert found is not None
    return found


def status(pane: ChartsPane) -> str:
    return pane.findChild(QLabel, "charts_status").text()


def middle(view: ChartView, row: int) -> QPoint:
    box = view.drawing.rows[row].box
    return QPoint(int(box.x + box.width / 2), int(box.y + box.height / 2))


def test_the_switch_shows_the_charts_and_a_bar_leads_to_its_row(drafting: Clerk) -> None:
    draft = drafting.window.view.draft
    draft.change("填写", filled(draft.report))
    drafting.window.view.reveal("figures")
    drafting.click("figures_face:charts")
    view, table = drafting.find(ChartView, "figures_chart"), drafting.find(QTableView, "figures_table")
    assert view.isVisible()
    assert not table.isVisible()

    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle(view, 1))

    assert table.isVisible()
    assert table.currentIndex().siblingAtColumn(0).data() == "受理行政复议案件"
    assert drafting.window.focusWidget() is table


def test_the_list_names_sections_and_their_subjects(pane: ChartsPane, view: ChartView) -> None:
    list_ = pane.findChild(ChartList)
    words = [list_.item(row).text().strip() for row in range(list_.count())]

    assert words[:2] == ["一 举措成效", "政务服务"]
    assert "三 第一责任人" in words
    list_.setCurrentRow(words.index("复议与应诉"))
    assert view.page.topic == "复议与应诉"


def test_what_is_too_wide_for_a_small_window_is_scrolled_and_not_cut_off(
    pane: ChartsPane, view: ChartView
) -> None:
    font = QFont(view.font())
    font.setPointSize(24)
    view.setFont(font)
    pane.resize(500, 400)

    assert view.drawing.width <= view.width()


def test_the_list_cuts_no_name_off(pane: ChartsPane) -> None:
    list_ = pane.findChild(ChartList)

    assert list_.sizeHintForColumn(0) <= list_.viewport().width()


def test_the_arrow_keys_go_from_row_to_row_and_say_it_in_words(pane: ChartsPane, view: ChartView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)

    words = "政务服务事项负面清单：上年168项，本年154项，下降8.33%"
    assert words in view.accessibleDescription()
    assert "第2项，共" in view.accessibleDescription()
    assert status(pane).startswith(words)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.indicator == view.drawing.rows[-1].indicator
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.indicator == view.drawing.rows[-2].indicator


def test_return_asks_for_the_figure(pane: ChartsPane, view: ChartView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.figure_wanted) as asked:
        QTest.keyClick(view, Qt.Key.Key_Return)

    assert asked.args == ["zwfw_total"]


def test_copying_puts_a_sharp_picture_on_white_on_the_clipboard(pane: ChartsPane, view: ChartView) -> None:
    pane.findChild(QPushButton, "copy_chart").click()
    picture = QGuiApplication.clipboard().image()

    assert picture.width() == 2 * chart_picture.WIDTH
    assert picture.pixelColor(0, 0) == QColor("white")
    assert len({picture.pixel(at, picture.height() // 2) for at in range(picture.width())}) > 2
    assert view.chart.title in status(pane)
    assert "政务服务事项清单：上年1954项" in QGuiApplication.clipboard().text()


def test_a_picture_is_on_white_in_the_dark_as_well(pane: ChartsPane, view: ChartView) -> None:
    view.setPalette(DARK)
    pane.findChild(QPushButton, "copy_chart").click()

    assert view.grab().toImage().pixelColor(1, 1) == DARK.base().color()
    assert QGuiApplication.clipboard().image().pixelColor(0, 0) == QColor("white")


@pytest.mark.parametrize(("suffix", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_a_chart_is_saved_as_a_file_and_none_is_overwritten(
    pane: ChartsPane, qtbot: QtBot, tmp_path: Path, suffix: str, begins: bytes
) -> None:
    wanted = tmp_path / f"图.{suffix}"
    wanted.write_bytes(b"other")
    pane.findChild(QPushButton, "save_chart").click()
    dialog = pane.findChild(QFileDialog, "save_chart_dialog")
    dialog.fileSelected.emit(str(wanted))
    dialog.reject()
    saved = tmp_path / f"图（2）.{suffix}"
    qtbot.waitUntil(lambda: str(saved) in status(pane))

    assert saved.read_bytes().startswith(begins)
    assert wanted.read_bytes() == b"other"
    assert not QImage(str(saved)).isNull() or suffix == "svg"


def test_the_menu_offers_the_picture_of_the_chart_under_the_mouse(pane: ChartsPane, view: ChartView) -> None:
    first_of_second = next(row for row, one in enumerate(view.drawing.rows) if one.chart == 1)
    at = middle(view, first_of_second)
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=at)
    QApplication.sendEvent(
        view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    )  # fmt: skip
    menu = pane.findChild(QMenu, "figures_menu")

    assert menu.actions()[0].text().startswith("复制图片")
    menu.actions()[0].trigger()
    assert view.page.charts[1].title in status(pane)
    menu.close()


def test_the_charts_follow_the_figures_and_keep_the_current_row(
    pane: ChartsPane, view: ChartView, draft: Draft, qtbot: QtBot
) -> None:
    view.go_to(2)
    indicator = view.indicator
    changed = draft.report.with_figure(Figure("zwfw_total", Quantity.parse("2222"), Quantity.parse("1954")))
    draft.change("填写", changed)

    qtbot.waitUntil(lambda: "2222项" in view.drawing.rows[0].description)
    assert view.indicator == indicator


def test_where_there_is_nothing_to_draw_one_sentence_says_what_to_do(qtbot: QtBot) -> None:
    report = Report(2025, "county-regulation", sections=(Section("measures", "举措"),))
    draft = Draft(Stored(report, 1, ""))
    pane = ChartsPane(draft)
    qtbot.addWidget(pane)
    pane.show()

    nothing = pane.findChild(QLabel, "charts_nothing")
    assert nothing.isVisible()
    assert "填上本年数和上年数" in nothing.text()
    draft.change("填写", report.with_figure(Figure("fy_apply", Quantity.parse("179"), Quantity.parse("150"))))
    qtbot.waitUntil(lambda: not nothing.isVisible())


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_of_a_chart_can_be_read(palette: QPalette) -> None:
    inks = inks_of(palette)

    for ground in (inks.paper, inks.chosen):
        assert contrast(inks.text, ground) >= 4.5
    assert contrast(inks.quiet, inks.paper) >= 4.5
    assert contrast(inks.this, inks.paper) >= 3
    assert contrast(inks.this, inks.last) >= 1.5
