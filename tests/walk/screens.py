"""What the walk does not come by, for the manual: each screen brought up, looked at and put away again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTextEdit, QWidget

from tests.walk.arrivals import import_word, take_workbooks_in, throw_away
from tests.walk.step import Step, is_seen, leave
from tests.walk.writing import go_to_tab
from tests.walk.year import Year


def _by_keys(keys: str, name: str, picture: str, do: Callable[[Year], object] = lambda _year: None) -> Step:
    """Press keys, see a widget, do something in it, take the picture, leave by Esc."""

    def look(year: Year) -> None:
        year.desk.press(keys)
        year.desk.wait(partial(is_seen, year, name), f"{name} is shown")
        do(year)
        year.take(picture)
        leave(year, name)

    return Step(picture, look)


def _by_menu(entry: str, name: str, picture: str, do: Callable[[Year], object] = lambda _year: None) -> Step:
    """The same through the menu."""

    def look(year: Year) -> None:
        year.desk.choose(entry)
        year.desk.wait(partial(is_seen, year, name), f"{name} is shown")
        do(year)
        year.take(picture)
        leave(year, name)

    return Step(picture, look)


def _find(year: Year) -> None:
    year.desk.write("行政复议")


def _compare(year: Year) -> None:
    year.desk.click_cell("versions_table", 1, 0)


def _back_up(year: Year) -> None:
    year.desk.click("backup_now")
    table = year.desk.find(QAbstractItemView, "backup_list")
    year.desk.wait(lambda: table.model().rowCount(), "a backup is listed")


def _insert_figure(year: Year) -> None:
    go_to_tab(year, "plan")
    year.desk.click("body:plan:1")
    year.desk.find(QTextEdit, "body:plan:1").moveCursor(QTextCursor.MoveOperation.End)
    year.desk.press("Ctrl+L")
    year.desk.wait(partial(is_seen, year, "insert_figure_dialog"), "asked which figure")
    year.desk.write("行政复议")
    year.take("insert_figure")
    leave(year, "insert_figure_dialog")


def _open_manuals() -> list[QWidget]:
    there = QApplication.topLevelWidgets()
    return [one for one in there if one.objectName() == "manual_window" and one.isVisible()]


def _manual(year: Year) -> None:
    go_to_tab(year, "measures")
    year.desk.press("F1")
    year.desk.wait(_open_manuals, "the manual is open")
    (manual,) = _open_manuals()
    assert "写五个部分" in manual.windowTitle()
    year.camera.take("manual", manual)
    manual.close()


def _tour(year: Year) -> None:
    year.desk.choose("tour")
    for step in ("tour_next", "tour_next"):
        year.desk.wait(partial(is_seen, year, step), "the tour is on")
        year.desk.click(step)
    year.desk.wait(partial(is_seen, year, "findings_panel"), "the third step shows what was found")
    year.take("tour")
    year.desk.click("tour_end")
    year.desk.wait(lambda: not is_seen(year, "tour"), "the tour is over")


def _search_everything(year: Year) -> None:
    year.desk.press("Ctrl+Shift+F")
    year.desk.wait(partial(is_seen, year, "start_page"), "the list is shown")
    year.desk.write("行政复议")
    year.desk.wait(partial(is_seen, year, "search_results"), "the sentences are listed")
    year.take("search_all")
    year.hands.press("Esc")
    year.desk.wait(partial(is_seen, year, "report_list"), "the reports are listed again")


SCREENS = (
    _by_keys("Ctrl+F", "find_bar", "find", _find),
    _by_keys("Ctrl+K", "go_to", "go_to"),
    _by_keys("Ctrl+P", "print_dialog", "print"),
    _by_keys("Ctrl+Shift+H", "versions_dialog", "versions", _compare),
    _by_keys("Ctrl+,", "settings_dialog", "settings"),
    _by_menu("collect", "collect_dialog", "collect"),
    Step("merge", take_workbooks_in),
    _by_menu("pack", "pack_dialog", "pack"),
    _by_menu("backups", "backups_dialog", "backups", _back_up),
    _by_menu("keys", "keys_dialog", "keys"),
    Step("insert_figure", _insert_figure),
    Step("manual", _manual),
    Step("tour", _tour),
    _by_keys("Ctrl+N", "new_report_dialog", "new"),
    Step("search_all", _search_everything),
    Step("import", import_word),
    Step("trash", throw_away),
)
"""In an open report, until the list is shown."""
