"""数据: one table in which every number is said once; sentences follow it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.indicator import Indicator, Kind
from models.quantity import Quantity
from models.quotations import places
from models.report import Figure
from tests.the_sample import sample_report
from tests.ui.conftest import Clerk
from tests.ui.hands import Hands
from tests.ui.tab_desk import FiguresDesk, figures_desk
from tests.ui.test_walk import cell


def put(clerk: Hands, indicator: str, column: str, text: str) -> bool:
    table = clerk.find(QTableView, "figures_table")
    return table.model().setData(cell(table, indicator, column), text)


def shown(clerk: Hands, indicator: str, column: str) -> str:
    return cell(clerk.find(QTableView, "figures_table"), indicator, column).data()


@pytest.fixture
def filling(qtbot: QtBot) -> FiguresDesk:
    return figures_desk(qtbot)


@pytest.mark.parametrize("wrong", ["很多", "007", "179人"])
def test_what_is_no_quantity_is_refused_in_words_and_the_old_value_kept(
    filling: FiguresDesk, wrong: str
) -> None:
    put(filling, "行政复议申请", "本年", "179")

    assert not put(filling, "行政复议申请", "本年", wrong)

    assert shown(filling, "行政复议申请", "本年") == "179"
    assert "原值未改" in filling.find(QLabel, "figures_status").text()


def test_the_complaint_goes_with_the_next_good_value(filling: FiguresDesk) -> None:
    put(filling, "行政复议申请", "本年", "很多")
    put(filling, "行政复议申请", "本年", "180")

    assert "很多" not in filling.find(QLabel, "figures_status").text()


def test_the_change_on_last_year_is_reckoned(filling: FiguresDesk) -> None:
    put(filling, "行政复议申请", "本年", "180")
    put(filling, "行政复议申请", "上年", "150")

    assert shown(filling, "行政复议申请", "增减") == "+30（+20.00%）"


def test_a_new_amount_stands_in_the_sentences_at_once(clerk: Clerk) -> None:
    clerk.click("open_sample")
    report = clerk.draft.report
    name = report.indicator(next(iter(places(report)))).name
    body = clerk.find(QTextEdit, "body:measures:1")
    assert report.figures

    put(clerk, name, "本年", "987654")

    assert "987654" in body.toPlainText()
    clerk.undo()
    assert "987654" not in body.toPlainText()


@pytest.fixture
def stated(filling: FiguresDesk) -> FiguresDesk:
    """A report that states a fall in words, the amount without a sign."""
    draft = filling.draft
    own = Indicator("own_1", "来访量同比", "%", Kind.CHANGE)
    report = replace(draft.report, own_indicators=(own,), preamble=("来访量同比下降{{own_1}}。",))
    draft.change("写", report.with_figure(Figure("own_1", Quantity.parse("11.73%"))))
    return filling


def test_a_stated_fall_is_shown_with_a_minus_and_printed_without(stated: FiguresDesk) -> None:
    assert shown(stated, "来访量同比", "本年") == "-11.73%"

    put(stated, "来访量同比", "本年", "-12.5%")

    report = stated.draft.report
    assert shown(stated, "来访量同比", "本年") == "-12.5%"
    assert report.printed(report.preamble[0]) == "来访量同比下降12.5%。"


def test_the_amount_shown_is_the_same_amount_when_it_is_left_as_it_is(stated: FiguresDesk) -> None:
    before = stated.draft.report
    put(stated, "来访量同比", "本年", "-11.73%")

    assert stated.draft.report is before


def test_full_width_digits_and_separators_are_put_right(filling: FiguresDesk) -> None:
    put(filling, "行政复议申请", "本年", "1，790")
    put(filling, "行政复议申请", "上年", "约１７９０")

    assert shown(filling, "行政复议申请", "本年") == "1790"
    assert shown(filling, "行政复议申请", "上年") == "约1790"


def test_words_narrow_the_rows(filling: FiguresDesk) -> None:
    filling.type(filling.find(QLineEdit, "figures_filter"), "复议 申请")
    model = filling.find(QTableView, "figures_table").model()

    names = [model.index(row, 0).data() for row in range(model.rowCount())]

    assert "行政复议申请" in names
    assert len(names) < 10


def test_only_what_the_report_uses_is_shown_at_first_and_the_rest_on_demand(qtbot: QtBot) -> None:
    clerk = figures_desk(qtbot, sample_report())
    model = clerk.find(QTableView, "figures_table").model()
    assert clerk.find(QPushButton, "figures_show:used").isChecked()
    used = model.rowCount()

    clerk.click("figures_show:all")

    assert model.rowCount() > used


def test_an_own_indicator_is_added_and_can_be_filled_in(drafting: Clerk) -> None:
    drafting.click("figures_add")
    dialog = drafting.find(QDialog, "indicator_dialog")
    assert not dialog.findChild(QPushButton, "dialog_ok").isEnabled()
    drafting.type(dialog.findChild(QLineEdit, "field:indicator_name"), "法治广场")
    drafting.type(dialog.findChild(QLineEdit, "field:indicator_unit"), "个")
    dialog.findChild(QPushButton, "dialog_ok").click()
    put(drafting, "法治广场", "本年", "12")

    drafting.reopen()

    assert (shown(drafting, "法治广场", "本年"), shown(drafting, "法治广场", "单位")) == ("12", "个")


def type_number(clerk: Hands, table: QTableView, number: str) -> QWidget:
    """The first key opens a cell's editor, the others go there."""
    clerk.qtbot.keyClicks(table, number[0])
    editor = table.indexWidget(table.currentIndex())
    clerk.qtbot.keyClicks(editor, number[1:])
    return editor


def test_typing_and_return_fills_a_column_downward(filling: FiguresDesk) -> None:
    filling.tab.reveal("")
    table = filling.find(QTableView, "figures_table")
    start = cell(table, "行政复议申请", "本年")
    table.setCurrentIndex(start)
    below = start.siblingAtRow(start.row() + 1)

    filling.qtbot.keyClick(type_number(filling, table, "179"), Qt.Key.Key_Return)
    filling.qtbot.waitUntil(lambda: table.currentIndex() == below)
    filling.qtbot.keyClick(type_number(filling, table, "20"), Qt.Key.Key_Return)
    filling.qtbot.waitUntil(lambda: table.currentIndex() != below)

    assert [start.data(), below.data()] == ["179", "20"]


def test_a_number_still_being_typed_is_kept_when_the_window_closes(drafting: Clerk) -> None:
    drafting.window.view.reveal("figures")
    table = drafting.find(QTableView, "figures_table")
    table.setCurrentIndex(cell(table, "行政复议申请", "本年"))
    type_number(drafting, table, "179")

    drafting.reopen()

    assert shown(drafting, "行政复议申请", "本年") == "179"
