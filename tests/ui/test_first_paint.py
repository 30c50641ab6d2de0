"""What is on screen first, what comes after it, and that nothing of it moves or flickers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMainWindow, QTableView, QWidget
from pytestqt.qtbot import QtBot

from models.report import Report
from models.store import Store
from tests.own_process import run_code
from ui import main_window
from ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]

FIRST_PAINTS = """
import os, sys
import main  # as the program starts
from ui.main_window import MainWindow

paint = MainWindow.paintEvent

def paint_event(self, event):
    paint(self, event)
    MainWindow.paintEvent = paint
    import PySide6.QtCore
    titles = [action.text() for action in self.menuBar().actions()]
    print("window", len(titles), "Qt" in vars(PySide6.QtCore), *sorted(sys.modules), flush=True)
    from ui.report_table import ReportTable
    paint_table = ReportTable.paintEvent

    def table_event(table, event):
        paint_table(table, event)
        print("list", table.model().rowCount(), table.width(), *sorted(sys.modules), flush=True)
        os._exit(0)

    ReportTable.paintEvent = table_event

MainWindow.paintEvent = paint_event
main.main(["--data-dir", sys.argv[1]])
"""
LATER = set(
    "sqlalchemy docx openpyxl reportlab fontTools cryptography platformdirs tomllib hashlib uuid platform decimal json "
    "getpass PySide6.QtPrintSupport PySide6.QtPdf cli commands checks importers exporters actions models.report "
    "models.content models.template models.places models.link_words models.atoms ui.draft ui.report_view ui.late_pages "
    "ui.new_report_dialog ui.roll_dialog ui.recovery_dialog ui.backup_clock ui.one_window ui.crash_log ui.after_paint "
    "ui.background ui.dialogs ui.messages ui.menus ui.icons ui.mnemonics ui.saving ui.safekeeping ui.trashing "
    "ui.parcels ui.ways_in ui.others ui.rolling ui.left_unsaved ui.dropping ui.list_work ui.overviews ui.share_bar "
    "ui.text_roles".split()
)
"""What the list of reports can be shown without; loaded when it is on screen, or when it is asked for."""
LIST = set("ui.report_table ui.report_list_model ui.row_model ui.tables ui.table_menu".split())


def test_the_window_is_on_screen_first_then_the_list_and_then_the_rest_is_loaded(data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        store.create(Report(2025, "county-regulation"))

    answer = run_code(FIRST_PAINTS, data_dir)

    first, second = (line.split() for line in answer.stdout.splitlines())
    assert first[:3] == ["window", "6", "False"], answer.stderr
    assert not (LATER | LIST) & set(first)
    assert second[:2] == ["list", "1"]
    assert int(second[2]) > 600, "it has its room already"
    assert not LATER & set(second)


def test_the_window_is_whole_once_it_was_painted(qtbot: QtBot, data_dir: Path) -> None:
    window = main_window.open_window(data_dir)
    qtbot.addWidget(window)
    assert not window.actions()
    assert QMainWindow.findChild(window, QAction, "action:new") is None

    with qtbot.waitSignal(window.painted):
        window.show()

    assert QMainWindow.findChild(window, QAction, "action:new").shortcut().toString() == "Ctrl+N"
    assert QMainWindow.findChild(window, QWidget, "drop_frame") is not None


def test_whoever_asks_before_the_first_paint_finds_everything(qtbot: QtBot, data_dir: Path) -> None:
    window = main_window.open_window(data_dir)
    qtbot.addWidget(window)

    assert window.findChild(QAction, "action:new") is not None


@pytest.fixture
def opened(qtbot: QtBot, data_dir: Path) -> MainWindow:
    """A window over a folder with two reports, not shown yet."""
    with Store.open(data_dir) as store:
        for year in (2024, 2025):
            store.create(Report(year, "county-regulation"))
    window = main_window.open_window(data_dir)
    qtbot.addWidget(window)
    return window


def places(window: MainWindow) -> dict[str, QRect]:
    """Where everything stands that can be seen, by its name or its words; looking makes nothing."""
    found = {}
    for one in QMainWindow.findChildren(window, QWidget):
        name = one.objectName() or (one.text() if isinstance(one, QLabel) else "")
        if name and one.isVisible():
            found[name] = QRect(one.mapTo(window, QPoint()), one.size())
    return found


def test_nothing_of_the_first_paint_moves_or_goes_when_the_rest_comes(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    before: dict[str, QRect] = {}
    finish = opened.start_page.finish
    monkeypatch.setattr(
        opened.start_page, "finish", lambda: (before or before.update(places(opened)), finish())
    )
    with qtbot.waitSignal(opened.painted):
        opened.show()

    after = places(opened)
    assert "report_list" in after
    assert "report_list" not in before
    assert {"open_sample", "search_all", "open_trash", "新建报告", "status_bar"} <= set(before)
    assert [name for name in before if name != "report_list_empty" and before[name] != after.get(name)] == []


def test_the_room_of_the_list_says_nothing_until_the_list_is_there(opened: MainWindow) -> None:
    room = QMainWindow.findChild(opened, QLabel, "report_list_empty")

    assert QMainWindow.findChild(opened, QTableView, "report_list") is None
    assert room.text() == ""


def test_the_list_has_the_keyboard_and_the_report_opened_last_is_chosen(
    qtbot: QtBot, opened: MainWindow
) -> None:
    older = next(one.id for one in opened.store.list() if one.year == 2024)
    opened.recent.note(older)

    with qtbot.waitSignal(opened.painted):
        opened.show()

    assert opened.focusWidget() is opened.start_page.table
    assert opened.chosen_id == older


def test_who_begins_to_search_at_once_keeps_the_keyboard(qtbot: QtBot, opened: MainWindow) -> None:
    opened.start_page.begin_search()

    with qtbot.waitSignal(opened.painted):
        opened.show()

    assert opened.focusWidget() is opened.start_page.search_field
