"""最近打开: the reports opened last, as a menu."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from models.report_list import read_report_list
from ui.settings import RECENT, Settings

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_MOST = 8
_LONGEST = 40


class Recent(QObject):
    """Remembers ids; a report that is no longer in the list is not shown."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings

    @property
    def ids(self) -> list[str]:
        """The reports opened last, the latest first."""
        return [one for one in self._settings.get(RECENT).split(" ") if one]

    @property
    def last(self) -> str:
        """The report opened last, "" for none."""
        return next(iter(self.ids), "")

    def note(self, report_id: str) -> None:
        """A report has been opened."""
        others = [one for one in self.ids if one != report_id]
        self._settings.set(RECENT, " ".join([report_id, *others][:_MOST]))

    def fill_when_shown(self, menu: QMenu) -> None:
        """Make a menu's entries each time it is about to be shown."""
        menu.aboutToShow.connect(lambda: self._fill(menu))

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        there = {one.id: one for one in read_report_list(Path(self._settings.data_dir))}
        for count, summary in enumerate((there[one] for one in self.ids if one in there), start=1):
            title = summary.title if len(summary.title) <= _LONGEST else f"{summary.title[:_LONGEST]}……"
            entry = menu.addAction(f"&{count}　{summary.year}　{title.replace('&', '&&')}")
            entry.triggered.connect(lambda _checked=False, one=summary.id: self._window.opening.open(one))
        if not menu.actions():
            menu.addAction("还没有打开过报告").setEnabled(False)
