"""Tabs whose pages are made when they are needed: one that is on screen at once, the others in idle moments."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.holds_late_pages import HoldsLatePages
from ui.low_area import TightArea
from ui.still_tabs import StillTabs

_FIRST_MS, _PAUSE_MS = 200, 40
"""From the first paint to the first page made unasked, and between two of them: keys come in between."""


class LatePages(HoldsLatePages, QTabWidget):
    """Each tab holds the place of a page; whoever asks for a page, by its number or by a name in it, gets it whole.

    Signals: `painted()`, once: the first page can be seen; `page_made(QWidget)`.
    """

    painted = Signal()
    page_made = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabBar(StillTabs("report_tab_names", "报告的各部分"))
        self._makers: list[tuple[Callable[[], QWidget], Callable[[QWidget], bool]]] = []
        self._begun: dict[int, QWidget] = {}
        self.destroyed.connect(partial(_drop, self._begun))
        self._filled: set[int] = set()
        self._pages: dict[int, QWidget] = {}
        self._greeted: set[int] = set()
        self._is_painted = False
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._make_one_and_wait)
        self.currentChanged.connect(self._welcome)

    @property
    def late_pages(self) -> "LatePages":
        return self

    def add_late(
        self, name: str, make: Callable[[], QWidget], fill: Callable[[QWidget], bool] = lambda _page: False
    ) -> None:
        """Add a tab; `make` is called once, then `fill` with the page as long as it says there is more to come, before
        anybody gets it.

        In idle moments these are steps by themselves: the keyboard waits for none.
        """
        self._makers.append((make, fill))
        place = QWidget()
        layout = QVBoxLayout(place)
        layout.setContentsMargins(0, 0, 0, 0)
        self.addTab(place, name)

    def widget(self, index: int) -> QWidget:
        """The page of a tab; made now if it is not there yet."""
        if index not in self._pages and 0 <= index < len(self._makers):
            self._make(index)
        return self._pages.get(index) or super().widget(index)

    def currentWidget(self) -> QWidget:
        return self.widget(self.currentIndex())

    def setCurrentIndex(self, index: int) -> None:
        self._welcome(index)  # before it is shown: the keyboard goes to the field that waits for it
        super().setCurrentIndex(index)

    def indexOf(self, widget: QWidget) -> int:
        known = (index for index, page in self._pages.items() if page is widget)
        return next(known, super().indexOf(widget))

    def setCurrentWidget(self, widget: QWidget) -> None:
        self.setCurrentIndex(self.indexOf(widget))

    def made(self, index: int) -> QWidget | None:
        """The page of a tab, None where nobody has needed it yet."""
        return self._pages.get(index)

    def make_next(self) -> bool:
        """Make the first page that is not there yet; False where all are."""
        missing = self._missing
        if missing is not None:
            self._make(missing)
        return missing is not None

    @property
    def _missing(self) -> int | None:
        """The first page that is not there yet."""
        return next((index for index in range(len(self._makers)) if index not in self._pages), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
            self._idle.start(_FIRST_MS)

    def _make(self, index: int) -> None:
        place = super().widget(index)
        make, fill = self._makers[index]
        page = self._begun.pop(index, None) or make()
        while index not in self._filled and fill(page):
            pass
        self._pages[index] = page
        place.layout().addWidget(TightArea(page))
        self.page_made.emit(page)

    def _welcome(self, index: int) -> None:
        if index in self._greeted or not 0 <= index < len(self._makers):
            return
        self._greeted.add(index)
        page, had_focus = self.widget(index), super().widget(index).hasFocus()
        self._greet(page)
        if had_focus:
            (page.focusWidget() or page).setFocus()

    def _greet(self, page: QWidget) -> None:
        """A page is about to be shown for the first time."""

    def _make_one_and_wait(self) -> None:
        missing = self._missing
        if missing is None:
            return
        make, fill = self._makers[missing]
        if missing not in self._begun:
            self._begun[missing] = make()
        elif missing in self._filled:
            self._make(missing)
        elif not fill(self._begun[missing]):
            self._filled.add(missing)
        self._idle.start(_PAUSE_MS)


def _drop(begun: dict[int, QWidget], _tabs: object = None) -> None:
    """Pages that lie in no tab yet are nobody's: they go with the tabs they were begun for."""
    for page in begun.values():
        if isValid(page):
            page.deleteLater()
    begun.clear()
