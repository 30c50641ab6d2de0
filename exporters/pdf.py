"""Layout → PDF. Every line is drawn where the layout put it; nothing is decided here.

The same document gives the same bytes: no clock, no random names.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from exporters.fonts import Face, Font
from exporters.layout import Layout, Page, lay_out
from exporters.layout.changes import change_rules
from exporters.layout.paragraph import BLACK
from exporters.layout.strip import PlacedLine, Rule
from exporters.profile import Profile
from models.document import Document

_LANGUAGE = "zh-CN"
_PROGRAM = "法治年报"
_BEYOND_FFFF = re.compile("<([0-9A-F]{5,6})>")


def write(document: Document, stream: BinaryIO, rules: Profile | None = None) -> None:
    """The paper as PDF by the rules of a profile, GB/T 9704-2012 unless told otherwise."""
    draw(lay_out(document, rules), document, stream)


def draw(layout: Layout, document: Document, stream: BinaryIO, is_small: bool = True) -> None:
    """Pages that are already laid out, with the document's title and issuer as the file's properties.

    What need not be `is_small`, because nobody keeps it, is written in half the time.
    """
    draw_all(((layout, document),), stream, is_small)


def draw_all(parts: Sequence[tuple[Layout, Document]], stream: BinaryIO, is_small: bool = True) -> None:
    """Several papers in one file with the properties of the first, each listed by its name at the reader's side.

    Each begins on the front of a sheet: printed on both sides, none stands on the back of another and its page
    numbers stay on the outer side.
    """
    layout, document = parts[0]
    canvas = Canvas(
        stream,
        pageCompression=int(is_small),
        invariant=1,
        # Else every page names Helvetica, which is not embedded. The stubs take the name for a number.
        initialFontName=_registered(layout.profile.fonts.own(Face.FANGSONG)),  # type: ignore[arg-type]
        lang=_LANGUAGE,
    )
    canvas.setTitle(document.title)
    canvas.setAuthor(document.organ)
    canvas.setCreator(_PROGRAM)
    for number, (layout, document) in enumerate(parts, start=1):
        paper = (layout.profile.paper_width_pt, layout.profile.paper_height_pt)
        canvas.setPageSize(paper)
        if len(parts) > 1:
            canvas.bookmarkPage(str(number))
            canvas.addOutlineEntry(document.name, str(number))
        for page in layout.pages:
            _draw_page(canvas, page, paper)
        if len(layout.pages) % 2 and number < len(parts):
            canvas.showPage()
    canvas.save()


def _draw_page(canvas: Canvas, page: Page, paper: tuple[float, float]) -> None:
    """A page; what is turned on it is drawn first, on the paper as it lies before its reader."""
    width, height = paper
    if page.is_turned:
        canvas.saveState()
        canvas.transform(0, 1, -1, 0, width, 0)
        _draw(canvas, page.rules, page.lines, width)
        canvas.restoreState()
    else:
        _draw(canvas, page.rules, page.lines, height)
    _draw(canvas, (), page.all_lines[len(page.lines) :], height)
    canvas.showPage()


def _draw(canvas: Canvas, rules: tuple[Rule, ...], lines: tuple[PlacedLine, ...], height_pt: float) -> None:
    for rule in (*rules, *change_rules(lines)):
        canvas.setLineWidth(rule.width_pt)
        _stroke(canvas, rule.colour)
        canvas.line(rule.x1_pt, height_pt - rule.y1_pt, rule.x2_pt, height_pt - rule.y2_pt)
    text = canvas.beginText()
    colour, narrowing = BLACK, 1.0
    for placed in lines:
        for run in placed.line.runs:
            text.setTextOrigin(placed.x_pt + run.x_pt, height_pt - placed.baseline_pt)
            text.setFont(_registered(run.font), run.size_pt)
            if run.colour != colour:
                colour = run.colour
                _fill(text, colour)
            if run.narrowing != narrowing:
                narrowing = run.narrowing
                text.setHorizScale(narrowing * 100)
            text.setCharSpace(run.spacing_pt)
            text.textOut(run.text)
    if colour != BLACK:
        _fill(text, BLACK)  # it would go on into what is drawn next
    canvas.drawText(text)


def _fill(text: PDFTextObject, rrggbb: str) -> None:
    """Black is said as grey: given as red, green and blue, printers may mix it from all their inks."""
    if rrggbb == BLACK:
        text.setFillGray(0)
    else:
        text.setFillColor(HexColor(f"#{rrggbb}"))


def _stroke(canvas: Canvas, rrggbb: str) -> None:
    if rrggbb == BLACK:
        canvas.setStrokeGray(0)
    else:
        canvas.setStrokeColor(HexColor(f"#{rrggbb}"))


class _Font(TTFont):
    """A font whose characters beyond U+FFFF (𬭎, 𫖮 in names) can be copied and searched too.

    reportlab 5.1 writes their five digits into the table of meanings, where UTF-16 is asked for (ISO 32000-1 §9.10.3).
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                stream.content = _BEYOND_FFFF.sub(_as_utf16, stream.content)
            elif name.startswith("fontFile:") and not doc.compression:
                stream.filters = None  # reportlab compresses fonts whatever is asked for


def _as_utf16(code: re.Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"


def _registered(font: Font) -> str:
    """The name under which reportlab knows a font; reading the file is done once in a process."""
    return _register(font.path, font.number)


@cache
def _register(path: Path, number: int) -> str:
    # By file: fonts of two folders may have one name. reportlab's lists are shared by all who use it in this
    # process; of two fonts with the same inner name it draws the first for both, unless that is hidden meanwhile.
    own = f"fazhi-{path}#{number}"
    font = _Font(own, str(path), subfontIndex=number)
    inner, font.face.name = font.face.name, own
    pdfmetrics.registerFont(font)
    font.face.name = inner
    return own
