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

from models.indicator import Indicator, Kind
from models.quantity import Quantity
from models.quotations import places
from models.report import Figure
from tests.ui.conftest import Clerk
from tests.ui.test_walk import cell


def put(clerk: Clerk, indicator: str, column: str, text: str) -> bool:
    table = clerk.find(QTableView, "figures_table")
    return table.model().setData(cell(table, indicator, column), text)


def shown(clerk: Clerk, indicator: str, column: str) -> str:
    return cell(clerk.find(QTableView, "figures_table"), indicator, column).data()


@pytest.mark.parametrize("wrong", ["很多", "007", "179人"])
def test_what_is_no_quantity_is_refused_in_words_and_the_old_value_kept(drafting: Clerk, wrong: str) -> None:
    put(drafting, "行政复议申请", "本年", "179")

    assert not put(drafting, "行政复议申请", "本年", wrong)

    assert shown(drafting, "行政复议申请", "本年") == "179"
    assert "原值未改" in drafting.find(QLabel, "figures_status").text()


def test_the_complaint_goes_with_the_next_good_value(drafting: Clerk) -> None:
    put(drafting, "行政复议申请", "本年", "很多")
    put(drafting, "行政复议申请", "本年", "180")

    assert "很多" not in drafting.find(QLabel, "figures_status").text()


def test_the_change_on_last_year_is_reckoned(drafting: Clerk) -> None:
    put(drafting, "行政复议申请", "本年", "180")
    put(drafting, "行政复议申请", "上年", "150")

    assert shown(drafting, "行政复议申请", "增减") == "+30（+20.00%）"


def test_a_new_amount_stands_in_the_sentences_at_once(clerk: Clerk) -> None:
    clerk.click("open_sample")
    report = clerk.window.view.draft.report
    name = report.indicator(next(iter(places(report)))).name
    body = clerk.find(QTextEdit, "body:measures:1")
    assert report.figures

    put(clerk, name, "本年", "987654")

    assert "987654" in body.toPlainText()
    clerk.window.view.undo()
    assert "987654" not in body.toPlainText()


@pytest.fixture
def stated(drafting: Clerk) -> Clerk:
    """A report that states a fall in words, the amount without a sign."""
    draft = drafting.window.view.draft
    own = Indicator("own_1", "来访量同比", "%", Kind.CHANGE)
    report = replace(draft.report, own_indicators=(own,), preamble=("来访量同比下降{{own_1}}。",))
    draft.change("写", report.with_figure(Figure("own_1", Quantity.parse("11.73%"))))
    return drafting


def test_a_stated_fall_is_shown_with_a_minus_and_printed_without(stated: Clerk) -> None:
    assert shown(stated, "来访量同比", "本年") == "-11.73%"

    put(stated, "来访量同比", "本年", "-12.5%")

    report = stated.window.view.draft.report
    assert shown(stated, "来访量同比", "本年") == "-12.5%"
    assert report.printed(report.preamble[0]) == "来访量同比下降12.5%。"


def test_the_amount_shown_is_the_same_amount_when_it_is_left_as_it_is(stated: Clerk) -> None:
    before = stated.window.view.draft.report
    put(stated, "来访量同比", "本年", "-11.73%")

    assert stated.window.view.draft.report is before


def test_full_width_digits_and_separators_are_put_right(drafting: Clerk) -> None:
    put(drafting, "行政复议申请", "本年", "1，790")
    put(drafting, "行政复议申请", "上年", "约１７９０")

    assert shown(drafting, "行政复议申请", "本年") == "1790"
    assert shown(drafting, "行政复议申请", "上年") == "约1790"


def test_words_narrow_the_rows(drafting: Clerk) -> None:
    drafting.type(drafting.find(QLineEdit, "figures_filter"), "复议 申请")
    model = drafting.find(QTableView, "figures_table").model()

    names = [model.index(row, 0).data() for row in range(model.rowCount())]

    assert "行政复议申请" in names
    assert len(names) < 10


def test_only_what_the_report_uses_is_shown_at_first_and_the_rest_on_demand(clerk: Clerk) -> None:
    clerk.click("open_sample")
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


def type_number(clerk: Clerk, table: QTableView, number: str) -> QWidget:
    """The first key opens a cell's editor, the others go there."""
    clerk.qtbot.keyClicks(table, number[0])
    editor = table.indexWidget(table.currentIndex())
    clerk.qtbot.keyClicks(editor, number[1:])
    return editor


def test_typing_and_return_fills_a_column_downward(drafting: Clerk) -> None:
    drafting.window.view.reveal("figures")
    table = drafting.find(QTableView, "figures_table")
    start = cell(table, "行政复议申请", "本年")
    table.setCurrentIndex(start)
    below = start.siblingAtRow(start.row() + 1)

    drafting.qtbot.keyClick(type_number(drafting, table, "179"), Qt.Key.Key_Return)
    drafting.qtbot.waitUntil(lambda: table.currentIndex() == below)
    drafting.qtbot.keyClick(type_number(drafting, table, "20"), Qt.Key.Key_Return)
    drafting.qtbot.waitUntil(lambda: table.currentIndex() != below)

    assert [start.data(), below.data()] == ["179", "20"]


def test_a_number_still_being_typed_is_kept_when_the_window_closes(drafting: Clerk) -> None:
    drafting.window.view.reveal("figures")
    table = drafting.find(QTableView, "figures_table")
    table.setCurrentIndex(cell(table, "行政复议申请", "本年"))
    type_number(drafting, table, "179")

    drafting.reopen()

    assert shown(drafting, "行政复议申请", "本年") == "179"
