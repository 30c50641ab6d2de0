"""版头: what stands on the first page above the red line, and the line itself (GB/T 9704-2012 §7.2).

The mark's top stands 35 mm below the type area's top, the document number two lines below the mark, the red line 4 mm
below the number. The line falls on one of the grid, so that the text below it does too: the mark shrinks a little for
it, or the room above the number grows by less than a line.
"""

from dataclasses import dataclass, replace
from math import ceil, floor

from exporters.layout.mark import PlacedMark, place_mark
from exporters.layout.paragraph import Line, Setting, Shape, set_paragraph
from exporters.layout.strip import PlacedLine, Rule, Strip, middle_baseline
from exporters.layout.units import Span
from exporters.profile import POINTS_PER_MM, Profile, Style
from models.document import Mark, Masthead

_LABEL = "签发人："
_HALF_EM = 0.5
_TOLERANCE_PT = 0.01
_MOST_SHRINKING = 0.2
"""Share of its size by which the mark may shrink to have the red line a grid line higher."""


def masthead_strips(masthead: Masthead, profile: Profile) -> tuple[Strip, ...]:
    """One strip from the type area's top to the red line; none where the paper has no head."""
    if masthead.mark is Mark.NONE:
        return ()
    number = _set(masthead.doc_number, profile.styles.doc_number, profile)
    block = _signatories(masthead, profile)
    has_own_line = number is not None and not _is_beside(number, block, profile)
    rows = max(1, len(block.rows) + has_own_line)
    mark, red_line = _mark_and_red_line(masthead, rows, profile)
    first = red_line - _below_number(profile) - (rows - 1) * profile.line_pitch_pt
    lines = _corner(masthead, profile)
    is_printed = masthead.mark is Mark.PRINTED
    if is_printed:
        lines += mark.lines
    for count in range(rows):
        top = first + count * profile.line_pitch_pt
        if number and count == rows - 1:
            lines.append(_placed(number, _number_left(number, masthead, profile), top, profile))
        if count < len(block.rows):
            lines += (_placed(line, left, top, profile) for line, left in block.rows[count])
    return (Strip(red_line, tuple(lines), (_red_rule(red_line, profile),) if is_printed else ()),)


@dataclass(frozen=True, slots=True)
class _Signatories:
    """Rows of names, each line with its left edge in points; `left_pt` is where the block begins."""

    rows: tuple[tuple[tuple[Line, float], ...], ...]
    left_pt: float


def _signatories(masthead: Masthead, profile: Profile) -> _Signatories:
    """签发人：, two names in a line, the names below each other from left to right, one character from the right."""
    indent = profile.masthead.indent_characters * profile.cell_pt
    label, right = _set(_LABEL, profile.styles.doc_number, profile), profile.text_width_pt - indent
    room = right - indent - (label.right_pt if label else 0.0)
    style = profile.styles.signatory
    names = [line for name in masthead.signatories if (line := _set(name, style, profile, room))]
    if not names or not label or not masthead.is_upward:
        return _Signatories((), right)
    count = profile.masthead.names_in_a_line
    columns = _column_widths(names, count)
    if sum(columns) + (len(columns) - 1) * profile.cell_pt > room:
        count, columns = 1, _column_widths(names, 1)
    lefts = [
        right - sum(columns[start:]) - (len(columns) - start - 1) * profile.cell_pt
        for start in range(len(columns))
    ]
    begins = lefts[0] - label.right_pt
    rows = [
        tuple(zip(names[start : start + count], lefts, strict=False)) for start in range(0, len(names), count)
    ]
    return _Signatories((((label, begins), *rows[0]), *rows[1:]), begins)


def _column_widths(names: list[Line], count: int) -> list[float]:
    """How wide the columns are when so many names stand in a line."""
    return [max(line.right_pt for line in names[start::count]) for start in range(min(count, len(names)))]


def _mark_and_red_line(masthead: Masthead, rows: int, profile: Profile) -> tuple[PlacedMark, float]:
    """The mark, and the grid line the red line falls on."""
    pitch, size = profile.line_pitch_pt, profile.styles.mark.size_pt
    above = profile.masthead.blank_lines_below_mark * pitch
    below = above + (rows - 1) * pitch + _below_number(profile)
    mark = place_mark(masthead, profile, size)
    wanted = mark.bottom_pt + below
    top = profile.masthead.mark_top_mm * POINTS_PER_MM
    higher = floor(wanted / pitch) * pitch
    share = (higher - below - top) / max(mark.bottom_pt - top, 1.0)
    if 1 - _MOST_SHRINKING <= share < 1:
        smaller = place_mark(masthead, profile, size * share)
        if smaller.bottom_pt + below <= higher + _TOLERANCE_PT:
            return smaller, higher
    return mark, ceil((wanted - _TOLERANCE_PT) / pitch) * pitch


def _below_number(profile: Profile) -> float:
    """From the top of the document number's line to the red line 4 mm below its characters."""
    half_line = profile.line_pitch_pt / 2
    return (
        half_line
        + _HALF_EM * profile.styles.doc_number.size_pt
        + profile.masthead.rule_below_mm * POINTS_PER_MM
    )


def _is_beside(number: Line, block: _Signatories, profile: Profile) -> bool:
    """Whether number and signatories find room in one line."""
    return not block.rows or (
        number.right_pt + 2 * profile.masthead.indent_characters * profile.cell_pt <= block.left_pt
    )


def _number_left(number: Line, masthead: Masthead, profile: Profile) -> float:
    if masthead.is_upward:
        return profile.masthead.indent_characters * profile.cell_pt
    return (profile.text_width_pt - number.right_pt) / 2


def _corner(masthead: Masthead, profile: Profile) -> list[PlacedLine]:
    """份号, 密级 and 紧急程度 flush left from the first line on; 密级 keeps the second (§7.2.1-7.2.3)."""
    styles = profile.styles
    urgency_row = 2 if masthead.secrecy else 1 if masthead.copy_number else 0
    marks = (
        (masthead.copy_number, styles.copy_number, 0),
        (masthead.secrecy, styles.secrecy, 1),
        (masthead.urgency, styles.urgency, urgency_row),
    )
    return [
        _placed(line, 0.0, row * profile.line_pitch_pt, profile)
        for text, style, row in marks
        if (line := _set(text, style, profile))
    ]


def _set(text: str, style: Style, profile: Profile, room_pt: float | None = None) -> Line | None:
    """A short text in one line from the left edge, in smaller type where it would be wider than its room.

    Its room is the type area's width unless told otherwise.
    """
    room = profile.text_width_pt if room_pt is None else room_pt
    squeeze = profile.cell_pt / profile.styles.body.size_pt
    shape = Shape(float("inf"), setting=Setting.LEFT, squeeze=squeeze)
    line = next(iter(set_paragraph((Span(text.replace("\n", " "), style),), shape)), None)
    if line and line.right_pt > room + _TOLERANCE_PT:
        return _set(text, replace(style, size_pt=style.size_pt * room / line.right_pt), profile, room)
    return line


def _placed(line: Line, left_pt: float, top_pt: float, profile: Profile) -> PlacedLine:
    return PlacedLine(left_pt, middle_baseline(top_pt, profile.line_pitch_pt, line.size_pt), line)


def _red_rule(y: float, profile: Profile) -> Rule:
    rules = profile.masthead
    return Rule(0.0, y, profile.text_width_pt, y, rules.rule_mm * POINTS_PER_MM, rules.colour)
