"""The open report as pages: laid out after each pause, counted for the status bar, shown in the preview, both ways."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.report import Report
from ui.caret_place import CaretWatch, Spot, field_of, put_caret
from ui.live_pages import LivePages
from ui.page_counter import PageCounter
from ui.preview_face import PreviewFace
from ui.report_tabs import ReportTabs
from ui.settings import Settings


class ReportPages(QObject):
    """`face` belongs into the pane beside the text. Signals: `changed()`: `words` says something else now."""

    changed = Signal()

    def __init__(self, tabs: ReportTabs, settings: Settings, room: QWidget) -> None:
        super().__init__(room)
        self._tabs = tabs
        self._pages = LivePages(settings, self)
        self._caret = CaretWatch(tabs)
        self._counter = PageCounter(self._pages, self._caret, settings)
        self._counter.changed.connect(self.changed)
        self.face = PreviewFace(self._pages, self._caret)
        self.face.spot_wanted.connect(self._lead_to)
        self._pages.laid_out.connect(lambda found: tabs.letterhead.show_title_lines(found.paging.title))

    @property
    def words(self) -> str:
        """Lengths and pages in words, "" while nothing is laid out."""
        return self._counter.words

    @property
    def count(self) -> int:
        """How many pages the whole paper has, 0 while nothing is laid out."""
        return self._pages.newest.paging.pages if self._pages.newest else 0

    def show(self, report: Report) -> None:
        """Lay a report out at once."""
        self._pages.lay_out(report)

    def follow(self, report: Report) -> None:
        """Lay a report out when the clerk pauses."""
        self._pages.lay_out_after_pause(report)

    def set_up(self, report: Report) -> None:
        """Lay a report out by page rules and fonts that may be others now."""
        self._pages.set_up(report)

    def retire(self) -> None:
        """Leave with the report."""
        self._pages.retire()
        self._caret.retire()

    def _lead_to(self, spot: Spot) -> None:
        self._tabs.reveal(*field_of(spot.place))
        put_caret(spot, self._tabs)
