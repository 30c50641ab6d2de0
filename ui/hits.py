"""The search under way: what is looked for in the report, what was found, and which one the clerk is at."""

from PySide6.QtCore import QObject, QTimer, Signal

from models.errors import UserError
from models.occurrences import Occurrence, Wanted, occurrences
from models.report import Report
from models.searched_texts import SearchedText, searched_texts
from models.words_replaced import locked, step_words, with_links_released, with_words_replaced
from ui import hit_places
from ui.draft import Draft
from ui.hit_marks import HitMarks
from ui.report_tabs import ReportTabs

_AFTER_MS = 150
"""Looking again takes longer than a key may."""


class Hits(QObject):
    """Looks through the report itself, not through what is on screen. Signals: `changed()` others, or another one."""

    changed = Signal()

    def __init__(self, draft: Draft, tabs: ReportTabs, parent: QObject) -> None:
        super().__init__(parent)
        self._draft, self._tabs = draft, tabs
        self._marks = HitMarks(tabs)
        self._wanted = Wanted("")
        self._read: tuple[Report, tuple[SearchedText, ...]] | None = None
        self.found: tuple[Occurrence, ...] = ()
        """In the order of the tabs."""
        self.at = -1
        """The number of the one the clerk is at, from 0; -1 while he has gone to none."""
        self._late = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._late.timeout.connect(self._refresh)
        draft.changed.connect(lambda _keys: self._late.start() if self._wanted.words else None)
        tabs.currentChanged.connect(lambda _number: self._late.start() if self._wanted.words else None)

    @property
    def current(self) -> Occurrence | None:
        """The one the clerk is at."""
        return self.found[self.at] if 0 <= self.at < len(self.found) else None

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return self._wanted

    def look_for(self, wanted: Wanted) -> None:
        """Begin another search."""
        self._wanted, self.at = wanted, -1
        self._refresh()

    def stop(self) -> None:
        """Look for nothing."""
        self._late.stop()
        self._wanted = Wanted("")
        self.found, self.at = (), -1
        self._marks.clear()

    def go(self, by: int) -> None:
        """Show the next or the previous one; after the last comes the first."""
        self._look()
        if self.found:
            first = 0 if by > 0 else len(self.found) - 1
            self.at = (self.at + by) % len(self.found) if self.at >= 0 else first
            hit_places.reveal(self._tabs, self.found[self.at])
        self._tell()

    def lock(self, by: str) -> str:
        """Why the current one cannot be replaced by these words; "" where it can."""
        return locked(self._draft.report, self.current, by) if self.current else ""

    def replace(self, by: str) -> None:
        """Put other words in place of the current one and go to the next."""
        self._tabs.commit()
        one = self.current
        if one is None or one not in self._read_again() or self.lock(by):
            return  # it has been changed in the last moment
        try:
            report = with_words_replaced(self._draft.report, (one,), by)
        except UserError:
            return  # `lock` has said it
        self._draft.change(step_words(one.words, by), report)
        self._look()
        inside = sum(_is_within(other, one, len(by)) for other in self.found)
        self.at += inside - 1
        self.go(1)

    def release(self) -> None:
        """Turn the links in the current one into ordinary words."""
        self._tabs.commit()
        if self.current is not None and self.current in self._read_again():
            released = with_links_released(self._draft.report, self.current)
            self._draft.change(f"取消链接“{self.current.words}”", released)
            self._refresh()

    def _refresh(self) -> None:
        self._look()
        self._tell()

    def _look(self) -> None:
        self.found = self._read_again()
        self.at = min(self.at, len(self.found) - 1)

    def _read_again(self) -> tuple[Occurrence, ...]:
        """What there is in the report as it is now."""
        report = self._draft.report
        if self._read is None or self._read[0] is not report:
            self._read = report, tuple(searched_texts(report))
        return occurrences(self._read[1], self._wanted)

    def _tell(self) -> None:
        self._marks.show(self.found, self.current)
        self.changed.emit()


def _is_within(other: Occurrence, one: Occurrence, length: int) -> bool:
    """Whether an occurrence lies in the words that were put in place of another one."""
    is_same = (other.text.key, other.text.place, other.text.field) == (
        one.text.key,
        one.text.place,
        one.text.field,
    )
    return is_same and one.start <= other.start < one.start + length
