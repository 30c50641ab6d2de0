"""What else a clerk comes by in a year, under the watchdog: pages, words to find, versions, workbooks, lists."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog

from tests.ui.stall_desk import IS_SHORT, LOOK_MS, Desk, Step, press_here, type_here

_READ = 2 if IS_SHORT else None
"""How many of the workbooks come back."""


def looking(desk: Desk) -> Iterator[Step]:
    for key in desk.view.late_pages.names:
        yield Step(f"tab {key}", desk.show_tab(key))
    yield Step("find", desk.choose("find"))
    yield Step("find words", desk.into("field:find", "行政"))
    yield Step("find next", desk.choose("find_next"))
    yield Step("go to", desk.choose("go_to"), settle_ms=400)
    yield Step("type in go to", partial(type_here, "fuyi"), settle_ms=400)
    yield Step("leave go to", partial(press_here, Qt.Key.Key_Escape))
    yield Step("undo", desk.choose("undo"), settle_ms=LOOK_MS)


def keeping(desk: Desk) -> Iterator[Step]:
    yield Step("name version", desk.choose("name_version"), desk.is_open("name_version_dialog"))
    yield Step("keep version", lambda: desk.find(QDialog, "name_version_dialog").accept(), settle_ms=LOOK_MS)
    yield Step("versions", desk.choose("versions"), settle_ms=LOOK_MS)
    yield desk.close("versions_dialog")
    yield Step("print", desk.choose("print"), settle_ms=LOOK_MS)
    yield desk.close("print_dialog")


def workbooks(desk: Desk) -> Iterator[Step]:
    from ui.merge_dialog import MergeDialog

    folder = desk.folder / "采集"
    yield Step("collect", desk.choose("collect"), desk.is_open("collect_dialog"))
    yield Step("folder", desk.into("field:collect_folder", str(folder)))
    yield Step("write workbooks", desk.press("collect_start"), desk.has_files("collect_results"))
    yield desk.close("collect_dialog")
    yield Step("merge", desk.choose("merge"), desk.is_open("merge_dialog"))
    yield Step(
        "read workbooks",
        lambda: desk.find(MergeDialog, "merge_dialog").read(sorted(folder.iterdir())[:_READ]),
        lambda: desk.find(QAbstractButton, "merge_files").isEnabled(),
    )
    yield desk.close("merge_dialog")


def lists(desk: Desk) -> Iterator[Step]:
    yield Step("backups", desk.choose("backups"), desk.is_open("backups_dialog"), 500)
    yield Step("back up", desk.press("backup_now"), settle_ms=LOOK_MS)
    yield desk.close("backups_dialog")
    yield Step("settings", desk.choose("settings"), settle_ms=500)
    yield desk.close("settings_dialog")
    yield Step("search all", desk.into("search_all", "复议"), settle_ms=1000)
    yield Step("search nothing", desk.into("search_all", ""))
    if not IS_SHORT:
        yield from _summarising(desk)


def _summarising(desk: Desk) -> Iterator[Step]:
    from ui.places_list import PlacesList

    yield Step("summarise", desk.choose("summarise"), desk.is_open("summarise_dialog"))
    yield Step("places", lambda: desk.window.findChild(PlacesList).add([desk.folder / "导出"]))
    yield Step("write summary", desk.press("summarise_start"), desk.has_files("summarise_results"))
    yield desk.close("summarise_dialog")
