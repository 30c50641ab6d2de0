"""纸上的编码: finds the version a paper was printed from, in this report or another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from actions.versioning import FoundPaper, find_papers
from models.errors import UserError
from ui import background, look
from ui.buttons import push_button
from ui.plain_line import PlainLine
from ui.spoken_time import spoken
from ui.status_line import StatusLine
from ui.stored_draft import StoredDraft

_NONE = "没有编码以“{code}”开头的版本；请核对纸上的编码，别的电脑上存的版本在那台电脑里。"


class PaperSearch(QWidget):
    """A field, a button, and below what was found.

    Signals: `found(int)`: the number of a version of this report; `paper_wanted(str, int)`: the clerk wants to see a
    version of another report.
    """

    found = Signal(int)
    paper_wanted = Signal(str, int)

    def __init__(self, stored: StoredDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = stored
        self._other: FoundPaper | None = None
        self._code = PlainLine()
        look.named(self._code, "field:paper_code", "纸上的编码")
        self._code.setPlaceholderText("如 3f9c2a1b7d，写前几个字符也行")
        self._code.setToolTip(self._code.placeholderText())
        self._code.returnPressed.connect(self._search)
        self._find = push_button("paper_find", "查找", self._search)
        self._said = StatusLine("paper_found")
        self._open = push_button("paper_open", "打开那份报告", self._want_other)
        self._lay_out()

    def _search(self) -> None:
        code, stored = self._code.text(), self._stored
        background.run(lambda: find_papers(stored.store, code), self._show, self._complain, self)

    def _show(self, papers: tuple[FoundPaper, ...]) -> None:
        here = [one for one in papers if one.report_id == self._stored.report_id]
        self._other = None if here or not papers else papers[0]
        if here:
            self._said.say(f"就是选中的这一版（{_moment(here[0])}存的）。")
            self.found.emit(here[0].version.number)
        elif self._other is not None:
            self._said.say(_about(self._other))
        else:
            self._said.say(_NONE.format(code=self._code.text().strip()), wrong=True)
        self._open.setVisible(self._other is not None and not self._other.is_trashed)

    def _complain(self, error: UserError) -> None:
        self._other = None
        self._open.hide()
        self._said.say(str(error), wrong=True)

    def _want_other(self) -> None:
        if self._other is not None:
            self.paper_wanted.emit(self._other.report_id, self._other.version.number)

    def _lay_out(self) -> None:
        label = QLabel("纸上的编码")
        label.setBuddy(self._code)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * look.SPACE)
        grid.setVerticalSpacing(look.SPACE)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self._code, 0, 1)
        grid.addWidget(self._find, 0, 2)
        grid.addWidget(self._said, 1, 0, 1, 2)
        grid.addWidget(self._open, 1, 2)
        grid.setColumnStretch(1, 1)
        self._said.hide()
        self._open.hide()


def _about(paper: FoundPaper) -> str:
    where = "，那份报告在回收站里，请先从回收站恢复" if paper.is_trashed else ""
    return f"是另一份报告{paper.year}年度《{paper.title}》的{paper.version.label}（{_moment(paper)}存的）{where}。"


def _moment(paper: FoundPaper) -> str:
    return spoken(paper.version.time)
