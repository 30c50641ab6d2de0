"""Who attests the paper: organs under their seals, without, or a signatory by his stamp (GB/T 9704-2012 §7.3.5)."""

from dataclasses import replace
from itertools import pairwise
from math import ceil
from typing import assert_never

from exporters.layout.paragraph import Line, Setting, Shape, set_paragraph
from exporters.layout.strip import PlacedLine, Strip, blank_strips, middle_baseline, side_by_side
from exporters.layout.units import Span
from exporters.profile import POINTS_PER_MM, Profile
from models.document import Ending, Signature

_BETWEEN_SEALS = 9.0
"""Characters from the middle of one organ to that of the next: seals of 45 mm must not touch (§7.3.5.1)."""
_BETWEEN_ORGANS = 2.0
_MOST_IN_A_ROW = 3
"""§7.3.5.1: 每排印章最多3个."""


def signature_strips(block: Signature, profile: Profile) -> tuple[Strip, ...]:
    """Organs and date with the blank lines above them, all tied together."""
    match block.ending:
        case Ending.SEALED:
            strips = _sealed(block, profile)
        case Ending.UNSEALED:
            strips = _unsealed(block, profile)
        case Ending.STAMPED:
            strips = _stamped(block, profile)
        case _:
            assert_never(block.ending)
    tied = [replace(strip, keeps_next=True) for strip in strips]
    return (*tied[:-1], replace(tied[-1], keeps_next=False)) if tied else ()


def _sealed(block: Signature, profile: Profile) -> tuple[Strip, ...]:
    """Organs above the date and centred on it, the date four characters from the right (§7.3.5.1).

    The seal begins within the line below the text; where it reaches below the date, that room is kept free. Several
    organs stand side by side, in rows as far apart as seals are high where they do not all find room.
    """
    names = [_plain(organ, profile) for organ in block.organs]
    organs = [line for name in names for line in name]
    goes_on = {id(line) for name in names for line in name[1:]}
    date = next(iter(_plain(block.date, profile)), None)
    centre = _centre(organs, date, profile)
    seal = profile.signature.seal_mm * POINTS_PER_MM
    is_joint = len(block.organs) > 1
    between = ceil(seal / profile.line_pitch_pt) - 1 if is_joint else 0
    strips: list[Strip] = []
    is_wrapped = not is_joint or bool(goes_on)
    for row in [[line] for line in organs] if is_wrapped else _rows(organs, centre):
        above = 0 if id(row[0]) in goes_on else between if strips else profile.signature.blank_lines_above
        strips += blank_strips(above, profile)
        strips.append(side_by_side(_placed(row, centre), profile))
    strips = strips or list(blank_strips(profile.signature.blank_lines_above, profile))
    if date:
        strips.append(side_by_side([_centred(date, centre)], profile))
    used = (profile.signature.blank_lines_above + bool(organs) + bool(date)) * profile.line_pitch_pt
    return (*strips[:-1], replace(strips[-1], room_below_pt=max(0.0, seal - used)))


def _unsealed(block: Signature, profile: Profile) -> tuple[Strip, ...]:
    """The organ two characters from the right, the date beginning two characters behind it (§7.3.5.2).

    Where the date is the longer one it is the date that ends two characters from the right.
    """
    rules, cell = profile.signature, profile.cell_pt
    right = profile.text_width_pt - rules.unsealed_right_characters * cell
    shift = rules.unsealed_date_shift_characters * cell
    organs = [line for organ in block.organs for line in _plain(organ, profile, right - shift)]
    date = next(iter(_plain(block.date, profile)), None)
    widest = organs[-1].right_pt if organs else 0.0
    last = right - widest
    if date and (date.right_pt > widest or not organs):
        last = right - date.right_pt - (shift if organs else 0.0)
        right = last + widest
    rows = [_moved(line, max(0.0, right - line.right_pt)) for line in organs]
    if date:
        rows.append(_moved(date, last + (shift if organs else 0.0)))
    above = blank_strips(rules.unsealed_blank_lines_above, profile)
    return (*above, *(side_by_side([row], profile) for row in rows))


def _stamped(block: Signature, profile: Profile) -> tuple[Strip, ...]:
    """Room for the stamp four characters from the right, its owner's office two characters before it (§7.3.5.3).

    Several offices (、) stand one below the other, the date one blank line below the last, four from the right.
    """
    rules, cell = profile.signature, profile.cell_pt
    right = profile.text_width_pt - rules.stamp_right_characters * cell
    before = right - rules.stamp_width_mm * POINTS_PER_MM - rules.stamp_position_gap_characters * cell
    grid_lines = max(1, round(rules.stamp_height_mm * POINTS_PER_MM / profile.line_pitch_pt))
    height = grid_lines * profile.line_pitch_pt
    strips = list(blank_strips(rules.blank_lines_above, profile))
    for office in block.position.split("、"):
        lines = [_moved(line, before - line.right_pt) for line in _plain(office, profile, before)]
        strips.append(_beside_stamp(lines, height, profile))
    if date := next(iter(_plain(block.date, profile)), None):
        strips += blank_strips(1, profile)
        date_right = profile.text_width_pt - rules.date_right_characters * cell
        strips.append(side_by_side([_moved(date, date_right - date.right_pt)], profile))
    return tuple(strips)


def _beside_stamp(lines: list[Line], height_pt: float, profile: Profile) -> Strip:
    """An office in the middle of its stamp's height; one of many lines makes the room higher."""
    pitch = profile.line_pitch_pt
    height = max(height_pt, len(lines) * pitch)
    first = (height - len(lines) * pitch) / 2
    placed = (
        PlacedLine(0.0, middle_baseline(first + count * pitch, pitch, line.size_pt), line)
        for count, line in enumerate(lines)
    )
    return Strip(height, tuple(placed))


def _rows(organs: list[Line], centre: float) -> list[list[Line]]:
    """Organs in their order, as many in a row as find room, three at most; the last row stands above the date."""
    rows: list[list[Line]] = []
    for line in organs:
        if rows and len(rows[-1]) < _MOST_IN_A_ROW and _finds_room([*rows[-1], line], centre):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _finds_room(row: list[Line], centre: float) -> bool:
    return _centres(row, centre)[0] >= row[0].right_pt / 2


def _placed(row: list[Line], centre: float) -> list[Line]:
    return [_centred(line, at) for line, at in zip(row, _centres(row, centre), strict=True)]


def _plain(text: str, profile: Profile, width_pt: float | None = None) -> tuple[Line, ...]:
    style = profile.styles.body
    width = profile.text_width_pt if width_pt is None else max(width_pt, 2 * style.size_pt)
    shape = Shape(width, setting=Setting.LEFT, squeeze=profile.cell_pt / style.size_pt)
    return set_paragraph((Span(text, style),), shape)


def _centre(organs: list[Line], date: Line | None, profile: Profile) -> float:
    """The middle of the date, moved left where the last organ's name would leave the type area."""
    width = date.right_pt if date else 0.0
    centre = profile.text_width_pt - profile.signature.date_right_characters * profile.cell_pt - width / 2
    widest = max((line.right_pt for line in organs), default=0.0)
    return min(centre, profile.text_width_pt - widest / 2)


def _centres(organs: list[Line], last: float) -> list[float]:
    """The middles of organs that stand side by side, in order, the last above the date."""
    cell = organs[0].size_pt if organs else 0.0
    centres = [last]
    for right, left in pairwise(reversed(organs)):
        needed = (right.right_pt + left.right_pt) / 2 + _BETWEEN_ORGANS * cell
        centres.insert(0, centres[0] - max(needed, _BETWEEN_SEALS * cell))
    return centres


def _centred(line: Line, centre: float) -> Line:
    return _moved(line, centre - line.right_pt / 2)


def _moved(line: Line, shift: float) -> Line:
    runs = tuple(replace(run, x_pt=run.x_pt + shift) for run in line.runs)
    return replace(line, runs=runs, left_pt=shift, right_pt=line.right_pt + shift)
