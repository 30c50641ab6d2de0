"""What differs between two states, word for word: struck through what was taken out, underlined what was put in."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from actions.versioning import Changed, Compared
from models.comparison import Deed
from models.word_difference import Kind, Run
from ui import colours, look

_MOST = 300
"""Differences shown; more than these nobody reads, and the window would stand still."""
_DEEDS = {Deed.ADDED: "新增", Deed.REMOVED: "删去", Deed.MOVED: "移动", Deed.CHANGED: ""}
SAME = "没有不同。"


class DifferenceView(QTextEdit):
    """A text to read and to copy from; it follows the palette when the system turns dark.

    `around` is how many characters of unchanged text are shown on each side of a change; None for all.
    """

    def __init__(
        self, name: str, words: str, parent: QWidget | None = None, *, around: int | None = None
    ) -> None:
        super().__init__(parent)
        self._around = around
        look.named(self, name, words)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(3 * look.SPACE)
        self._shown: Compared | None = None

    def show_words(self, words: str) -> None:
        """A sentence in place of differences."""
        self._shown = None
        self.setPlainText(words)

    def show_compared(self, compared: Compared) -> None:
        """Every difference under its place."""
        self._shown = compared
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            self._draw()

    def _draw(self) -> None:
        compared = self._shown
        assert compared is not None
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, one in enumerate(compared.changes[:_MOST]):
            self._draw_change(cursor, one, is_first=number == 0)
        if more := len(compared.changes) - _MOST:
            self._draw_place(cursor, f"……另有 {more} 处。" if more > 0 else "")
        if not compared.changes:
            cursor.insertText(SAME, QTextCharFormat())
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _draw_change(self, cursor: QTextCursor, one: Changed, *, is_first: bool) -> None:
        deed = _DEEDS[one.difference.deed]
        place = "　".join(filter(None, (one.difference.where, deed)))
        self._draw_place(cursor, place, is_first=is_first)
        cursor.insertBlock(_block(look.SPACE), QTextCharFormat())
        formats = {kind: _format(kind, self.palette()) for kind in Kind}
        last = len(one.runs) - 1
        for at, run in enumerate(one.runs):
            cursor.insertText(self._shown_of(run, is_first=at == 0, is_last=at == last), formats[run.kind])

    def _shown_of(self, run: Run, *, is_first: bool, is_last: bool) -> str:
        """A run's text, without what is far from any change."""
        if self._around is None or run.kind is not Kind.EQUAL:
            return run.text
        head = "" if is_first else run.text[: self._around]
        tail = "" if is_last else run.text[-self._around :]
        return run.text if len(run.text) <= len(head) + len(tail) + 2 else f"{head}……{tail}"

    def _draw_place(self, cursor: QTextCursor, words: str, *, is_first: bool = False) -> None:
        if not words:
            return
        if is_first:
            cursor.setBlockFormat(_block(0))
        else:
            cursor.insertBlock(_block(4 * look.SPACE), QTextCharFormat())
        quiet = QTextCharFormat()
        quiet.setForeground(look.quiet_colour(self.palette()))
        cursor.insertText(words, quiet)


def _block(above: int) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setTopMargin(above)
    block.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return block


def _format(kind: Kind, palette: QPalette) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setForeground(palette.text())
    if kind is Kind.EQUAL:
        return shape
    is_out = kind is Kind.DELETED
    shape.setFontStrikeOut(is_out)
    shape.setFontUnderline(not is_out)
    shape.setBackground(colours.taken_out(palette) if is_out else colours.put_in(palette))
    return shape
