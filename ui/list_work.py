"""What is done with the whole list of reports: reckoning what it says of each, searching, exporting several."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import UserError
from models.report_list import ReportSummary
from ui import dialogs, messages
from ui.overviews import Overviews
from ui.settings import Settings
from ui.start_page import StartPage

if TYPE_CHECKING:
    from actions.shelf import Shelf
    from models.store import Store
    from ui.main_window import MainWindow
    from ui.report_search import ReportSearch
    from ui.report_view import ReportView

_HOW = "请按住 Ctrl 点选要导出的几份报告，再点一次“导出选中的报告”。"
_NOTHING_CHOSEN = "还没有选中要导出的报告，什么也没有做；请按住 Ctrl 点选几份再导出。"


class ListWork(QObject):
    """Begins with `look_into`, once the drafts are open; nothing of it is there before the window is."""

    def __init__(self, window: "MainWindow", settings: Settings, start: StartPage) -> None:
        super().__init__(window)
        self._window, self._settings, self._start = window, settings, start
        self._shelf: Shelf | None = None
        self._search: ReportSearch | None = None
        self._summaries: tuple[ReportSummary, ...] = ()
        self._overviews = Overviews(self)
        self._overviews.reckoned.connect(start.table.tell)
        start.open_wanted.connect(self._open)
        start.export_wanted.connect(self.export_these)
        start.search_field.textEdited.connect(self._wish)
        start.search_field.textChanged.connect(lambda words: self._wish(words) if not words else None)

    def look_into(self, store: "Store", summaries: tuple[ReportSummary, ...]) -> None:
        """Reckon and search these reports from now on."""
        from actions.shelf import Shelf

        self._shelf = self._shelf or Shelf()
        newest = sorted(summaries, key=lambda one: (one.year, one.updated), reverse=True)
        self._summaries = summaries = tuple(newest)
        self._overviews.look(store, self._shelf, summaries)
        if self._search is not None:
            self._search.look_in(store, summaries)

    def pause(self) -> None:
        """A report is opened: the machine is wanted for it."""
        self._overviews.stop()
        if self._search is not None:
            self._search.stop()

    def let_go(self, store: "Store") -> None:
        """The drafts are about to be closed."""
        self.pause()
        if self._shelf is not None:
            self._shelf.let_go(store)

    def search_all(self) -> None:
        """Leave the open report and search all of them."""
        self._window.show_start()
        if self._window.view is None:
            self._start.begin_search()

    def export(self) -> None:
        """Ask how the reports selected in the list are to be exported."""
        is_list = self._window.view is None
        if is_list:
            self.export_these(self._start.table.selected_ids)
            return
        self._window.show_start()
        is_list = self._window.view is None
        if is_list:
            self._window.tell(_HOW)

    def export_these(self, ids: list[str]) -> None:
        """The same for reports by their ids."""
        from ui.export_many_dialog import ExportManyDialog

        wanted = self._start.table.summaries(ids)
        if not wanted:
            messages.tell(self._window, _NOTHING_CHOSEN)
            return
        try:
            dialog = ExportManyDialog(
                self._window.store, wanted, self._start.table.titles(), self._settings, self._window
            )
        except UserError as error:
            self._window.complain(error)
            return
        dialog.finished.connect(lambda _result: self._window.refresh_list())
        dialogs.show(dialog)

    def _wish(self, words: str) -> None:
        if self._search is None and words.strip():
            self._make_search()
        if self._search is not None:
            self._search.wish(words)

    def _make_search(self) -> None:
        from actions.shelf import Shelf
        from ui.report_search import ReportSearch

        self._shelf = self._shelf or Shelf()
        self._search = ReportSearch(self._shelf, self)
        self._search.results.place_wanted.connect(self._reveal)
        self._start.show_search(self._search)
        try:
            self._search.look_in(self._window.store, self._summaries)
        except UserError as error:
            self._window.complain(error)

    def _open(self, report_id: str) -> "ReportView | None":
        """A double click may be said twice, the second time when the list is no longer on screen."""
        if self._window.view is None:
            self._window.opening.open(report_id)
            return self._window.view
        return None

    def _reveal(self, report_id: str, key: str, item: tuple[int, ...], quote: str) -> None:
        view = self._open(report_id)
        if view is not None and key:
            view.reveal(key, item, quote)
