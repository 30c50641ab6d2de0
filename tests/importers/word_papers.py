"""Word files as offices send them, made for a test: python-docx for the frame, the word processor's own XML inside."""

import re
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_MARKERS = ((0, r"[一二三四五六七八九十]{1,3}、"), (1, r"（[一二三四五六七八九十]{1,3}）"), (2, r"\d{1,2}\."))
LEVELS = (("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))


def saved(document: Document, folder: Path, name: str = "去年的报告.docx") -> Path:
    """The document as a file."""
    file = folder / name
    document.save(str(file))
    return file


def add_xml(document: Document, inside: str) -> None:
    """A paragraph of this XML, before the page setup at the end."""
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>")
    document.element.body.insert(len(document.element.body) - 1, paragraph)


def run(text: str, properties: str = "") -> str:
    """A run as XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def declare_list(
    document: Document, levels: Sequence[tuple[str, str]], list_id: int = 77, more: str = ""
) -> None:
    """A list with these levels: format and text of the number; `more` stands in the list itself."""
    declared = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{one}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (one, text) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{declared}</w:abstractNum>')
    )
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{list_id}"><w:abstractNumId w:val="77"/>{more}</w:num>')
    )


def add_counted(document: Document, text: str, level: int, list_id: int = 77) -> None:
    """A paragraph that is numbered by itself."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    add_xml(document, f"<w:pPr>{numbered}</w:pPr>{run(text)}")


def counted_by_itself(lines: Sequence[str]) -> Document:
    """A report's lines as a document in which every typed number is taken off and counted by the word processor."""
    document = docx.Document()
    declare_list(document, LEVELS)
    for line in lines:
        level, marker = next(
            ((level, found) for level, mark in _MARKERS if (found := re.match(mark, line))), (0, None)
        )
        if marker:
            add_counted(document, line[marker.end() :], level)
        else:
            document.add_paragraph(line)
    return document
