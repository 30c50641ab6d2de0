"""查找和替换: a bar below the tabs that goes from one hit to the next through the whole report."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QLineEdit, QTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from models.occurrences import Wanted
from ui import dialogs, icons, look
from ui.buttons import push_button
from ui.draft import Draft
from ui.folding_row import FoldingRow
from ui.hits import Hits
from ui.plain_line import PlainLine
from ui.recent_words import RecentWords
from ui.replace_dialog import ReplaceDialog
from ui.replace_row import ReplaceRow
from ui.report_tabs import ReportTabs
from ui.settings import Settings

_FIELD = 44 * look.SPACE
_LONGEST = 40
"""Characters of a selection that are taken for words to look for."""


class FindBar(QWidget):
    """What is looked for and how, how many there are; below it what is to stand there instead.

    Signals: `figure_wanted(str)` the clerk asks for the figure with this target.
    """

    figure_wanted = Signal(str)

    def __init__(
        self, draft: Draft, tabs: ReportTabs, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        look.named(self, "find_bar", "查找栏")
        self._draft, self._tabs = draft, tabs
        self._from: QWidget | None = None
        self._hits = Hits(draft, tabs, self)
        self._words = _line("field:find", "查找内容", "在整个报告中查找")
        self._recent = RecentWords(self._words, settings)
        self._count = look.quiet_label("")
        look.named(self._count, "find_count", "找到多少处")
        self._case, self._width, self._part = (
            _box(*one, self._restart)
            for one in (
                ("find_case", "区分大小写", "A 和 a 不同"),
                ("find_width", "区分全半角", "（ 和 ( 不同"),
                ("find_part", "只在本部分", "只找现在这一页签里的"),
            )
        )
        self._replace = ReplaceRow(self._hits, _FIELD)
        self._lay_out()
        self._replace.come_after(self._words)
        self._wire()
        self.hide()

    def begin(self) -> None:
        """Show the bar, ready to type; a word selected in a text is what is looked for."""
        now = QApplication.focusWidget()
        in_tab = now is not None and self._tabs.isAncestorOf(now)
        if in_tab or self.isHidden():
            self._from = now if in_tab else self._tabs.currentWidget().focusWidget()
        self.show()
        if (chosen := _selected(self._from)) and in_tab:
            self._words.setText(chosen)
        self._words.setFocus()
        self._words.selectAll()
        self._restart()

    def begin_replace(self) -> None:
        """The same, with the row for what is to stand there instead."""
        self._replace.show()
        self.begin()

    def go(self, by: int) -> None:
        """Go to the next or the previous hit; without the bar it is shown first, with the words of last time."""
        if self.isHidden():
            self.begin()
        if not self._words.text() and self._recent.words:
            self._words.setText(self._recent.words[0])
        self._go(by)

    def put_away(self) -> None:
        """Hide the bar; the keyboard goes to the last hit, or back to where it was."""
        self._recent.remember(self._words.text())
        self._hits.stop()
        self.hide()
        self._replace.hide()
        place = self._from
        if place is None or not isValid(place) or not place.isVisible():
            place = self._tabs.currentWidget()
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() == Qt.Key.Key_Down and self._words.hasFocus():
            self._recent.open()
        elif is_return and self._words.hasFocus():
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _restart(self) -> None:
        if self.isHidden():
            return
        part = self._tabs.key if self._part.isChecked() else ""
        self._hits.look_for(Wanted(self._words.text(), self._width.isChecked(), self._case.isChecked(), part))

    def _follow_tab(self) -> None:
        """只在本部分 means the tab on screen, whichever it is now."""
        if self._part.isChecked() and self._hits.wanted.part != self._tabs.key:
            self._restart()

    def _go(self, by: int) -> None:
        self._recent.remember(self._words.text())
        here = QApplication.focusWidget()
        self._hits.go(by)
        self._from = self._tabs.currentWidget().focusWidget() if self._hits.found else self._from
        if here is not None and self.isAncestorOf(here):
            here.setFocus(
                Qt.FocusReason.PopupFocusReason
            )  # from here one goes on; a line keeps what is selected

    def _tell(self) -> None:
        number, found = self._hits.at + 1, len(self._hits.found)
        told = f"第 {number} 处，共 {found} 处" if number else f"共 {found} 处"
        self._count.setText(told if found else ("没有找到" if self._words.text() else ""))

    def _list(self, by: str) -> None:
        """Show every hit as it would be replaced."""
        self._recent.remember(self._words.text())
        for earlier in self.window().findChildren(ReplaceDialog):
            earlier.close()
        wanted = replace(self._hits.wanted, words=self._words.text())
        dialog = ReplaceDialog(self._draft, self._tabs, wanted, by, self.window())
        dialog.figure_wanted.connect(self.figure_wanted)
        dialogs.show_beside(dialog)

    def _wire(self) -> None:
        self._words.textChanged.connect(self._restart)
        self._hits.changed.connect(self._tell)
        self._tabs.currentChanged.connect(lambda _number: self._follow_tab())
        self._replace.list_wanted.connect(self._list)
        self._replace.figure_wanted.connect(self.figure_wanted)

    def _lay_out(self) -> None:
        looking, choosing = QWidget(), QWidget()
        row, more = QHBoxLayout(looking), QHBoxLayout(choosing)
        for one in (row, more):
            one.setContentsMargins(0, 0, 0, 0)
            one.setSpacing(2 * look.SPACE)
        row.addWidget(self._words)
        row.addWidget(self._recent)
        row.addWidget(previous := push_button("find_previous", "上一处", lambda: self._go(-1)))
        row.addWidget(following := push_button("find_next", "下一处", lambda: self._go(1)))
        row.addWidget(self._count, 1)
        for box in (self._case, self._width, self._part):
            more.addWidget(box)
        more.addStretch(1)
        more.addWidget(opening := push_button("find_replace", "替换……", self.begin_replace))
        opening.setAccessibleName("打开替换")
        more.addWidget(close := push_button("find_close", "关闭", self.put_away, "关闭（Esc）"))
        for button, icon in ((previous, "earlier"), (following, "later"), (close, "close")):
            icons.wear(button, icon)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * look.SPACE, look.SPACE, 3 * look.SPACE, look.SPACE)
        column.setSpacing(look.SPACE)
        column.addWidget(FoldingRow(looking, choosing, (1, 0), (2 * look.SPACE, look.SPACE)))
        column.addWidget(self._replace)


def _line(name: str, words: str, hint: str) -> QLineEdit:
    line = PlainLine()
    look.named(line, name, words)
    line.setPlaceholderText(hint)
    line.setMinimumWidth(_FIELD)
    return line


def _box(name: str, words: str, tip: str, do: object) -> QCheckBox:
    box = QCheckBox(words)
    look.named(box, name, words)
    box.setToolTip(tip)
    box.toggled.connect(do)
    return box


def _selected(field: QWidget | None) -> str:
    """The words selected in a text, "" for none or for more than one looks for."""
    if isinstance(field, QTextEdit):
        words = field.textCursor().selectedText()
    else:
        words = field.selectedText() if isinstance(field, QLineEdit) else ""
    return words if len(words) <= _LONGEST and "\u2029" not in words else ""
