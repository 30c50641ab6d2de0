"""指引: what belongs in the part the clerk is in, what is usual there, and example sentences to begin with."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.editing import Path, part, section_of
from models.guidance import Guidance, guidance_of, item_example
from models.report import Report
from ui import look
from ui.draft import Draft
from ui.line_to_take import ADD, TAKE, Line, Tone, line
from ui.lines_to_take import LinesToTake
from ui.section_names import FIGURES

_TAKE_TIP = "把例句放到光标处，再改成自己的话"
_ADD_TIP = "添加这一条"
_NONE = "这一部分是本单位自设的，怎么写由本单位定；标题和条目照其他部分的样子。"
_PAGE_RULES = "版面要求（GB/T 9704-2012）"


class GuidanceFace(QWidget):
    """Follows the clerk from part to part.

    Signals: `example_wanted(str, path, str)` the tab, the place in it, and the sentence as stored;
    `item_wanted(str, str)` the section and the heading of an item to add.
    """

    example_wanted = Signal(str, object, str)
    item_wanted = Signal(str, str)

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "guidance_face", "指引")
        self._draft = draft
        self._key = ""
        self._path: Path = ()
        self._takes: list[tuple[str, str]] = []
        self._where = QLabel()
        look.enlarge(self._where, 1.0, bold=True)
        self._where.setWordWrap(True)
        self._names: dict[str, str] = {}
        self._view = LinesToTake("guidance_text", "这一部分怎么写")
        self._view.taken.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.SPACE)
        column.addWidget(self._where)
        column.addWidget(self._view, 1)
        draft.changed.connect(self._refresh)

    def name_parts(self, names: dict[str, str]) -> None:
        """What the tabs are called, by key."""
        self._names = names

    def follow(self, key: str, path: Path) -> None:
        """The clerk is in another place."""
        is_same = key == self._key
        self._key, self._path = key, path
        if self.isVisible():
            self._show(keeps_place=is_same)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show(keeps_place=True)

    def _refresh(self, keys: frozenset[str]) -> None:
        if self.isVisible():
            self._show(keeps_place=True)

    def _show(self, *, keeps_place: bool) -> None:
        report = self._draft.report
        self._where.setText(self._names.get(self._key, ""))
        self._takes = []
        lines = [self._noted(one, take) for one, take in self._lines(report, guidance_of(report, self._key))]
        self._view.show_lines(lines, keeps_place=keeps_place)

    def _noted(self, one: Line, take: tuple[str, str]) -> Line:
        self._takes.append(take)
        return one

    def _lines(self, report: Report, told: Guidance) -> Iterator[tuple[Line, tuple[str, str]]]:
        """Each line with what its sign stands for: an example or a heading, and which of them."""
        nothing = ("", "")
        if not told.wants:
            yield line(_NONE, Tone.QUIET), nothing
        example = self._example_here(report) or told.example
        for heading, words in (("写什么", told.wants), ("怎么写", told.usual), ("容易出的毛病", told.faults)):
            if words:
                yield line(heading, Tone.HEADING), nothing
                yield line(words), nothing
        if example and self._key != FIGURES:
            yield line("例句", Tone.HEADING), nothing
            yield line(report.printed(example), Tone.PLAIN, TAKE, _TAKE_TIP), (TAKE, example)
        if told.items:
            yield line("常见的条目", Tone.HEADING), nothing
        there = {item.title for item in section_of(report, self._key).items} if told.items else set()
        for item in told.items:
            if item.title in there:
                yield line(item.title, note="✓ 已有"), nothing
            else:
                yield line(item.title, Tone.PLAIN, ADD, _ADD_TIP), (ADD, item.title)
            if item.example:
                yield line(report.printed(item.example), Tone.QUIET, TAKE, _TAKE_TIP), (TAKE, item.example)
        if told.clauses:
            yield line(_PAGE_RULES, Tone.HEADING), nothing
        yield from ((line(f"{one.label}：{one.words}"), nothing) for one in told.clauses)

    def _example_here(self, report: Report) -> str:
        """The example for the item the clerk is in, where it has a usual heading."""
        section = report.section(self._key)
        if section is None or not self._path:
            return ""
        try:
            return item_example(part(section, self._path).title)
        except IndexError:
            return ""

    def _take(self, number: int) -> None:
        kind, words = self._takes[number]
        if kind == ADD:
            self.item_wanted.emit(self._key, words)
        elif kind == TAKE:
            self.example_wanted.emit(self._key, self._path, words)
