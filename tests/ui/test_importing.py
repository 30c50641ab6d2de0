"""Importing beside the window: how far it is, and stopping it."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QMessageBox, QProgressBar, QPushButton, QWidget

from actions.progress import StoppedError
from models.backup import backups, folder_in
from models.store import Store
from tests.ui.conftest import Clerk
from ui import imports
from ui.work_bar import WorkBar


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / name for name in ("甲.txt", "乙.txt")]
    for file in found:
        file.write_text("云岭县2025年法治政府建设年度报告\n\n一、主要举措\n做了工作。\n", encoding="utf-8")
    return found


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Reading waits for it, file by file."""
    go, real = Event(), imports.read_files

    def read(paths, data_dir, tell):
        def wait(done: int, count: int, what: str) -> bool:
            tell(done, count, what)
            go.wait(30)
            return tell(done, count, what)

        return real(paths, data_dir, wait)

    monkeypatch.setattr(imports, "read_files", read)
    return go


def test_stopping_keeps_no_report_and_says_so(clerk: Clerk, files: list[Path], held: Event) -> None:
    clerk.window.ways_in.import_files(files)
    bar = clerk.window.findChild(WorkBar)
    message = clerk.window.statusBar().currentMessage
    clerk.qtbot.waitUntil(lambda: message() == "正在导入“甲.txt”……")
    assert bar.findChild(QProgressBar, "import_progress").maximum() == 2

    clerk.find(QPushButton, "import_stop").click()
    assert message() == "正在停止……"
    held.set()

    clerk.qtbot.waitUntil(lambda: not bar.is_working, timeout=30_000)
    assert message() == "已停下，没有导入任何报告，原文件未改；要做请重新开始。"
    assert clerk.window.store.list() == ()
    assert backups(folder_in(clerk.data_dir)) == ()


def test_a_second_import_waits_for_the_first(clerk: Clerk, files: list[Path], held: Event) -> None:
    clerk.window.ways_in.import_files(files)
    clerk.window.ways_in.import_files(files)
    clerk.click("message_ok")
    held.set()

    clerk.qtbot.waitUntil(lambda: not clerk.window.findChild(WorkBar).is_working, timeout=30_000)
    assert len(clerk.window.store.list()) == 2


class Closing(QObject):
    """Whether a window could be seen each time it was asked to close."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.was_visible: list[bool] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and isinstance(watched, QWidget):
            self.was_visible.append(watched.isVisible())
        return False


def test_closing_the_window_asks_first_then_stops_work_and_leaves_nothing_behind(
    clerk: Clerk, files: list[Path], held: Event
) -> None:
    clerk.window.ways_in.import_files(files)
    bar = clerk.window.findChild(WorkBar)
    bar.told.connect(lambda _words: held.set())  # it goes on once it was asked to stop

    assert not clerk.window.close()
    assert clerk.find(QMessageBox, "message").text() == "导入还没有做完，窗口没有关。"
    assert not bar.is_stopped
    window, closing = clerk.window, Closing(clerk.window)
    clerk.click("message_yes")
    clerk.qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)

    assert bar.is_stopped
    assert closing.was_visible == [True], "a window hidden before ends no program by closing"
    clerk.open()
    assert clerk.window.store.list() == ()


def test_only_the_work_that_was_stopped_closes_the_window(
    clerk: Clerk, files: list[Path], held: Event
) -> None:
    clerk.window.ways_in.import_files(files)
    window, bar = clerk.window, clerk.window.findChild(WorkBar)
    window.close()
    clerk.click("message_yes")
    held.set()
    clerk.qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)

    window.show()
    bar.begin()
    bar.end()
    QCoreApplication.processEvents()

    assert window.isVisible()


def test_the_question_goes_when_the_import_is_done_meanwhile(
    clerk: Clerk, files: list[Path], held: Event
) -> None:
    clerk.window.ways_in.import_files(files)
    assert not clerk.window.close()
    held.set()

    clerk.qtbot.waitUntil(lambda: len(clerk.window.store.list()) == 2, timeout=30_000)
    told = "已导入 2 份报告"
    clerk.qtbot.waitUntil(lambda: told in clerk.find(QMessageBox, "message").text(), timeout=30_000)
    assert clerk.window.isVisible()


def test_stopping_while_reports_are_stored_takes_those_away_that_were(
    store: Store, files: list[Path], data_dir: Path
) -> None:
    def stop_at_the_second(_done: int, _count: int, what: str) -> bool:
        return what != "正在存入“乙.txt”……"

    with pytest.raises(StoppedError, match="没有导入任何报告"):
        imports.read_and_keep(files, store, data_dir, stop_at_the_second)

    assert store.list() == ()
    assert store.trashed() == ()
