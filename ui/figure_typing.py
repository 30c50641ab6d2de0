"""`@` in a text: the figures whose names are typed behind it are offered at the caret, and one put in its place."""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

from actions.figure_entries import Entry, entries, matching
from models.atoms import whole
from models.linked_text import Link
from ui.draft import Draft
from ui.figure_popup import FigurePopup
from ui.linked_text_edit import LinkedTextEdit

_MARK = re.compile(r"(?<![A-Za-z0-9._%+\-])[@＠]([^\s@＠，。；：、！？,;:!?（）()]{0,20})$")
"""An at-sign behind a letter or digit is an e-mail address's."""

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class FigureTyping(QObject):
    """Serves the text that has the keyboard. `put_in(text, start, end, link)` is called with what was chosen and the
    surface places of the `@` and behind the words typed."""

    def __init__(
        self, draft: Draft, view: QWidget, put_in: Callable[[LinkedTextEdit, int, int, Link], object]
    ) -> None:
        super().__init__(view)
        self._draft, self._view, self._put_in = draft, view, put_in
        self._text: LinkedTextEdit | None = None
        self._scroller: QAbstractScrollArea | None = None
        self._popup = FigurePopup(view)
        self._popup.chosen.connect(self._take)
        self._start = -1
        self._refused: tuple[int, int] | None = None  # paragraph and place of an @ that Esc was pressed at
        self._known: tuple[Entry, ...] = ()
        self._words = ""
        self._soon = QTimer(self)  # in the middle of an edit Qt does not know yet where the caret will be
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._offer)
        view.installEventFilter(self)

    def serve(self, text: LinkedTextEdit) -> None:
        """Offer figures in this text from now on."""
        self._let_go()
        self._text, self._refused = text, None
        text.installEventFilter(self)
        text.edited.connect(self._follow_typing)
        text.cursorPositionChanged.connect(self._follow_caret)
        self._scroller = _scroller_of(text)
        if self._scroller is not None:
            self._scroller.verticalScrollBar().valueChanged.connect(self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list's keys, while it is open and no word is being composed; it closes when the keyboard goes."""
        if not self._popup.isVisible():
            return False
        if watched is self._view and event.type() == QEvent.Type.Resize:
            self._popup.hide()
        if watched is not self._text or self._text is None:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self._popup.hide()
        if not isinstance(event, QKeyEvent) or self._text.is_composing() or not _is_ours(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # Esc and the arrows mean the list, not the window
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._use(Qt.Key(event.key()))
        return event.type() == QEvent.Type.KeyPress

    def _use(self, key: Qt.Key) -> None:
        if key in _STEPS:
            self._popup.move_by(_STEPS[key])
        elif key in _PAGES:
            self._popup.move_by(_PAGES[key] * self._popup.page())
        elif key == Qt.Key.Key_Escape:
            self._refused = self._place_of_mark()
            self._popup.hide()
        elif link := self._popup.current():
            self._take(link)

    def _take(self, link: Link) -> None:
        text = self._text
        self._popup.hide()
        if text is not None and isValid(text):
            self._put_in(text, self._start, text.textCursor().position(), link)

    def _follow_typing(self, _change: object, words: str) -> None:
        self._words = words
        self._soon.start()

    def _offer(self) -> None:
        """What is typed opens the list, or narrows it."""
        found = self._typed() if self._words in ("输入", "删除") else None
        if found is None or (self._words == "删除" and not self._popup.isVisible()):
            self._popup.hide()
            return
        self._start, typed = found
        if self._place_of_mark() == self._refused:
            return
        if not self._popup.isVisible():
            self._known = entries(self._draft.report)
        fitting = matching(self._known, typed)
        if fitting:
            self._popup.show_entries(fitting, self._caret())
        else:
            self._popup.hide()

    def _follow_caret(self) -> None:
        """A caret that leaves the words closes the list."""
        if self._popup.isVisible() and (self._typed() or (-1, ""))[0] != self._start:
            self._popup.hide()

    def _typed(self) -> tuple[int, str] | None:
        """Where the `@` before the caret stands on the surface and the words behind it, None without one."""
        if self._text is None or not isValid(self._text) or self._text.isReadOnly():
            return None
        if self._text.textCursor().hasSelection():
            return None
        cursor = self._text.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        match = _MARK.search(before)
        start = cursor.block().position() + match.start() if match else -1
        if match is None or self._text.has_links_between(start, cursor.position()):
            return None
        return start, whole(match[1])

    def _place_of_mark(self) -> tuple[int, int]:
        block = self._text.document().findBlock(self._start) if self._text else None
        return (block.blockNumber(), self._start - block.position()) if block else (-1, -1)

    def _caret(self) -> QRect:
        """The caret's place in the view."""
        if self._text is None:
            return QRect()
        place = self._text.caret_rectangle()
        return QRect(self._text.mapTo(self._view, QPoint(place.left(), place.top())), place.size())

    def _place(self) -> None:
        if self._popup.isVisible():
            self._popup.place(self._caret())

    def _let_go(self) -> None:
        self._popup.hide()
        if self._text is not None and isValid(self._text):
            self._text.removeEventFilter(self)
            self._text.edited.disconnect(self._follow_typing)
            self._text.cursorPositionChanged.disconnect(self._follow_caret)
        if self._scroller is not None and isValid(self._scroller):
            self._scroller.verticalScrollBar().valueChanged.disconnect(self._place)


def _is_ours(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and (event.key() in (*_STEPS, *_PAGES, *_TAKE) or event.key() == Qt.Key.Key_Escape)


def _scroller_of(widget: QWidget) -> QAbstractScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    return above
