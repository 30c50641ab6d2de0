"""查找: a bar below the tabs that goes from one hit to the next through the whole report."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui import icons, look
from ui.buttons import push_button

_SEARCHED = ("field:", "heading:", "body:")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words occur."""

    tab: int
    widget: QLineEdit | QTextEdit
    position: int


class FindBar(QWidget):
    """Searches the texts of all tabs as they are on screen, numbers included."""

    def __init__(self, tabs: QTabWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "find_bar", "查找栏")
        self._tabs = tabs
        self._at = -1
        self._from: QWidget | None = None
        self._words = QLineEdit()
        look.named(self._words, "field:find", "查找内容")
        self._words.setPlaceholderText("在整个报告中查找")
        self._words.setMinimumWidth(60 * look.SPACE)
        self._words.textChanged.connect(self._restart)
        self._words.returnPressed.connect(lambda: self._go(1))
        self._count = look.quiet_label("")
        self._count.setObjectName("find_count")
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * look.SPACE, look.SPACE, 3 * look.SPACE, look.SPACE)
        row.addWidget(self._words)
        for name, words, icon, do in (
            ("find_previous", "上一处", "earlier", lambda: self._go(-1)),
            ("find_next", "下一处", "later", lambda: self._go(1)),
            ("find_close", "关闭", "close", self.put_away),
        ):
            row.addWidget(button := push_button(name, words, do))
            icons.wear(button, icon)
        row.addWidget(self._count, 1)
        self.hide()

    def begin(self) -> None:
        """Show the bar, ready to type."""
        now = QApplication.focusWidget()
        in_tab = now is not None and self._tabs.isAncestorOf(now)
        self._from = now if in_tab else self._tabs.currentWidget().focusWidget()
        self.show()
        self._words.setFocus()
        self._words.selectAll()
        self._restart()

    def put_away(self) -> None:
        """Hide the bar; the keyboard goes to the last hit, or back to where it was."""
        self.hide()
        place = self._from
        if place is None or not isValid(place) or not place.isVisible():
            place = self._tabs.currentWidget()
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def hits(self) -> list[Hit]:
        """Every place, from the first tab to the last."""
        words = self._words.text()
        if not words:
            return []
        return [
            Hit(tab, widget, position)
            for tab in range(self._tabs.count())
            for widget in _texts(self._tabs.widget(tab))
            for position in _positions(_plain(widget), words)
        ]

    def _restart(self) -> None:
        self._at = -1
        hits = self.hits()
        self._count.setText(f"共 {len(hits)} 处" if hits else ("没有找到" if self._words.text() else ""))

    def _go(self, by: int) -> None:
        hits = self.hits()
        if not hits:
            self._restart()
            return
        self._at = (self._at + by) % len(hits) if self._at >= 0 else (0 if by > 0 else len(hits) - 1)
        self._show(hits[self._at])
        self._count.setText(f"第 {self._at + 1} 处，共 {len(hits)} 处")

    def _show(self, hit: Hit) -> None:
        self._tabs.setCurrentIndex(hit.tab)
        self._from = hit.widget
        length = len(self._words.text())
        if isinstance(hit.widget, QLineEdit):
            hit.widget.setSelection(hit.position, length)
        else:
            cursor = hit.widget.textCursor()
            cursor.setPosition(hit.position)
            cursor.setPosition(hit.position + length, QTextCursor.MoveMode.KeepAnchor)
            hit.widget.setTextCursor(cursor)
        _scroll_to(hit.widget)


def _texts(tab: QWidget) -> list[QLineEdit | QTextEdit]:
    """The tab's texts in reading order; a tab that was never shown has no positions to go by, so names tell it."""
    found = [one for one in tab.findChildren(QWidget) if isinstance(one, QLineEdit | QTextEdit)]
    return sorted((one for one in found if one.objectName().startswith(_SEARCHED)), key=_order)


def _order(widget: QWidget) -> tuple[tuple[int, ...], bool]:
    """heading:plan:2.1 comes after body:plan:2 and before body:plan:2.1; fields come first, as they were made."""
    kind, *_, place = widget.objectName().split(":")
    numbers = tuple(int(number) for number in place.split(".") if number.isdigit())
    return numbers, kind == "body"


def _plain(widget: QLineEdit | QTextEdit) -> str:
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


def _positions(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + len(words))
    return found


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(widget)
