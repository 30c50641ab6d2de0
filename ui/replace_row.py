"""替换 in the find bar: what is to stand there instead, one by one or all in a list."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.words_replaced import LINKED
from ui import look
from ui.buttons import push_button
from ui.hits import Hits
from ui.plain_line import PlainLine

_WAYS_OUT = f"这一处{LINKED}："
_HINT = "“全部替换”先列出每一处，打勾的才替换"


class ReplaceRow(QWidget):
    """Signals: `list_wanted(str)` every hit with what it would be; `figure_wanted(str)` a figure's target."""

    list_wanted = Signal(str)
    figure_wanted = Signal(str)

    def __init__(self, hits: Hits, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits = hits
        self._by = PlainLine()
        look.named(self._by, "field:replace", "替换为")
        self._by.setPlaceholderText("替换为（空着就是删去）")
        self._by.setMinimumWidth(width)
        self._one = push_button("replace_one", "替换", self._replace, "替换这一处，到下一处（回车）")
        self._all = push_button("replace_list", "全部替换……", lambda: self.list_wanted.emit(self._by.text()))
        self._note = look.quiet_label("")
        look.named(self._note, "replace_note", "替换说明")
        self._look_up = push_button("replace_figure", "改数据……", self._want_figure)
        self._release = push_button("replace_unlink", "取消链接", hits.release)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * look.SPACE)
        for widget in (self._by, self._one, self._all, self._note, self._look_up, self._release):
            row.addWidget(widget)
        row.addStretch(1)
        hits.changed.connect(self._judge)
        self._by.textChanged.connect(self._judge)
        self._judge()
        self.hide()

    def come_after(self, field: QWidget) -> None:
        """Have Tab lead from a field straight to what is to stand there instead, and to what does it."""
        for before, after in pairwise((field, self._by, self._one, self._all)):
            QWidget.setTabOrder(before, after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._by.hasFocus():
            self._replace()
        else:
            super().keyPressEvent(event)

    def _replace(self) -> None:
        """The first time there is nothing to replace yet: it goes to the first one."""
        if self._hits.current is None:
            self._hits.go(1)
        else:
            self._hits.replace(self._by.text())
        self._by.setFocus()

    def _judge(self) -> None:
        one, lock = self._hits.current, self._hits.lock(self._by.text())
        is_linked = one is not None and bool(one.links)
        self._one.setEnabled(bool(self._hits.found) and not lock)
        self._all.setEnabled(bool(self._hits.found))
        self._note.setText(_WAYS_OUT if is_linked else f"这一处{lock}" if lock else _HINT)
        self._look_up.setVisible(is_linked)
        self._release.setVisible(is_linked)

    def _want_figure(self) -> None:
        if self._hits.current is not None and self._hits.current.links:
            self.figure_wanted.emit(self._hits.current.links[0].target)
