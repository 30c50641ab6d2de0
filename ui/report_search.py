"""Searching all reports beside the window: the newest wish wins, what is found comes report by report."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from models.errors import UserError
from models.report_list import ReportSummary
from ui import background
from ui.search_results import FoundReport, FoundSentence, SearchResults

if TYPE_CHECKING:
    from actions.searching import Hit
    from actions.shelf import Shelf
    from models.report import Report
    from models.store import Store

_PAUSE_MS = 120


class _Finds(QObject):
    """Brings what is found from the thread that searches. It has no parent: the search may outlast the window."""

    found = Signal(int, object)


class ReportSearch(QObject):
    """Hears what is typed with `wish`, shows what comes of it in `results`."""

    def __init__(self, shelf: "Shelf", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results = SearchResults()
        self._shelf = shelf
        self._store: Store | None = None
        self._summaries: Sequence[ReportSummary] = ()
        self._wish, self._turn = "", 0
        self._sentences = self._reports = 0
        self._finds = _Finds()
        self._finds.found.connect(self._add)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._begin)

    def look_in(self, store: "Store", summaries: Sequence[ReportSummary]) -> None:
        """Search these reports from now on; what was found in others is found anew."""
        is_other = [(one.id, one.updated) for one in summaries] != [
            (one.id, one.updated) for one in self._summaries
        ]
        self._store, self._summaries = store, summaries
        if self._wish and is_other:
            self._begin()

    def wish(self, words: str) -> None:
        """Search for other words; the search before them is given up."""
        self._wish = words.strip()
        self._turn += 1
        self._pause.start()

    def stop(self) -> None:
        """Search no more."""
        self._pause.stop()
        self._turn += 1

    def _begin(self) -> None:
        store, wish = self._store, self._wish
        self._turn += 1
        self.results.begin()
        if store is None or not wish:
            return
        self._sentences = self._reports = 0
        turn, summaries = self._turn, tuple(self._summaries)
        background.run(
            lambda: self._search(turn, store, summaries, wish),
            lambda _nothing: self._end(turn),
            lambda error: self._complain(turn, error),
            self,
        )

    def _search(self, turn: int, store: "Store", summaries: Sequence[ReportSummary], wish: str) -> None:
        """On another thread: a wish that is no longer the newest is left."""
        from actions.searching import hits, wanted_words

        words = wanted_words(wish)
        for summary in summaries:
            if turn != self._turn:
                return
            shelved = self._shelf.take(store, summary)
            found = tuple(hits(shelved.texts, words)) if shelved else ()
            if shelved and found:
                sentences = _placed(shelved.report, found)
                self._finds.found.emit(turn, FoundReport(summary.id, summary.year, summary.title, sentences))

    def _add(self, turn: int, found: FoundReport) -> None:
        if turn == self._turn:
            self._sentences += len(found.sentences)
            self._reports += 1
            self.results.add(found)

    def _end(self, turn: int) -> None:
        if turn == self._turn:
            self.results.end(self._sentences, self._reports, self._wish)

    def _complain(self, turn: int, _error: UserError) -> None:
        self._end(turn)


def _placed(report: "Report", found: Sequence["Hit"]) -> tuple[FoundSentence, ...]:
    """Each hit with its place in words: 二 举措成效（三）, 文头 · 发文字号."""
    from models.template import template
    from ui.section_names import hit_place

    known = template(report.template)
    return tuple(
        FoundSentence(
            hit_place(report, known, one.key, one.item), one.sentence, one.marks, one.key, one.item, one.quote
        )
        for one in found
    )
