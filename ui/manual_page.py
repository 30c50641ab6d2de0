"""A page of the manual on screen: Markdown with pictures as wide as there is room, words of the window tinted."""

import re

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QPixmap,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

import resources
from ui import look
from ui.colours import wash

_Kind = QTextDocument.ResourceType
_BUTTON = re.compile("【[^】]+】")
_MARGIN = 6 * look.SPACE
_LINE_HEIGHT = 150
_SETTLED_MS = 150


class ManualPageView(QTextBrowser):
    """Shows one page at a time and knows those seen before. Signals: `shown(str)` the name of the page now shown."""

    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "manual_page", "手册的一页")
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_MARGIN)
        self._drawn_for = 0
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._fit_pictures)

    @property
    def name(self) -> str:
        """The page that is shown."""
        return self.source().fileName().removesuffix(".md")

    def show_page(self, name: str, heading: str = "") -> None:
        """Show a page from its top, or from one of its headings on."""
        url = QUrl.fromLocalFile(str(resources.manual_path(f"{name}.md")))
        if url != self.source():
            self.setSource(url, _Kind.MarkdownResource)
        self._go_to(heading)

    def mark(self, words: str) -> None:
        """Tint the words that were searched for, and bring the first of them into view."""
        found = []
        for word in words.split():
            cursor = self.document().find(word)
            while not cursor.isNull():
                found.append(cursor)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections([self._marked(cursor) for cursor in found])

    def doSetSource(self, name: QUrl | str, kind: QTextDocument.ResourceType = _Kind.UnknownResource) -> None:
        """Links inside the manual come here too."""
        if QUrl(name).fileName().endswith(".md"):
            super().doSetSource(name, _Kind.MarkdownResource)
            self._dress()
            self.setExtraSelections([])
            self.shown.emit(self.name)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != _Kind.ImageResource.value:
            return super().loadResource(kind, name)
        return self._picture(QPixmap(self.source().resolved(QUrl(name)).toLocalFile()))

    def changeEvent(self, event: QEvent) -> None:
        """Other colours: the words that are tinted are tinted anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.name:
            self._drawn_for = 0
            self._settled.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room() != self._drawn_for:
            self._settled.start()

    def _picture(self, picture: QPixmap) -> QPixmap:
        """Never wider than the page, and sharp on a screen of any scale."""
        self._drawn_for = self._room()
        if picture.isNull() or picture.width() <= self._drawn_for:
            return picture
        scale = self.devicePixelRatioF()
        wanted = min(round(self._drawn_for * scale), picture.width())
        drawn = picture.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
        drawn.setDevicePixelRatio(wanted / self._drawn_for)
        return drawn

    def _room(self) -> int:
        bar = self.verticalScrollBar()
        taken = 0 if bar.isVisible() else bar.sizeHint().width()
        return max(self.viewport().width() - 2 * _MARGIN - taken, 50 * look.SPACE)

    def _fit_pictures(self) -> None:
        if self._room() == self._drawn_for or not self.name:
            return
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self.reload()
        bar.setValue(round(share * bar.maximum()))

    def _go_to(self, heading: str) -> None:
        block = self.document().begin()
        while heading and block.isValid():
            if block.text() == heading and block.blockFormat().headingLevel():
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top))
                return
            block = block.next()
        self.verticalScrollBar().setValue(0)

    def _dress(self) -> None:
        """Air between lines and parts; words that stand in the window look like buttons."""
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            air = QTextBlockFormat()
            air.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            air.setTopMargin(4 * look.SPACE if level > 1 else look.SPACE)
            air.setBottomMargin(2 * look.SPACE if level else look.SPACE)
            if "\ufffc" in block.text():  # a line as high as a picture would be half as high again
                air.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            QTextCursor(block).mergeBlockFormat(air)
            for found in _BUTTON.finditer(block.text()):
                self._tint(block.position() + found.start(), block.position() + found.end())
            block = block.next()

    def _tint(self, start: int, end: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        words = QTextCharFormat()
        words.setBackground(wash(self.palette()))
        words.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(words)

    def _marked(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor  # type: ignore[attr-defined]
        selection.format.setBackground(self.palette().highlight())  # type: ignore[attr-defined]
        selection.format.setForeground(self.palette().highlightedText())  # type: ignore[attr-defined]
        return selection
