"""A text document with linked figures: ordinary text in Qt's document, the places of the links beside it.

Qt itself moves the places, which are pairs of QTextCursors. Positions are either surface positions, the ones
QTextCursor counts, or atom positions (`models.atoms`), which no changed figure moves.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from models.atoms import FORBIDDEN, Alphabet, units
from models.linked_text import Link

Span = tuple[int, int]
_LINE_ENDS = str.maketrans("\u2028\u2029", "\n\n")


class Anchor:
    """A link's place in the document."""

    def __init__(self, document: QTextDocument, link: Link, span: Span) -> None:
        self.link = link
        self._start, self._end = QTextCursor(document), QTextCursor(document)
        # Text typed at the right edge stays outside; at the left edge it pushes the link to the right.
        self._end.setKeepPositionOnInsert(True)
        self.place(span)

    def place(self, span: Span) -> None:
        """Put both cursors anew."""
        self._start.setPosition(span[0])
        self._end.setPosition(span[1])

    @property
    def span(self) -> Span:
        """Surface positions of the link's first character and behind its last."""
        return self._start.position(), self._end.position()


class LinkedDocument:
    """Reads and writes a QTextDocument in atoms. Knows no widget, makes no undo step, says nothing."""

    def __init__(self, document: QTextDocument, values: Mapping[str, str]) -> None:
        self.document = document
        self.values = dict(values)
        self._alphabet = Alphabet()
        self._anchors: list[Anchor] = []

    def parse(self, stored: str) -> str:
        """A stored text as atoms of this document."""
        return self._alphabet.parse(stored)

    def stored(self, atoms: str) -> str:
        """Atoms of this document as stored."""
        return self._alphabet.stored(atoms)

    def surface(self, atoms: str) -> str:
        """Atoms of this document as printed."""
        return self._alphabet.surface(atoms, self.value)

    def value(self, link: Link) -> str:
        """What a link shows; never empty, for a link must have a place."""
        return self.values.get(link.target) or f"〔{link.target}〕"

    def read(self) -> str:
        """The document's atoms. Not toPlainText(), which turns hard blanks into ordinary ones."""
        text = units(self.document.toRawText()).translate(_LINE_ENDS)
        pieces, at = [], 0
        for anchor in self._anchors:
            start, end = anchor.span
            pieces += [text[at:start], self._alphabet.atom(anchor.link)]
            at = end
        return "".join(pieces) + text[at:]

    def clear(self, block_format: QTextBlockFormat) -> None:
        """Empty the document; paragraphs written from now on have this format."""
        self._anchors.clear()
        self.document.setPlainText("")
        QTextCursor(self.document).setBlockFormat(block_format)

    def insert(self, cursor: QTextCursor, atoms: str) -> Span:
        """Put atoms in place of the cursor's selection; the surface span they then have."""
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self.drop_empty()
        first = at = cursor.position()
        fresh: list[tuple[Link, Span]] = []
        for run in self._alphabet.runs(atoms):
            text = self.value(run) if isinstance(run, Link) else run.translate(FORBIDDEN)
            cursor.insertText(text)
            if isinstance(run, Link):
                fresh.append((run, (at, cursor.position())))
            at = cursor.position()
        cursor.endEditBlock()
        # Only now: cursors set earlier would be pushed on by the text that follows.
        self._anchors += [Anchor(self.document, link, span) for link, span in fresh]
        self._anchors.sort(key=lambda anchor: anchor.span)
        return first, at

    def drop_empty(self) -> None:
        """Forget the links whose characters are gone."""
        self._anchors = [anchor for anchor in self._anchors if anchor.span[0] < anchor.span[1]]

    def showing(self, targets: Iterable[str]) -> list[Anchor]:
        """The links to one of these targets."""
        wanted = set(targets)
        return [anchor for anchor in self._anchors if anchor.link.target in wanted]

    def damaged(self) -> list[Anchor]:
        """The links whose characters are not their figure's number."""
        return [
            anchor
            for anchor in self._anchors
            if self.select(*anchor.span).selectedText() != self.value(anchor.link)
        ]

    def rewrite(self, anchors: Iterable[Anchor]) -> None:
        """Write the links' numbers anew, as one edit.

        From the inside out: the new number goes behind the first old character, then the old characters go, so
        no cursor at either edge, the caret included, is pushed over.
        """
        group = QTextCursor(self.document)
        group.beginEditBlock()
        for anchor in anchors:
            start, end = anchor.span
            value = self.value(anchor.link)
            self.select(start + 1, start + 1).insertText(value)
            inner = start + 1 + len(units(value))
            self.select(inner, inner + end - start - 1).removeSelectedText()
            self.select(start, start + 1).removeSelectedText()
            anchor.place((start, start + len(units(value))))  # a number of one character has no inside
        group.endEditBlock()

    def replace_all(self, find: str, by: str) -> tuple[int, int]:
        """How many finds were replaced, and how many left alone because a link lies in or across them."""
        hits: list[QTextCursor] = []
        hit = self.document.find(find, 0, QTextDocument.FindFlag.FindCaseSensitively)
        while not hit.isNull():
            hits.append(hit)
            hit = self.document.find(find, hit, QTextDocument.FindFlag.FindCaseSensitively)
        free = [hit for hit in hits if not self.spans_between(hit.selectionStart(), hit.selectionEnd())]
        group = QTextCursor(self.document)
        group.beginEditBlock()
        for hit in free:
            hit.insertText(by)
        group.endEditBlock()
        return len(free), len(hits) - len(free)

    def spans_between(self, first: int, last: int) -> list[Span]:
        """The spans of links that reach into the surface between two positions."""
        spans = [anchor.span for anchor in self._anchors]
        return [span for span in spans if span[0] < last and span[1] > first]

    def anchor_at(self, surface: int) -> Anchor | None:
        """The link that covers the character behind a surface position."""
        return next((one for one in self._anchors if one.span[0] <= surface < one.span[1]), None)

    def surface_position(self, atom: int) -> int:
        """Where an atom stands on the surface."""
        position = atom
        for anchor in self._anchors:
            start, end = anchor.span
            if start >= position:
                break
            position += end - start - 1
        return position

    def atom_position(self, surface: int) -> int:
        """Which atom stands at a surface position outside links."""
        before = self._anchors[: bisect_right(self._anchors, surface - 1, key=lambda anchor: anchor.span[0])]
        spans = [anchor.span for anchor in before]
        return surface - sum(min(end, surface) - start - 1 for start, end in spans)

    def select(self, start: int, end: int) -> QTextCursor:
        """A cursor with this part of the surface selected."""
        cursor = QTextCursor(self.document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def snapped(self, anchor: int, place: int, forward: bool) -> Span:
        """Anchor and caret moved out of links, the way the caret goes."""
        for start, end in self.spans_between(place, place):
            place = end if forward else start
        for start, end in self.spans_between(anchor, anchor):
            anchor = start if forward else end
        return anchor, place

    def widened(self, cursor: QTextCursor) -> QTextCursor:
        """The cursor's selection stretched to whole links; a caret inside a link goes behind it."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        caret = start == end
        for span in self.spans_between(start, end):
            start, end = min(start, span[0]), max(end, span[1])
        return self.select(end if caret else start, end)
