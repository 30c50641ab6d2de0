"""Layout → PDF. Every line is drawn where the layout put it; nothing is decided here.

The same document gives the same bytes: no clock, no random names.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from exporters.fonts import Face, Font
from exporters.layout import Layout, Page, lay_out
from exporters.layout.strip import PlacedLine
from exporters.profile import Profile
from models.document import Document

_LANGUAGE = "zh-CN"
_PROGRAM = "法治年报"
_BEYOND_FFFF = re.compile("<([0-9A-F]{5,6})>")


def write(document: Document, stream: BinaryIO, rules: Profile | None = None) -> None:
    """The paper as PDF by the rules of a profile, GB/T 9704-2012 unless told otherwise."""
    draw(lay_out(document, rules), document, stream)


def draw(layout: Layout, document: Document, stream: BinaryIO) -> None:
    """Pages that are already laid out, with the document's title and issuer as the file's properties."""
    paper = (layout.profile.paper_width_pt, layout.profile.paper_height_pt)
    canvas = Canvas(
        stream,
        pagesize=paper,
        pageCompression=1,
        invariant=1,
        # Else every page names Helvetica, which is not embedded. The stubs take the name for a number.
        initialFontName=_registered(layout.profile.fonts.own(Face.FANGSONG)),  # type: ignore[arg-type]
        lang=_LANGUAGE,
    )
    canvas.setTitle(document.title)
    canvas.setAuthor(document.organ)
    canvas.setCreator(_PROGRAM)
    for page in layout.pages:
        _draw_page(canvas, page, paper[1])
    canvas.save()


def _draw_page(canvas: Canvas, page: Page, height_pt: float) -> None:
    for rule in page.rules:
        canvas.setLineWidth(rule.width_pt)
        canvas.line(rule.x1_pt, height_pt - rule.y1_pt, rule.x2_pt, height_pt - rule.y2_pt)
    text = canvas.beginText()
    for placed in (*page.lines, page.number_line):
        _draw_line(text, placed, height_pt)
    canvas.drawText(text)
    canvas.showPage()


def _draw_line(text: PDFTextObject, placed: PlacedLine, height_pt: float) -> None:
    for run in placed.line.runs:
        text.setTextOrigin(placed.x_pt + run.x_pt, height_pt - placed.baseline_pt)
        text.setFont(_registered(run.font), run.size_pt)
        text.setCharSpace(run.spacing_pt)
        text.textOut(run.text)


class _Font(TTFont):
    """A font whose characters beyond U+FFFF (𬭎, 𫖮 in names) can be copied and searched too.

    reportlab 5.1 writes their five digits into the table of meanings, where UTF-16 is asked for (ISO 32000-1 §9.10.3).
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                stream.content = _BEYOND_FFFF.sub(_as_utf16, stream.content)


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
