"""The body of a Word file line by line: paragraphs with their numbers, tables row by row."""

import re
from collections.abc import Iterator

from importers.word_numbering import Numbering
from importers.word_styles import Styles
from importers.word_text import Reader, is_joined
from importers.word_xml import Element, child, local, value, w

_AROUND = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_IMPRINT = re.compile(r"抄送：|.*\d日\s*印发")
"""Rows of the imprint, which stands in a table on many papers and is read as lines."""
_FIGURES = re.compile(r"序号\t指标\t单位\t本年")
"""The head of this program's own table of figures: whoever reads the ending has something else to say of it."""


class Body:
    """Reads once. Afterwards `tables` holds the first row of each table turned into text, `contents` and
    `others` count the lines of a table of contents and the files within the file that were left out."""

    def __init__(self, styles: Styles, numbering: Numbering, reader: Reader) -> None:
        self._styles, self._numbering, self._reader = styles, numbering, reader
        self.tables: list[str] = []
        self.contents = self.others = self.numbers = 0

    def lines(self, parent: Element) -> Iterator[str]:
        """The lines below an element, in order; empty ones too."""
        before = ""
        for element in _blocks(parent):
            match local(element):
                case "p" if is_joined(element):
                    before += self._text(element)
                case "p":
                    yield from self._paragraph(element, before)
                    before = ""
                case "tbl":
                    yield from self._table(element)
                case "altChunk":
                    self.others += 1
        if before:
            yield before

    def _paragraph(self, paragraph: Element, before: str) -> Iterator[str]:
        text = before + self._text(paragraph)
        style = value(paragraph, "pPr", "pStyle")
        if self._styles.is_contents(style):
            self.contents += bool(text.strip())
            return
        number = self._numbering.next_number(paragraph)
        if number and text.strip():
            self.numbers += 1
            text = number + _gap(number, text) + text.lstrip()
        is_centred = (value(paragraph, "pPr", "jc") or self._centred(style)) == "center"
        yield from (["".join(map(str.strip, text.split("\n")))] if is_centred else text.split("\n"))

    def _text(self, paragraph: Element) -> str:
        return self._reader.text(paragraph)

    def _centred(self, style: str) -> str:
        return "center" if self._styles.is_centred(style) else ""

    def _table(self, table: Element) -> Iterator[str]:
        """One column is a frame around lines, more are rows with tabs between the cells."""
        rows = [row for row in _children(table, "tr") if child(row, "trPr", "del") is None]
        cells = [_children(row, "tc") for row in rows]
        if all(len(row) <= 1 for row in cells):
            for cell in (one for row in cells for one in row):
                yield from self.lines(cell)
            return
        written = ["\t".join(self._cell(cell) for cell in row).strip("\t") for row in cells]
        filled = [row for row in written if row.strip()]
        if filled and not all(map(_IMPRINT.match, filled)) and not _FIGURES.match(filled[0]):
            self.tables.append(filled[0].replace("\t", " ").strip())
        yield from filled

    def _cell(self, cell: Element) -> str:
        return " ".join(line.strip() for line in self.lines(cell) if line.strip())


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables, those within wrappers too."""
    for element in parent:
        if local(element) in _AROUND:
            yield from _blocks(element)
        else:
            yield element


def _children(parent: Element, name: str) -> list[Element]:
    return [element for element in _blocks(parent) if element.tag == w(name)]


def _gap(number: str, text: str) -> str:
    """A number that ends in a letter, or a text that begins with a digit, is set off: 1. 2025年."""
    is_open = number[-1].isascii() and number[-1].isalnum()
    return " " if is_open or text.lstrip()[:1].isdigit() else ""


def plain(element: Element) -> str:
    """The text of something that is only named, not taken over."""
    return "".join(str(one.text or "") for one in element.iter(w("t"))).strip()
