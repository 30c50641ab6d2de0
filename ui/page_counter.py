"""How many pages the report has and on which the clerk is, for the status bar; laid out beside the window."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from actions.paging import Paging, TextPage, paging
from models.errors import UserError
from models.report import Report
from ui import background
from ui.linked_text_edit import LinkedTextEdit
from ui.page_setup import page_setup
from ui.settings import Settings


class PageCounter(QObject):
    """Follows the caret through the texts inside `room`.

    Signals: `changed()`: `words` says something else now; `counted(Paging)`.
    """

    changed = Signal()
    counted = Signal(object)

    def __init__(self, room: QWidget, settings: Settings) -> None:
        super().__init__(room)
        self.words = ""
        self._room, self._settings = room, settings
        self._paging: Paging | None = None
        self._editor: LinkedTextEdit | None = None
        self._page: TextPage | None = None
        self._wanted: Report | None = None
        self._is_working = False
        QApplication.instance().focusChanged.connect(self._follow_focus)

    def count(self, report: Report) -> None:
        """Lay the report out; of several wishes meanwhile the last one counts."""
        self._wanted = report
        if not self._is_working:
            self._work(report)

    def retire(self) -> None:
        """Follow nothing any more."""
        QApplication.instance().focusChanged.disconnect(self._follow_focus)
        self._leave_editor()

    def _work(self, report: Report) -> None:
        self._is_working = True
        setup = page_setup(self._settings)
        background.run(
            lambda: paging(report, setup.rules()),
            lambda found: self._take(report, found),
            self._give_up,
            self,
        )

    def _take(self, report: Report, found: Paging) -> None:
        self._is_working = False
        if self._wanted is not None and self._wanted is not report:
            self._work(self._wanted)
            return
        self._paging = found
        self.counted.emit(found)
        self._find_caret()

    def _give_up(self, _error: UserError) -> None:
        """Without pages the status bar says nothing of them; the preview says why."""
        self._is_working = False
        self._paging = None
        self._say()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is self._editor or now is None:
            return
        self._leave_editor()
        if isinstance(now, LinkedTextEdit) and self._room.isAncestorOf(now):
            self._editor = now
            now.cursorPositionChanged.connect(self._find_caret)
            now.destroyed.connect(self._forget_editor)
        self._find_caret()

    def _leave_editor(self) -> None:
        if self._editor is not None:
            self._editor.cursorPositionChanged.disconnect(self._find_caret)
            self._editor.destroyed.disconnect(self._forget_editor)
        self._forget_editor()

    def _forget_editor(self) -> None:
        self._editor = self._page = None

    def _find_caret(self) -> None:
        if self._paging is not None and self._editor is not None:
            cursor = self._editor.textCursor()
            found = self._paging.page_of(cursor.block().text(), cursor.positionInBlock())
            self._page = found or self._page  # what is being typed stands on paper only after the next count
        self._say()

    def _say(self) -> None:
        words = paging_words(self._paging, self._page) if self._paging else ""
        if words != self.words:
            self.words = words
            self.changed.emit()


def paging_words(paging: Paging, here: TextPage | None) -> str:
    """第 3 页，共 8 页，末页 15 行 …: the pages of the text, and how many there are with attachments and imprint."""
    last = paging.text[-1]
    if here is None:
        words = f"{len(paging.text)} 页，末页 {last.lines} 行"
    elif here.lines_left:
        words = f"第 {here.number} 页，共 {len(paging.text)} 页，本页余 {here.lines_left} 行"
    else:
        words = f"第 {here.number} 页，共 {len(paging.text)} 页，末页 {last.lines} 行"
    return words if paging.pages == len(paging.text) else f"{words}（连附件、版记 {paging.pages} 页）"
