"""Document → web page: one file without script or outside resources, for an office's website.

The element names alone carry the structure, so that it also serves where only the body is pasted into a content
management system; the style sheet is for the file by itself, on a screen, a telephone or paper.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import BinaryIO, assert_never

from exporters.characters import in_one_line, printable
from exporters.package import day_of
from exporters.profile import Profile
from exporters.text import attachment_list, imprint_lines, masthead_lines
from models.document import (
    Addressees,
    Align,
    AttachmentList,
    AttachmentStart,
    Block,
    Cell,
    Column,
    Document,
    Group,
    Heading,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Table,
    Title,
)

_STYLE = """
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; background: #fff; color: #1a1a1a;
  font: 1.125rem/1.9 FangSong, STFangsong, "Noto Serif CJK SC", SimSun, serif; overflow-wrap: break-word; }
p { margin: 0; text-indent: 2em; }
h1 { margin: 1.5rem 0; font: bold 1.6rem/1.5 SimSun, "Noto Serif CJK SC", serif; text-wrap: balance; }
h2, h3, h4, h5, h6 { margin: 1em 0 0; font-size: inherit; font-weight: bold; text-indent: 2em; }
h2, caption, th { font-family: SimHei, "Noto Sans CJK SC", sans-serif; }
h3, strong { font-family: KaiTi, STKaiti, serif; font-weight: bold; }
.flush, .signature { text-indent: 0; }
.attached { font-size: 1.25rem; text-indent: 0; }
hr { margin: 2.5rem 0; border: 0; border-top: 1px solid #999; }
footer { margin-top: 2rem; border-top: 1px solid #999; font-size: 0.95rem; }
footer p { text-indent: 0; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { width: 100%; min-width: 40rem; border-collapse: collapse; font-size: 0.9rem; line-height: 1.5; }
th, td { border: 1px solid #999; padding: 0.3em 0.5em; }
thead th { background: #f0f0f0; white-space: nowrap; }
tbody th { background: #f7f7f7; text-align: left; }
@media print {
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  body { max-width: none; padding: 0; font-size: 16pt; line-height: 1.8; }
  hr { margin: 0; border: 0; break-after: page; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  tr { break-inside: avoid; }
  .scroll { overflow: visible; }
  table { min-width: 0; }
}
""".strip()

_UNFIT = re.compile(
    "[\x7f-\x9f\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Controls and noncharacters that XML bears with and a web page does not (HTML, Preprocessing the input stream)."""
_DEEPEST = 6


def write(document: Document, stream: BinaryIO, _rules: Profile | None = None) -> None:
    """The page as UTF-8."""
    stream.write(as_html(document).encode())


def as_html(document: Document) -> str:
    """The whole page; its text is that of the plain text, line by line."""
    return "\n".join(
        (*_head(document), "<body>", "<article>", *_article(document), "</article>", "</body>", "</html>", "")
    )


def _head(document: Document) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="zh-CN">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_plain(document.title) or '未命名'}</title>"
    if author := _plain(document.organ):
        yield f'<meta name="author" content="{author}">'
    if day := day_of(document):
        yield f'<meta name="date" content="{day.isoformat()}">'
    yield f"<style>\n{_STYLE}\n</style>"
    yield "</head>"


def _article(document: Document) -> Iterator[str]:
    yield from (_paragraph(line, "flush", Align.CENTER) for line in masthead_lines(document.masthead))
    for block in document.blocks:
        yield from _elements(document, block)
    if lines := tuple(imprint_lines(document.imprint)):
        yield "<footer>"
        yield from map(_paragraph, lines)
        yield "</footer>"


def _elements(document: Document, block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield f"<h1{_aligned(Align.CENTER)}>{_lines(document.title)}</h1>"
        case StageMark(text):
            yield _paragraph(text, "flush", Align.CENTER)
        case Addressees(text):
            yield _paragraph(text, "flush")
        case Paragraph(text):
            yield _paragraph(text)
        case Heading():
            yield _heading(block)
        case AttachmentList(titles):
            yield from map(_paragraph, attachment_list(titles))
        case Signature(organs, date):
            yield from (_paragraph(organ, "signature", Align.RIGHT) for organ in organs)
            if date:
                yield _dated(document, date)
        case Note(text):
            yield _paragraph(f"（{text}）")
        case AttachmentStart(number, title):
            yield "<hr>"
            yield _paragraph(f"附件{number or ''}", "flush")
            yield f'<h2 class="attached"{_aligned(Align.CENTER)}>{_lines(title)}</h2>'
        case Table():
            yield from _table(block)
        case _:
            assert_never(block)


def _paragraph(text: str, kind: str = "", align: Align = Align.LEFT) -> str:
    named = f' class="{kind}"' if kind else ""
    return f"<p{named}{_aligned(align)}>{_lines(text)}</p>"


def _heading(heading: Heading) -> str:
    """A heading of its own; one that runs on is the beginning of its paragraph."""
    words = _lines(f"{heading.number}{heading.title}")
    if heading.text:
        return f"<p>{f'<strong>{words}</strong>' if heading.title else words}{_lines(heading.text)}</p>"
    name = f"h{min(heading.level + 1, _DEEPEST)}"
    return f"<{name}>{words}</{name}>"


def _dated(document: Document, date: str) -> str:
    day = day_of(document)
    shown = f'<time datetime="{day.isoformat()}">{_lines(date)}</time>' if day else _lines(date)
    return f'<p class="signature"{_aligned(Align.RIGHT)}>{shown}</p>'


def _table(table: Table) -> Iterator[str]:
    yield '<div class="scroll">'
    yield "<table>"
    if title := _lines(table.title):
        yield f"<caption>{title}</caption>"
    yield "<thead>"
    heads = (f'<th scope="col">{_plain(column.title)}</th>' for column in table.columns)
    yield f"<tr>{''.join(heads)}</tr>"
    yield "</thead>"
    yield "<tbody>"
    yield from (_row(row, table.columns) for row in table.rows)
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _row(row: tuple[Cell, ...] | Group, columns: tuple[Column, ...]) -> str:
    if isinstance(row, Group):
        return f'<tr><th scope="colgroup" colspan="{len(columns)}">{_plain(row.title)}</th></tr>'
    cells = (
        f"<td{_aligned(column.align)}>{_plain(cell.text)}</td>"
        for cell, column in zip(row, columns, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _aligned(align: Align) -> str:
    """Written into the element, because a pasted body leaves the style sheet behind."""
    return "" if align is Align.LEFT else f' style="text-align: {align}"'


def _lines(text: str) -> str:
    """A text as an element's content, its line ends kept."""
    return "<br>".join(escape(line) for line in _UNFIT.sub("", printable(text)).split("\n"))


def _plain(text: str) -> str:
    """A text as a cell's content or an attribute's value."""
    return escape(_UNFIT.sub("", in_one_line(text)).strip())
