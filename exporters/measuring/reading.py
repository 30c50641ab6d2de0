"""A PDF file → values, read with PDFium, which had no part in writing it."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot
from threading import Lock
from typing import Any, NamedTuple

from exporters.measuring.page import Box, Character, File, FontUse, Line, Page, Stroke, Type
from models.errors import UserError

MOST_PAGES = 400
"""Pages that are read; each further one would cost memory and time and tell nothing new."""

_ONE_AT_A_TIME = Lock()
"""PDFium must not be called from two threads, not even for two files."""

_SAME_LINE_PT = 0.5
_WIDE_GAP_EM = 1.0
_LINE_END_HYPHEN = 2
_SUBSET = re.compile(r"^[A-Z]{6}\+")


def read(content: bytes, most_pages: int = MOST_PAGES) -> File:
    """The pages of a PDF file, at most so many. Raises UserError for bytes that are no readable PDF."""
    import pypdfium2  # type: ignore[import-untyped]

    with _ONE_AT_A_TIME:
        try:
            with pypdfium2.PdfDocument(content) as file:
                fonts = _Fonts()
                count = len(file)
                pages = tuple(_page(file[index], index + 1, fonts) for index in range(min(count, most_pages)))
        except pypdfium2.PdfiumError as error:
            raise UserError(
                f"这个PDF读不出来（{error}），版面没有量成；文件未改，请重新导出后再看。"
            ) from error
    return File(pages, fonts.uses(), count)


class _Look(NamedTuple):
    """What the characters of one text object share."""

    type: Type
    is_turned: bool


class _Mark(NamedTuple):
    """A character before it has a line."""

    character: Character
    baseline: float
    ink: Box
    is_turned: bool


@dataclass
class _Fonts:
    """The fonts met so far and how often."""

    embedded: dict[str, bool] = field(default_factory=dict)
    characters: Counter[str] = field(default_factory=Counter)

    def uses(self) -> tuple[FontUse, ...]:
        """Every font, the most used first."""
        return tuple(
            FontUse(name, self.embedded[name], count) for name, count in self.characters.most_common()
        )


def _page(page: Any, number: int, fonts: _Fonts) -> Page:
    width, height = page.get_size()
    textpage = page.get_textpage()
    drawn = tuple(_lines(list(_marks(textpage, width, height, fonts))))
    textpage.close()
    strokes = tuple(_strokes(page, height))
    page.close()
    return Page(number, width, height, tuple(_merged(drawn)), drawn, strokes)


def _marks(textpage: Any, width: float, height: float, fonts: _Fonts) -> Iterator[_Mark]:
    """Every character in the order of drawing; those that PDFium adds (line ends) are left out."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    raw = textpage.raw
    looks: dict[int, _Look] = {}
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    loose = pdfium.FS_RECTF()
    high = ""
    for index in range(textpage.count_chars()):
        if pdfium.FPDFText_IsGenerated(raw, index):
            continue
        text = chr(pdfium.FPDFText_GetUnicode(raw, index))
        if "\ud800" <= text <= "\udbff":
            high = text
            continue
        if high:  # a character beyond U+FFFF comes as its two halves
            text, high = (high + text).encode("utf-16", "surrogatepass").decode("utf-16", "replace"), ""
        drawn_by = pdfium.FPDFText_GetTextObject(raw, index)
        key = ctypes.addressof(drawn_by.contents)
        if key not in looks:
            looks[key] = _look(drawn_by, fonts)
        kind, is_turned = looks[key]
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
        pdfium.FPDFText_GetLooseCharBox(raw, index, loose)
        fonts.characters[kind.font] += 1
        if ord(text) == _LINE_END_HYPHEN:
            text = "-"
        if is_turned:
            character = Character(text, y.value, loose.top, kind)
            ink = Box(bottom.value, left.value, top.value, right.value)
            yield _Mark(character, x.value, ink, True)
        else:
            character = Character(text, x.value, loose.right, kind)
            ink = Box(left.value, height - top.value, right.value, height - bottom.value)
            yield _Mark(character, height - y.value, ink, False)


def _look(drawn_by: Any, fonts: _Fonts) -> _Look:
    import pypdfium2.raw as pdfium

    font = pdfium.FPDFTextObj_GetFont(drawn_by)
    name = _font_name(font)
    fonts.embedded[name] = fonts.embedded.get(name, True) and pdfium.FPDFFont_GetIsEmbedded(font) == 1
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(drawn_by, size)
    pdfium.FPDFPageObj_GetMatrix(drawn_by, matrix)
    scaled = round(size.value * hypot(matrix.c, matrix.d), 3)
    return _Look(
        Type(name, scaled, _colour(drawn_by, pdfium.FPDFPageObj_GetFillColor)),
        abs(matrix.b) > abs(matrix.a),
    )


def _font_name(font: Any) -> str:
    import pypdfium2.raw as pdfium

    needed = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(needed, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, needed)
    return _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))


def _colour(drawn: Any, ask: Any) -> str:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not ask(drawn, red, green, blue, alpha):
        return "000000"
    return f"{red.value:02X}{green.value:02X}{blue.value:02X}"


def _lines(marks: Sequence[_Mark]) -> Iterator[Line]:
    """Characters drawn one after the other on one baseline, without wide gaps between them."""
    start = 0
    for index, (before, after) in enumerate(pairwise(marks), start=1):
        if _is_apart(before, after):
            yield from _line(marks[start:index])
            start = index
    yield from _line(marks[start:])


def _is_apart(before: _Mark, after: _Mark) -> bool:
    gap = after.character.x_pt - before.character.end_pt
    return (
        before.is_turned != after.is_turned
        or abs(before.baseline - after.baseline) > _SAME_LINE_PT
        or not -before.character.type.size_pt < gap < _WIDE_GAP_EM * before.character.type.size_pt
    )


def _line(marks: Sequence[_Mark]) -> Iterator[Line]:
    inked = [index for index, mark in enumerate(marks) if not mark.character.text.isspace()]
    if not inked:
        return
    first, last = marks[inked[0]], marks[inked[-1]]
    ink = first.ink
    for index in inked[1:]:
        ink = ink.joined(marks[index].ink)
    characters = tuple(mark.character for mark in marks[inked[0] : inked[-1] + 1])
    yield Line(first.baseline, characters, ink, first.ink, last.ink, first.is_turned)


def _merged(drawn: Sequence[Line]) -> Iterator[Line]:
    """The lines from top to bottom, upright ones first; what stands on one baseline is one line."""
    ordered = sorted(drawn, key=lambda line: (line.is_turned, line.baseline_pt, line.left_pt))
    bands: list[list[Line]] = []
    for line in ordered:
        if bands and _is_same_band(bands[-1][0], line):
            bands[-1].append(line)
        else:
            bands.append([line])
    for band in bands:
        yield band[0] if len(band) == 1 else _joined(sorted(band, key=lambda line: line.left_pt))


def _is_same_band(one: Line, other: Line) -> bool:
    return one.is_turned == other.is_turned and abs(one.baseline_pt - other.baseline_pt) <= _SAME_LINE_PT


def _joined(band: Sequence[Line]) -> Line:
    ink = band[0].ink
    for line in band[1:]:
        ink = ink.joined(line.ink)
    characters = tuple(character for line in band for character in line.characters)
    first, last = band[0], band[-1]
    return Line(first.baseline_pt, characters, ink, first.first_ink, last.last_ink, first.is_turned)


def _strokes(page: Any, height: float) -> Iterator[Stroke]:
    """Every drawn path and picture. A picture is a stroke without a pen: ink all the same."""
    import pypdfium2.raw as pdfium

    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path(drawn, height)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield Stroke(_bounds(drawn, height), 0.0, "")


def _path(drawn: Any, height: float) -> Iterator[Stroke]:
    import pypdfium2.raw as pdfium

    fill, stroked, pen = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(drawn, fill, stroked)
    points = list(_points(drawn))
    if not points or not (fill.value or stroked.value):
        return
    across, up = [point[0] for point in points], [point[1] for point in points]
    box = Box(min(across), height - max(up), max(across), height - min(up))
    if stroked.value:
        pdfium.FPDFPageObj_GetStrokeWidth(drawn, pen)
        yield Stroke(box, pen.value, _colour(drawn, pdfium.FPDFPageObj_GetStrokeColor))
    else:
        yield _filled(box, _colour(drawn, pdfium.FPDFPageObj_GetFillColor))


def _filled(box: Box, colour: str) -> Stroke:
    """A filled box as the line along its middle."""
    width, height = box.right - box.left, box.bottom - box.top
    pen = min(width, height)
    if width > height:
        middle = (box.top + box.bottom) / 2
        return Stroke(Box(box.left, middle, box.right, middle), pen, colour)
    middle = (box.left + box.right) / 2
    return Stroke(Box(middle, box.top, middle, box.bottom), pen, colour)


def _points(path: Any) -> Iterator[tuple[float, float]]:
    """The corners of a path on the page."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(path, index), x, y)
        yield (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )


def _bounds(drawn: Any, height: float) -> Box:
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return Box(left.value, height - top.value, right.value, height - bottom.value)
