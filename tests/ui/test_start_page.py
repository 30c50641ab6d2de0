"""The list of reports: what stands in it, opened by keys and by the mouse."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QTableView

from actions.drafting import new_report
from tests.ui.conftest import NARROW, WIDE, Clerk
from ui.report_list_model import ORGAN, TITLE, UPDATED


@pytest.fixture
def listing(clerk: Clerk) -> Clerk:
    """A clerk with two reports in the list."""
    for organ in ("云岭县人民政府", "澜江县人民政府"):
        clerk.window.store.create(new_report("county-regulation", organ, 2025))
    clerk.window.show_start()
    return clerk


def press(clerk: Clerk, key: Qt.Key) -> None:
    clerk.qtbot.keyClick(clerk.find(QTableView, "report_list"), key)


def test_the_list_shows_every_report_and_the_last_one_first(listing: Clerk) -> None:
    model = listing.find(QTableView, "report_list").model()

    assert [model.index(row, 1).data() for row in range(model.rowCount())] == [
        "澜江县人民政府",
        "云岭县人民政府",
    ]


def test_return_opens_the_chosen_report(listing: Clerk) -> None:
    press(listing, Qt.Key.Key_Down)
    press(listing, Qt.Key.Key_Return)

    assert listing.window.view.draft.report.letterhead.organs == ("云岭县人民政府",)


def test_a_double_click_opens_a_report(listing: Clerk) -> None:
    table = listing.find(QTableView, "report_list")
    place = table.visualRect(table.model().index(0, 2)).center()

    listing.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    listing.qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert listing.window.view is not None


def test_a_double_click_that_is_said_twice_opens_once(listing: Clerk) -> None:
    table = listing.find(QTableView, "report_list")
    table.doubleClicked.emit(table.model().index(0, 0))
    view = listing.window.view
    assert view is not None

    table.activated.emit(table.model().index(0, 0))

    assert listing.window.view is view


def use_again(clerk: Clerk) -> None:
    """Another window had the keyboard meanwhile."""
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    QApplication.sendEvent(clerk.window, QEvent(QEvent.Type.ActivationChange))


def test_a_list_that_is_the_same_is_left_alone_when_the_window_is_used_again(listing: Clerk) -> None:
    use_again(listing)
    table = listing.find(QTableView, "report_list")
    held = QPersistentModelIndex(table.model().index(1, 2))

    use_again(listing)

    assert held.isValid()


def test_a_list_that_is_another_waits_for_the_second_click(listing: Clerk) -> None:
    use_again(listing)
    table = listing.find(QTableView, "report_list")
    place = table.visualRect(table.model().index(1, 2)).center()
    listing.window.store.create(new_report("county-regulation", "沧源县人民政府", 2025))

    listing.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    use_again(listing)
    listing.qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert listing.window.view.draft.report.letterhead.organs == ("云岭县人民政府",)
    listing.window.show_start()
    assert table.model().rowCount() == 3


def test_a_list_that_is_another_is_shown_when_no_second_click_comes(listing: Clerk) -> None:
    table = listing.find(QTableView, "report_list")
    listing.window.store.create(new_report("county-regulation", "沧源县人民政府", 2025))

    listing.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton)
    use_again(listing)

    listing.qtbot.waitUntil(lambda: table.model().rowCount() == 3)


def test_a_report_deleted_elsewhere_is_told_in_words(listing: Clerk) -> None:
    gone = listing.window.store.list()[0].id
    listing.window.store.trash(gone)
    listing.window.store.purge(gone)

    listing.window.open_report(gone)

    assert gone in listing.find(QMessageBox, "message").text()
    assert listing.find(QTableView, "report_list").model().rowCount() == 1


def test_the_empty_list_explains_itself(clerk: Clerk) -> None:
    assert "还没有报告" in clerk.find(QLabel, "report_list_empty").text()
    assert not clerk.find(QTableView, "report_list").isVisible()


def test_copies_are_told_apart_by_their_numbers_and_the_one_just_left_is_chosen(listing: Clerk) -> None:
    store = listing.window.store
    first = store.list()[-1].id
    copy = store.create(store.load(first))
    model = listing.find(QTableView, "report_list").model()

    listing.window.open_report(first)
    listing.window.show_start()

    titles = [str(model.index(row, 2).data()) for row in range(model.rowCount())]
    assert sum(f"（编号{number}）" in title for number in (first, copy) for title in titles) == 2
    assert sum("编号" in title for title in titles) == 2
    assert listing.window.chosen_id == first
    listing.window.refresh_list(copy)
    assert listing.window.chosen_id == copy


def test_the_menu_of_the_list_says_the_keys_that_do_the_same(listing: Clerk) -> None:
    table = listing.find(QTableView, "report_list")
    table.customContextMenuRequested.emit(table.visualRect(table.currentIndex()).center())

    menu = listing.find(QMenu, "report_menu")
    menu.hide()

    assert [action.text().partition("\t")[2] for action in menu.actions()] == ["回车", "", "", "Del"]


def test_a_narrow_window_shows_titles_and_the_last_change_instead_of_the_organ(listing: Clerk) -> None:
    table = listing.find(QTableView, "report_list")
    listing.resize(NARROW)

    assert table.isColumnHidden(ORGAN)
    assert table.columnViewportPosition(UPDATED) + table.columnWidth(UPDATED) <= table.viewport().width()
    assert table.columnWidth(TITLE) > 8 * table.fontMetrics().horizontalAdvance("字")

    listing.resize(WIDE)
    assert not table.isColumnHidden(ORGAN)


def test_the_days_that_are_left_go_below_a_long_heading_in_a_narrow_window(clerk: Clerk) -> None:
    clerk.window.start_page.today = lambda: date(2026, 1, 15)
    clerk.window.store.create(new_report("county-regulation", "云岭县人民政府办公室", 2025))
    clerk.window.refresh_list()

    assert clerk.window.start_page.minimumSizeHint().width() <= 683  # 1366 at 200 %
