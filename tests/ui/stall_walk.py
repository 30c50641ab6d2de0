"""The clerk's walk through the window under the watchdog, in a process of its own.

Usage: `python -m tests.ui.stall_walk FOLDER [PART …]`.

Each thing the clerk does is an event of the window's own loop. Nothing is loaded beforehand, so what is imported on
the way counts as well. Prints how long the window was away from the loop at most in each step, then the stalls. SHORT
in the environment leaves out what is done again and again, and the stacks.
"""

import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QTableView,
    QTextEdit,
    QWidget,
)

from tests.ui.watchdog import Watchdog
from ui.application import application
from ui.main_window import MainWindow, open_window

Found = TypeVar("Found", bound=QObject)
IS_SHORT = "SHORT" in os.environ
SETTLE_MS, LOOK_MS, PAUSE_MS = (50, 200, 800) if IS_SHORT else (150, 1_600, 1_600)
"""After a step; while something goes on beside the window; after a change, which is checked, saved and compared when
the clerk pauses."""
EVERY_MS, PATIENCE_MS = 20, 60_000


@dataclass(frozen=True, slots=True)
class Step:
    """What is done, when it is over, and how long the window is watched after that."""

    name: str
    do: Callable[[], object]
    is_over: Callable[[], bool] = lambda: True
    settle_ms: int = SETTLE_MS


class Desk:
    """The window, and what is found in it."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.folder = window, folder

    def find(self, kind: type[Found], name: str) -> Found:
        """The widget or entry of this name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def press(self, name: str) -> Callable[[], None]:
        """Click a button."""
        return lambda: self.find(QAbstractButton, name).click()

    def choose(self, name: str) -> Callable[[], None]:
        """Choose an entry of a menu."""
        return lambda: self.find(QAction, f"action:{name}").trigger()

    def is_made(self) -> bool:
        """Whether every tab of the open report is there."""
        view = self.window.view
        return view is not None and all(view.late_pages.made(n) for n in range(len(view.tab_titles())))

    def is_open(self, name: str) -> Callable[[], bool]:
        """Whether a dialog is there."""
        return lambda: self.window.findChild(QDialog, name) is not None

    def has_files(self, name: str) -> Callable[[], bool]:
        """Whether a list of files that were written has any."""
        return lambda: self.find(QListWidget, name).count() > 0

    def close(self, name: str) -> Step:
        """Close a dialog."""
        return Step(
            f"close {name}", lambda: self.find(QDialog, name).reject(), lambda: not self.is_open(name)()
        )

    def into(self, name: str, text: str) -> Callable[[], None]:
        """Put a text into a line."""
        return lambda: self.find(QLineEdit, name).setText(text)


def keys(desk: Desk, name: str, kind: type[QWidget], text: str) -> Iterator[Step]:
    """One step for each key."""
    for number, character in enumerate(text):
        is_last = number == len(text) - 1
        yield Step(
            f"type into {name}",
            partial(press_key, desk, kind, name, character),
            settle_ms=PAUSE_MS if is_last else 30,
        )


def press_key(desk: Desk, kind: type[QWidget], name: str, character: str) -> None:
    QTest.keyClicks(desk.find(kind, name), character)


def press_here(key: Qt.Key) -> None:
    if widget := QApplication.focusWidget():
        QTest.keyClick(widget, key)


def type_here(text: str) -> None:
    if widget := QApplication.focusWidget():
        QTest.keyClicks(widget, text)


def show_tab(desk: Desk, number: int) -> None:
    if view := desk.window.view:
        view.show_tab(number)


def tick(desk: Desk, key: str) -> None:
    desk.find(QCheckBox, f"field:format_{key}").setChecked(True)


def opening(desk: Desk) -> Iterator[Step]:
    from ui.after_paint import AT_LAST, FIRST, THEN

    yield Step(
        "first seconds",
        lambda: None,
        lambda: all(one in sys.modules for one in (*FIRST, *THEN, *AT_LAST)),
        500,
    )
    yield Step("open the sample", desk.press("open_sample"), desk.is_made, LOOK_MS)


def writing(desk: Desk) -> Iterator[Step]:
    for number in range(8):
        yield Step(f"tab {number}", partial(show_tab, desk, number))
    for number, key in ((1, "leadership"), (2, "measures"), (4, "plan"))[: 1 if IS_SHORT else 3]:
        yield Step(f"to {key}", partial(show_tab, desk, number))
        yield from keys(desk, f"body:{key}:1", QTextEdit, "abcdefgh")


def figures(desk: Desk) -> Iterator[Step]:
    yield Step("to figures", desk.choose("figures"))
    for row in range(1 if IS_SHORT else 5):
        yield Step("choose figure", partial(go_to_cell, desk, row))
        for key in "1234":
            yield Step("type figure", partial(type_digit, desk, key), settle_ms=30)
        yield Step("enter figure", partial(press_here, Qt.Key.Key_Return))
        yield Step("pause after figure", lambda: None, settle_ms=PAUSE_MS)


def go_to_cell(desk: Desk, row: int) -> None:
    table = desk.find(QTableView, "figures_table")
    titles = [
        table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(table.model().columnCount())
    ]
    index: QModelIndex = table.model().index(row, titles.index("本年"))
    table.setFocus()
    table.setCurrentIndex(index)


def type_digit(desk: Desk, key: str) -> None:
    table = desk.find(QTableView, "figures_table")
    focus = QApplication.focusWidget()
    QTest.keyClicks(focus if focus is not None and table.isAncestorOf(focus) else table, key)


def looking(desk: Desk) -> Iterator[Step]:
    yield Step("preview", desk.choose("preview"), settle_ms=LOOK_MS)
    yield Step("findings", desk.choose("findings"), settle_ms=LOOK_MS)
    for _ in range(3):
        yield Step("next finding", desk.choose("next"))
    yield Step("find", desk.choose("find"))
    yield Step("find words", desk.into("field:find", "行政"))
    yield Step("find next", desk.choose("find_next"))
    yield Step("go to", desk.choose("go_to"), settle_ms=400)
    yield Step("type in go to", partial(type_here, "fuyi"), settle_ms=400)
    yield Step("leave go to", partial(press_here, Qt.Key.Key_Escape))
    yield Step("undo", desk.choose("undo"), settle_ms=LOOK_MS)


def papers(desk: Desk) -> Iterator[Step]:
    yield Step("name version", desk.choose("name_version"), desk.is_open("name_version_dialog"))
    yield Step("keep version", lambda: desk.find(QDialog, "name_version_dialog").accept(), settle_ms=LOOK_MS)
    yield Step("versions", desk.choose("versions"), settle_ms=LOOK_MS)
    yield desk.close("versions_dialog")
    yield Step("print", desk.choose("print"), settle_ms=LOOK_MS)
    yield desk.close("print_dialog")
    yield Step("export", desk.choose("export"), desk.is_open("export_dialog"), LOOK_MS)
    yield Step("folder", desk.into("field:folder", str(desk.folder / "导出")))
    for box in ("pdf",) if IS_SHORT else ("docx", "pdf", "xlsx", "txt"):
        yield Step("format", partial(tick, desk, box))
    yield Step("write files", desk.press("export_start"), desk.has_files("export_results"), 500)
    yield desk.close("export_dialog")
    yield Step("sign off", desk.choose("signoff"), desk.is_open("signoff_dialog"), 500)
    yield Step("folder", desk.into("field:signoff_folder", str(desk.folder / "签批")))
    yield Step("write pack", desk.press("signoff_start"), desk.has_files("signoff_results"), LOOK_MS)
    yield desk.close("signoff_dialog")


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
        lambda: desk.find(MergeDialog, "merge_dialog").read([folder]),
        lambda: desk.find(QAbstractButton, "merge_files").isEnabled(),
    )
    yield desk.close("merge_dialog")


def lists(desk: Desk) -> Iterator[Step]:
    from ui.places_list import PlacesList

    yield Step("backups", desk.choose("backups"), desk.is_open("backups_dialog"), 500)
    yield Step("back up", desk.press("backup_now"), settle_ms=LOOK_MS)
    yield desk.close("backups_dialog")
    yield Step("settings", desk.choose("settings"), settle_ms=500)
    yield desk.close("settings_dialog")
    yield Step("all reports", desk.choose("list"), settle_ms=1000)
    yield Step("search all", desk.into("search_all", "复议"), settle_ms=1000)
    yield Step("search nothing", desk.into("search_all", ""))
    yield Step("summarise", desk.choose("summarise"), desk.is_open("summarise_dialog"))
    yield Step("places", lambda: desk.window.findChild(PlacesList).add([desk.folder / "导出"]))
    yield Step("write summary", desk.press("summarise_start"), desk.has_files("summarise_results"))
    yield desk.close("summarise_dialog")
    yield Step("open again", desk.press("open_sample"), desk.is_made, LOOK_MS)


PARTS = (opening, writing, figures, looking, papers, workbooks, lists)


class Walker(QObject):
    """Does one step after the other, each as an event of the window's loop."""

    def __init__(self, dog: Watchdog, steps: Iterator[Step]) -> None:
        super().__init__()
        self._dog, self._steps = dog, steps
        self._step: Step | None = None
        self._left_ms = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Do the first step."""
        self._next()

    def _next(self) -> None:
        self._step = next(self._steps, None)
        if self._step is None:
            QApplication.exit(0)
            return
        self._left_ms = PATIENCE_MS
        QTimer.singleShot(0, self, self._do)

    def _do(self) -> None:
        assert self._step is not None
        self._dog.measure_pace()
        self._dog.step = self._step.name
        self._step.do()
        self._timer.start(EVERY_MS)

    def _go_on(self) -> None:
        assert self._step is not None
        if self._step.is_over():
            QTimer.singleShot(self._step.settle_ms, self, self._next)
            return
        self._left_ms -= EVERY_MS
        assert self._left_ms > 0, f"{self._step.name} does not end"
        self._timer.start(EVERY_MS)


def fall(kind: type[BaseException], error: BaseException, trace: object) -> None:
    """A step that fails ends the walk; Qt would go on."""
    sys.__excepthook__(kind, error, trace)  # type: ignore[arg-type]
    sys.stderr.flush()
    os._exit(1)


def walk(folder: Path, names: list[str]) -> Watchdog:
    """Walk through the parts of these names, through all where there are none."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("FAZHI_FONT_FOLDERS", "")
    sys.excepthook = fall
    app = application()
    window = open_window(folder / "数据")
    window.resize(1366, 728)
    dog = Watchdog(keeps_stacks=not IS_SHORT)
    desk = Desk(window, folder)
    parts = [part for part in PARTS if not names or part.__name__ in ("opening", *names)]
    walker = Walker(dog, (step for part in parts for step in part(desk)))

    def begin() -> None:
        sys.excepthook = fall
        gc.freeze()  # as the program does
        dog.begin()
        walker.begin()

    window.painted.connect(begin)
    window.show()
    window.activateWindow()
    app.exec()
    dog.end()
    return dog


if __name__ == "__main__":
    watched = walk(Path(sys.argv[1]), sys.argv[2:])
    for step, seconds in watched.longest.items():
        print(f"{seconds * 1000:6.0f} ms  {step}")
    print(json.dumps([asdict(one) for one in watched.stalls], ensure_ascii=False))
    sys.stdout.flush()
    os._exit(0)
