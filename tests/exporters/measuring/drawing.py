"""Pages drawn directly with reportlab, each character where a test wants it: our layout has no part in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from exporters import pdf
from exporters.fonts import BUNDLED, Face

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
LEFT, RIGHT, TOP, BOTTOM = 28 * MM, 184 * MM, 37 * MM, 262 * MM
PITCH = 225 * MM / 22
CELL = (156 * MM - 16) / 27
WORDS = "全县各级行政机关依法履行职责推进政务公开规范执法行为"


@dataclass(frozen=True)
class Text:
    """Characters from a point on, in points from the top left corner; turned ones run upwards."""

    text: str
    x: float
    baseline: float
    face: Face | None = Face.FANGSONG
    size: float = 16
    spacing: float = 0.0
    colour: str = "000000"
    is_turned: bool = False

    @property
    def width(self) -> float:
        """From the first character's origin to the last one's end."""
        natural = sum(pdfmetrics.stringWidth(one, _font(self.face), self.size) for one in self.text)
        return natural + self.spacing * (len(self.text) - 1)

    def moved(self, right_mm: float = 0.0, down_mm: float = 0.0) -> "Text":
        """The same elsewhere."""
        return replace(self, x=self.x + right_mm * MM, baseline=self.baseline + down_mm * MM)

    def ending_at(self, right: float) -> "Text":
        """The same, its last character ending at a place."""
        return replace(self, x=right - self.width)

    def stretched_to(self, right: float) -> "Text":
        """The same with equal distances, its last character ending at a place."""
        plain = replace(self, spacing=0.0)
        return replace(self, spacing=(right - self.x - plain.width) / (len(self.text) - 1))


@dataclass(frozen=True)
class Rule:
    """A line across, in points from the top left corner; or one down to `foot`."""

    left: float
    right: float
    y: float
    width_mm: float = 0.35
    colour: str = "000000"
    foot: float | None = None


Page = Sequence[Text | Rule]


def drawn(*pages: Page, paper: tuple[float, float] = A4) -> bytes:
    """A PDF file with these pages."""
    stream = BytesIO()
    first: Any = _font(Face.FANGSONG)  # the stubs take a font's name for a number
    canvas = Canvas(stream, pagesize=paper, invariant=1, initialFontName=first)
    for page in pages:
        for thing in page:
            _draw(canvas, thing, paper[1])
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _draw(canvas: Canvas, thing: Text | Rule, height: float) -> None:
    if isinstance(thing, Rule):
        canvas.setStrokeColor(HexColor(f"#{thing.colour}"))
        canvas.setLineWidth(thing.width_mm * MM)
        foot = thing.y if thing.foot is None else thing.foot
        canvas.line(thing.left, height - thing.y, thing.right, height - foot)
        return
    text = canvas.beginText()
    if thing.is_turned:
        text.setTextTransform(0, 1, -1, 0, thing.baseline, thing.x)
    else:
        text.setTextOrigin(thing.x, height - thing.baseline)
    text.setFillColor(HexColor(f"#{thing.colour}"))
    text.setFont(_font(thing.face), thing.size)
    text.setCharSpace(thing.spacing)
    text.textOut(thing.text)
    canvas.drawText(text)


def _font(face: Face | None) -> str:
    """The name of a face's bundled font; Helvetica, which is not embedded, for none.

    reportlab knows one font of a name in a process, so it must be the very one the exporter registers.
    """
    return pdf._registered(BUNDLED[face]) if face else "Helvetica"


def baseline(slot: float, pitch: float = PITCH) -> float:
    """The baseline of a line of the grid, the first being 0."""
    return TOP + slot * pitch + pitch / 2 + 0.38 * 16


def words(count: int, start: int = 0) -> str:
    """So many characters without marks."""
    return "".join(WORDS[(start + index) % len(WORDS)] for index in range(count))


def line(text: str, slot: float, indent: float = 0, pitch: float = PITCH, face: Face = Face.FANGSONG) -> Text:
    """A line that ends where its characters end, so many characters in."""
    return Text(text, LEFT + indent * CELL, baseline(slot, pitch), face, 16, CELL - 16)


def full(text: str, slot: float, indent: float = 0, pitch: float = PITCH) -> Text:
    """A line that ends on the right edge."""
    return line(text, slot, indent, pitch).stretched_to(RIGHT)


def paragraph(lines: int, slot: float = 0, pitch: float = PITCH) -> list[Text]:
    """A paragraph of so many lines, the last one short."""
    first = [full(words(26), slot, 2, pitch)] if lines > 1 else [line(words(12), slot, 2, pitch)]
    between = [full(words(28, count), slot + count, 0, pitch) for count in range(1, lines - 1)]
    last = [line(words(9), slot + lines - 1, 0, pitch)] if lines > 1 else []
    return [*first, *between, *last]


def going_on(lines: int, slot: float = 0, pitch: float = PITCH) -> list[Text]:
    """So many full lines in the middle of a paragraph."""
    return [full(words(28, count), slot + count, 0, pitch) for count in range(lines)]


def number(page: int) -> Text:
    """The page number where it belongs: the tops of the dashes 7 mm below the type area, one character in."""
    font = BUNDLED[Face.SONG]
    text = Text(f"— {page} —", LEFT + 14, BOTTOM + 7 * MM + font.ink("—")[1] * 14, Face.SONG, 14)
    return text.ending_at(RIGHT - 14) if page % 2 else text


def cells(*columns: Sequence[str], is_turned: bool = False) -> list[Text | Rule]:
    """A table of one row, each column the lines of its cell in 12 pt."""
    x, y, width, height = LEFT + 40, TOP + 100, 100, 18 * max(map(len, columns)) + 8
    texts = [
        Text(text, x + width * column + 4, y + 18 * (row + 1), size=12, is_turned=is_turned)
        for column, lines in enumerate(columns)
        for row, text in enumerate(lines)
    ]
    edges = [x + width * column for column in range(len(columns) + 1)]
    if is_turned:  # upwards from the foot of the sheet, and to the right
        foot = A4[1]
        across = [Rule(y, y + height, foot - edge, 0.2) for edge in edges]
        down = [Rule(at, at, foot - edges[-1], 0.2, foot=foot - edges[0]) for at in (y, y + height)]
    else:
        across = [Rule(edges[0], edges[-1], at, 0.2) for at in (y, y + height)]
        down = [Rule(edge, edge, y, 0.2, foot=y + height) for edge in edges]
    return [*texts, *across, *down]


def title(text: str = "青河县法治政府建设情况的报告", slot: float = 0) -> Text:
    """A title of one line in the middle."""
    one = Text(text, 0, TOP + slot * PITCH + PITCH / 2 + 0.38 * 22, Face.BIAOSONG, 22)
    return replace(one, x=(LEFT + RIGHT - one.width) / 2)


def organ_and_date(slot: float, right: float = 4) -> list[Text]:
    """The date so many characters from the right, the organ above it in the middle."""
    date = line("2027年2月9日", slot + 1).ending_at(RIGHT - right * CELL)
    organ = line("青河县人民政府", slot)
    return [replace(organ, x=date.x + (date.width - organ.width) / 2), date]


def masthead(top_mm: float = 35, line_width_mm: float = 156, gap_mm: float = 4) -> list[Text | Rule]:
    """Mark, document number and red line."""
    ink_top = max(BUNDLED[Face.BIAOSONG].ink(one)[1] for one in "青河县人民政府文件")
    size = 40.0
    mark = Text(
        "青河县人民政府文件", 0, TOP + top_mm * MM + ink_top * size, Face.BIAOSONG, size, colour="FF0000"
    )
    mark = replace(mark, x=(LEFT + RIGHT - mark.width) / 2)
    doc_number = Text("青政〔2027〕5号", LEFT + 16, mark.baseline + 3 * PITCH)
    y = doc_number.baseline + 0.12 * 16 + gap_mm * MM
    half = (156 - line_width_mm) / 2 * MM
    return [mark, doc_number, Rule(LEFT + half, RIGHT - half, y, 0.5, "FF0000")]


def imprint(foot_mm: float = 0, outer_mm: float = 0.35) -> list[Text | Rule]:
    """Copies and printing between three lines, the last so many millimetres above the type area's bottom edge."""
    bottom, height = BOTTOM - foot_mm * MM, 22.4
    lines = [bottom - 2 * height, bottom - height, bottom]
    copies = Text("抄送：县人大常委会办公室。", LEFT + 14, lines[1] - 7, size=14)
    printer = Text("青河县人民政府办公室", LEFT + 14, lines[2] - 7, size=14)
    date = Text("2027年2月10日印发", 0, lines[2] - 7, size=14).ending_at(RIGHT - 14)
    widths = (outer_mm, 0.25, outer_mm)
    rules = [Rule(LEFT, RIGHT, y, width) for y, width in zip(lines, widths, strict=True)]
    return [copies, printer, date, *rules]
