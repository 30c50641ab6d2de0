"""One paragraph becomes lines. It needs nothing but its text and its shape, so it can be redone alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from exporters.fonts import Font
from exporters.layout.units import BREAK, MAY_HANG, Glyph, Span, Unit, may_part, units
from models.word_difference import Kind

_TOLERANCE_PT = 0.01
_SAME_GAP_PT = 1e-6


class Setting(StrEnum):
    """Where a line stands between the edges. JUSTIFIED fills every line but a paragraph's last."""

    JUSTIFIED = "justified"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


BLACK = "000000"
COLOURS = {Kind.EQUAL: BLACK, Kind.DELETED: "C00000", Kind.INSERTED: "0033A0"}
"""Of what was deleted and inserted, RRGGBB; lines (`changes`) tell them apart in black and white too."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The room a paragraph is set in, in points; `squeeze` is the grid's cell in parts of the type size.

    `hanging`: a stop that would begin a line hangs behind the line before (标点悬挂).
    """

    width_pt: float
    first_indent_pt: float = 0.0
    other_indent_pt: float = 0.0
    setting: Setting = Setting.JUSTIFIED
    squeeze: float = 1.0
    hanging: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one font drawn in one go from `x_pt` on, each `spacing_pt` further than its own width.

    `narrowing` is their width as a share of the font's own, `colour` RRGGBB, `kind` what became of them in a 花脸稿.
    """

    x_pt: float
    text: str
    font: Font
    size_pt: float
    spacing_pt: float
    narrowing: float = 1.0
    colour: str = BLACK
    kind: Kind = Kind.EQUAL


@dataclass(frozen=True, slots=True)
class Line:
    """A set line: its runs from the left edge of its room, and its text as it was asked for."""

    runs: tuple[Run, ...]
    text: str
    left_pt: float
    right_pt: float

    @property
    def size_pt(self) -> float:
        """The size of its largest type."""
        return max((run.size_pt for run in self.runs), default=0.0)


def set_paragraph(spans: tuple[Span, ...], shape: Shape) -> tuple[Line, ...]:
    """The lines of a paragraph; none for a text without any ink."""
    narrowest = shape.width_pt - max(shape.first_indent_pt, shape.other_indent_pt)
    pieces = units(spans, shape.squeeze, narrowest)
    if not _without_outer_blanks(pieces):
        return ()
    lines: list[Line] = []
    for start, end in _breaks(pieces, shape):
        indent = shape.other_indent_pt if lines else shape.first_indent_pt
        is_full = end < len(pieces) and pieces[end - 1].text != BREAK
        lines.append(_set_line(pieces[start:end], indent, shape, is_full))
    return tuple(lines)


def _breaks(pieces: tuple[Unit, ...], shape: Shape) -> Iterator[tuple[int, int]]:
    """From where to where each line reaches.

    A mark that may not begin a line takes what stands before it down with it (推出), so the type area is never left;
    where marks may hang, a stop stays behind the full line.
    """
    start, indent = 0, shape.first_indent_pt
    while start < len(pieces):
        end = _line_end(pieces, start, shape.width_pt - indent, shape.hanging)
        yield start, end
        start, indent = end, shape.other_indent_pt


def _line_end(pieces: tuple[Unit, ...], start: int, room_pt: float, hanging: bool) -> int:
    x, end, allowed = 0.0, start, start
    is_hung = False
    while end < len(pieces):
        piece = pieces[end]
        if x + piece.ink_pt > room_pt + _TOLERANCE_PT and not piece.text.isspace():
            if not hanging or is_hung or piece.text not in MAY_HANG or end == start:
                break
            is_hung = True
        x += piece.advance_pt
        end += 1
        if piece.text == BREAK:
            return end
        if end == len(pieces) or may_part(piece, pieces[end]):
            allowed = end
    # Where no break is allowed (forty closing brackets in a row), any is better than none.
    return allowed if allowed > start else max(end, start + 1)


def _set_line(pieces: tuple[Unit, ...], indent_pt: float, shape: Shape, is_full: bool) -> Line:
    inked = _without_outer_blanks(pieces)
    width = _ink_width(inked)
    room = shape.width_pt - indent_pt
    stretch, left = 0.0, indent_pt
    hung = shape.hanging and len(inked) > 1 and width > room + _TOLERANCE_PT and inked[-1].text in MAY_HANG
    if shape.setting is Setting.CENTER:
        left += (room - width) / 2
    elif shape.setting is Setting.RIGHT:
        left += room - width
    elif shape.setting is Setting.JUSTIFIED and (is_full or hung) and len(inked) > 1:
        filling = inked[:-1] if hung else inked
        stretch = (room - _ink_width(filling)) / max(len(filling) - 1, 1)
        width = room
    text = "".join(piece.text for piece in pieces).rstrip(BREAK)
    return Line(tuple(_runs(inked, left, stretch)), text, left, left + width)


def _ink_width(pieces: tuple[Unit, ...]) -> float:
    return sum(piece.advance_pt for piece in pieces[:-1]) + (pieces[-1].ink_pt if pieces else 0.0)


def _without_outer_blanks(pieces: tuple[Unit, ...]) -> tuple[Unit, ...]:
    inked = [index for index, piece in enumerate(pieces) if not piece.text.isspace()]
    return pieces[inked[0] : inked[-1] + 1] if inked else ()


def _runs(pieces: tuple[Unit, ...], left_pt: float, stretch_pt: float) -> Iterator[Run]:
    """The line's characters gathered into runs of one font and one distance."""
    placed = _placed(pieces, left_pt, stretch_pt)
    start, spacing = 0, 0.0
    for index, (x, last) in enumerate(placed):
        if index + 1 < len(placed) and _same_font(last, placed[index + 1][1]):
            gap = placed[index + 1][0] - x - last.width_pt
            if index == start:
                spacing = gap
            if abs(gap - spacing) < _SAME_GAP_PT:
                continue
        first_x, first = placed[start]
        text = "".join(glyph.character for _, glyph in placed[start : index + 1])
        yield Run(
            first_x,
            text,
            first.font,
            first.size_pt,
            spacing if index > start else 0.0,
            colour=COLOURS[first.kind],
            kind=first.kind,
        )
        start = index + 1


def _placed(pieces: tuple[Unit, ...], left_pt: float, stretch_pt: float) -> list[tuple[float, Glyph]]:
    placed: list[tuple[float, Glyph]] = []
    x = left_pt
    for piece in pieces:
        for glyph in piece.glyphs:
            placed.append((x, glyph))
            x += glyph.advance_pt
        x += stretch_pt
    return placed


def _same_font(one: Glyph, other: Glyph) -> bool:
    return one.font == other.font and one.size_pt == other.size_pt and one.kind is other.kind
