"""A right click or the menu key offers what can be done: in lines, texts, tables, lists and on tabs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QMenu,
    QTableView,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.version import Occasion
from tests.ui.conftest import Clerk
from tests.ui.finding_desk import REPORT, FindingDesk
from ui.pages_view import PagesView
from ui.tables import dress_table


@pytest.fixture
def reading(clerk: Clerk) -> Clerk:
    clerk.window.open_report(clerk.window.store.create(REPORT))
    return clerk


def press_menu_key(widget: QWidget, place: QPoint = QPoint(5, 5)) -> None:  # noqa: B008 -- never changed
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


def words_of(menu: QMenu | None) -> dict[str, QAction]:
    assert menu is not None
    menu.hide()
    return {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}


def test_texts_and_tabs_offer_what_the_windows_menus_do(reading: Clerk) -> None:
    """A line undoes what the report undoes, and looks for what is selected in it."""
    line = reading.find(QLineEdit, "field:doc_number")
    reading.type(line, "云政〔2026〕6号")
    line.setFocus()
    line.setSelection(0, 2)
    press_menu_key(line)
    entries = words_of(line.findChild(QMenu, "edit_menu"))
    entries["查找所选文字"].trigger()
    assert reading.find(QLineEdit, "field:find").text() == "云政"
    entries["撤销 填写发文字号"].trigger()
    assert line.text() == "云政〔2026〕5号"

    text = reading.find(QTextEdit, "field:preamble")
    text.selectAll()
    press_menu_key(text.viewport())
    menu = text.findChild(QMenu, "edit_menu")
    words_of(menu)
    shown = {action.text() for action in menu.actions()}
    assert {"插入数字……\tCtrl+L", "查找所选文字\tCtrl+F", "复制\tCtrl+C", "全选\tCtrl+A"} <= shown

    tabs = reading.find(QTabWidget, "report_tabs")
    tabs.tabBar().customContextMenuRequested.emit(tabs.tabBar().tabRect(2).center())
    menu = tabs.findChild(QMenu, "tab_menu")
    words_of(menu)
    assert tabs.currentIndex() == 2
    assert reading.find(QAction, "action:find") in menu.actions()


def test_any_table_offers_its_cells_rows_and_whole_to_copy(qtbot: QtBot) -> None:
    table, model = QTableView(), QStandardItemModel(0, 2)
    qtbot.addWidget(table)
    model.setHorizontalHeaderLabels(["甲", "乙"])
    for cells in (("1", "2"), ("3", "4")):
        model.appendRow([QStandardItem(cell) for cell in cells])
    dress_table(table, "some_table", "表")
    table.setModel(model)
    table.setCurrentIndex(model.index(1, 1))
    copied = {}

    for words in ("复制", "复制整行", "复制整张表"):
        table.customContextMenuRequested.emit(QPoint(1, 1))
        menu = table.findChild(QMenu, "table_menu")
        words_of(menu)[words].trigger()
        copied[words] = QApplication.clipboard().text()
        QApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete)

    assert copied == {"复制": "4", "复制整行": "3\t4", "复制整张表": "甲\t乙\n1\t2\n3\t4"}


@pytest.mark.parametrize(
    ("name", "menu", "entry"),
    [
        ("report_list", "report_menu", "打开"),
        ("figures_table", "figures_menu", "复制"),
        ("findings_table", "table_menu", "复制整行"),
        ("versions_table", "table_menu", "复制整行"),
        ("preview_pages", "pages_menu", "到这一页的正文"),
        ("field:doc_number", "edit_menu", "全选"),
        ("field:preamble", "edit_menu", "全选"),
    ],
)
@pytest.mark.parametrize("key", ["menu key", "Shift+F10"])
def test_the_keyboard_opens_the_menu_of_what_it_is_in_where_it_is(
    reading: Clerk, name: str, menu: str, entry: str, key: str
) -> None:
    place = before(reading, name)
    here = place.visualRect(place.currentIndex()) if isinstance(place, QTableView) else place.rect()

    if key == "Shift+F10":
        QTest.keyClick(place, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    else:
        press_menu_key(place, here.center())

    opened = reading.find(QMenu, menu)
    inside = place.viewport() if isinstance(place, QTableView) else place
    assert opened.isVisible()
    assert abs(inside.mapFromGlobal(opened.pos()).y() - here.center().y()) <= here.height()
    assert entry in words_of(opened)


def before(clerk: Clerk, name: str) -> QWidget:
    """The keyboard in a table's row, a line or a text."""
    clerk.window.activateWindow()
    match name:
        case "report_list":
            clerk.window.show_start()
        case "figures_table":
            clerk.window.view.reveal("figures")
        case "findings_table":
            clerk.click("findings")
        case "preview_pages":
            clerk.window.view.show_preview()
            clerk.qtbot.waitUntil(lambda: clerk.window.findChild(PagesView, name) is not None)
            pages = clerk.find(PagesView, name)
            clerk.qtbot.waitUntil(lambda: pages.page_count > 0, timeout=30_000)
        case "versions_table":
            store, report_id = clerk.window.store, clerk.window.chosen_id
            store.keep_version(store.plan_version(report_id, Occasion.NAMED, "送审前"))
            clerk.find(QAction, "action:versions").trigger()
    place = clerk.find(QWidget, name)
    if isinstance(place, QTableView):
        clerk.qtbot.waitUntil(lambda: place.currentIndex().isValid())
    place.setFocus()
    clerk.qtbot.waitUntil(place.hasFocus)
    return place


class OwnMenu(QTableView):
    """A table that makes its menu itself."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()


def test_a_table_with_a_menu_of_its_own_keeps_it(qtbot: QtBot) -> None:
    own, given = OwnMenu(), QTableView()
    for table in (own, given):
        qtbot.addWidget(table)
        dress_table(table, "some_table", "表")
        table.setModel(QStandardItemModel(1, 1, table))
    given.customContextMenuRequested.connect(lambda _at: None)

    given.customContextMenuRequested.emit(QPoint(1, 1))

    assert own.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu
    assert given.findChild(QMenu, "table_menu") is None


def test_the_list_of_attachments_offers_what_its_buttons_do(qtbot: QtBot, data_dir: Path) -> None:
    desk = FindingDesk(qtbot, data_dir)
    desk.tabs.reveal("attachments", (1,))
    listed = desk.find(QListWidget, "attachments_list")

    listed.customContextMenuRequested.emit(QPoint(1, 1))

    entries = words_of(listed.findChild(QMenu, "attachments_list_menu"))
    assert not entries["上移"].isEnabled()
    entries["添加"].trigger()
    assert listed.count() == 2


def test_the_menu_of_the_pages_turns_them_over_and_leads_to_their_text(reading: Clerk) -> None:
    pages = before(reading, "preview_pages")
    assert isinstance(pages, PagesView)
    pages.go_to(1)
    assert pages.page_count > 1

    for words, page in (("下一页", 2), ("上一页", 1)):
        press_menu_key(pages)
        words_of(reading.find(QMenu, "pages_menu"))[words].trigger()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert pages.page == page

    press_menu_key(pages)
    entries = words_of(reading.find(QMenu, "pages_menu"))
    assert not entries["上一页"].isEnabled()
    entries["到这一页的正文"].trigger()
    assert reading.window.focusWidget() is not pages
