"""The tint that tells a linked number from a typed one, in the palette's own colours."""

from PySide6.QtGui import QPalette, QSyntaxHighlighter, QTextCharFormat

from ui import colours
from ui.linked_document import LinkedDocument


class LinkTint(QSyntaxHighlighter):
    """Tints links by layout formats, which are no edits: no undo step, no contentsChange."""

    def __init__(self, linked: LinkedDocument, palette: QPalette) -> None:
        super().__init__(linked.document)
        self._linked = linked
        self._format = _tint(palette)

    def wear(self, palette: QPalette) -> None:
        """Fit the tint to another palette."""
        self._format = _tint(palette)
        self.rehighlight()

    def renew(self, first: int, last: int) -> None:
        """Tint the paragraphs between two surface positions: links just inserted were not yet known."""
        block = self.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            self.rehighlightBlock(block)
            block = block.next()

    def highlightBlock(self, text: str) -> None:
        first = self.currentBlock().position()
        last = first + self.currentBlock().length()
        for start, end in self._linked.spans_between(first, last):
            self.setFormat(max(start - first, 0), end - max(start, first), self._format)


def _tint(palette: QPalette) -> QTextCharFormat:
    tint = QTextCharFormat()
    tint.setBackground(colours.link_ground(palette))
    tint.setForeground(colours.link_text(palette))
    return tint
