"""A window in every state it can be in, brought there as the clerk does: what `surfaces` are looked at on."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self, TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QObject, Qt, QThreadPool
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QTabWidget, QWidget

from actions.sample import sample_report
from models.database import file_in
from models.report import Report
from models.store import Store
from ui import background
from ui.declared_settings import TEXT_SIZE
from ui.go_to_box import GoToBox
from ui.main_window import MainWindow, open_window

Found = TypeVar("Found", bound=QObject)
_PATIENCE = 30_000
_TITLE_BAR = 30
_TODAY = date(2026, 2, 26)
"""The sample's report is due: the start page's heading names whose it is, and the days are few."""


class Scene(Enum):
    """What the window stands before."""

    NOTHING = "没有报告"
    BROKEN = "草稿库打不开"
    LIST = "全部报告"
    BLANK = "新报告"
    FILLED = "写好的报告"
    WRONG = "有错误的报告"


_REPORTS = (Scene.BLANK, Scene.FILLED, Scene.WRONG)


class Stage:
    """Windows over data folders of their own, made when a scene first needs them and closed at the end."""

    def __init__(self, text_size: str = TEXT_SIZE.default) -> None:
        self._text_size = text_size
        self._ends = ExitStack()
        self._windows: dict[Scene, MainWindow] = {}
        self._ids: dict[Scene, str] = {}
        self.scene = Scene.NOTHING

    def __enter__(self) -> Self:
        self.folder = Path(self._ends.enter_context(TemporaryDirectory(ignore_cleanup_errors=True)))
        return self

    def __exit__(self, *_error: type[BaseException] | BaseException | TracebackType | None) -> None:
        for window in self._windows.values():
            window.close()
            window.deleteLater()
        self.settle()
        self._ends.close()

    @property
    def window(self) -> MainWindow:
        """The window of the scene that is on."""
        return self._windows[self._place()]

    def go(self, scene: Scene) -> MainWindow:
        """Come to a scene; nothing of an earlier surface is left on it."""
        self.scene = scene
        for place, window in self._windows.items():
            window.setVisible(place is self._place())
        if self._place() not in self._windows:
            self._windows[self._place()] = self._open(self._place())
        window = self.window
        if scene in _REPORTS:
            self._open_report(self._ids[Scene.BLANK if scene is Scene.BLANK else Scene.FILLED])
        elif window.view is not None:
            window.show_start()
        self.settle()
        return window

    def _open_report(self, report_id: str) -> None:
        window = self.window
        if window.view is None or window.chosen_id != report_id:
            window.open_report(report_id)
        draft = window.view.draft
        if self.scene is Scene.WRONG and not draft.undo_words:
            draft.change("写错", _with_errors(draft.report))
        elif self.scene is Scene.FILLED and draft.undo_words:
            draft.undo()

    def clear(self) -> None:
        """Put away whatever lies over the window."""
        for box in self.window.findChildren(GoToBox):
            box.put_away()
        if self.window.view is not None:
            self.window.view.find_bar.put_away()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QMenu):
                widget.close()
        for dialog in reversed(self.dialogs()):
            dialog.done(0)
        self.settle()

    def menus(self) -> list[QMenu]:
        """The menus of the window, from left to right."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        return self.window.menuBar().findChildren(QMenu, options=direct)

    def dialogs(self) -> list[QDialog]:
        """The dialogs on screen, the last opened last."""
        return [one for one in self.window.findChildren(QDialog) if one.isVisible()]

    def act(self, name: str) -> QWidget:
        """Choose an entry of the menus; what it opens, else the window."""
        self.find(QAction, f"action:{name}").trigger()
        return self.opened()

    def opened(self) -> QWidget:
        """The dialog opened last, when it has all it shows, else the window."""
        self.settle()
        return next(reversed(self.dialogs()), self.window)

    def tab(self, number: int) -> QWidget:
        """Show a tab of the open report."""
        self.window.view.show_tab(number)
        self.settle()
        return self.window

    def tabs(self) -> QTabWidget:
        """The tabs of the open report."""
        return self.find(QTabWidget, "report_tabs")

    def find(self, kind: type[Found], name: str) -> Found:
        """The widget with this object name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def until(self, holds: Callable[[], Any]) -> None:
        """Let the window go on until something holds."""
        patience = QDeadlineTimer(_PATIENCE)
        while not holds():
            assert not patience.hasExpired()
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def settle(self) -> None:
        """Let everything come to its end that goes on beside the window."""
        app = QCoreApplication.instance()
        while True:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
            if not app.findChildren(background._Answer):
                break
            QThreadPool.globalInstance().waitForDone(5)
        for _ in range(3):  # what was laid out asks what it lies in to be laid out anew
            QCoreApplication.processEvents()

    def _place(self) -> Scene:
        return self.scene if self.scene in (Scene.NOTHING, Scene.BROKEN) else Scene.LIST

    def _open(self, place: Scene) -> MainWindow:
        data_dir = self.folder / place.value
        if place is Scene.BROKEN:
            data_dir.mkdir()
            file_in(data_dir).write_bytes(b"\0nothing of ours" * 4096)
        if place is Scene.LIST:
            self._fill(data_dir)
        window = open_window(data_dir)
        window.start_page.today = lambda: _TODAY
        window.preferences._settings.set(TEXT_SIZE, self._text_size)
        window.setGeometry(window.screen().availableGeometry().adjusted(2, _TITLE_BAR, -2, -2))
        window.show()
        self.until(lambda: window.is_painted)
        self.settle()
        return window

    def _fill(self, data_dir: Path) -> None:
        with Store.open(data_dir) as store:
            self._ids[Scene.BLANK] = store.create(Report(2025, "county-regulation"))
            self._ids[Scene.FILLED] = store.create(sample_report())
            store.trash(store.create(Report(2019, "county-regulation")))


def _with_errors(report: Report) -> Report:
    """A report in which every check of a kind finds something, and every tab is to be mended."""
    report = replace(report, letterhead=replace(report.letterhead, doc_number="云政2026 5号", date=""))
    first = report.sections[0]
    wrong = replace(
        first,
        paragraphs=(
            "我县法制政府建设,,取得10余%的成效。。联系人：张三 13800138000。",
            "全年行政复议申请164件。",
        ),
    )
    return replace(report, sections=(wrong, *report.sections[1:]))
