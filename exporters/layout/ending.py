"""What stands below the body: the list of attachments, and the issuing organs with the date."""

from dataclasses import replace
from itertools import pairwise

from exporters.layout.paragraph import Line, Setting, Shape, set_paragraph
from exporters.layout.strip import Strip, blank_strips, grid_strips, side_by_side
from exporters.layout.units import Span
from exporters.profile import Profile
from models.document import AttachmentList, Signature

_LABEL = "附件："
_BETWEEN_SEALS = 9.0
"""Characters from the middle of one organ to that of the next: seals of 45 mm must not touch (§7.3.5.1)."""
_BETWEEN_ORGANS = 2.0


def attachment_list_strips(block: AttachmentList, profile: Profile) -> tuple[Strip, ...]:
    """附件：1. …, one blank line below the body, every name hanging on its first character (§7.3.4)."""
    cell, style = profile.cell_pt, profile.styles.body
    left = profile.body.indent_characters * cell
    numbers = [f"{number}." for number in range(1, len(block.titles) + 1)] if len(block.titles) > 1 else [""]
    hanging = left + (len(_LABEL) + _number_cells(numbers[-1])) * cell
    lines: list[Line] = []
    for number, title in zip(numbers, block.titles, strict=True):
        label = _LABEL if not lines else ""
        begins = left if label else left + len(_LABEL) * cell
        lines += _hung(Span(label + number, style), Span(title, style), begins, hanging, profile)
    return (*blank_strips(profile.attachment_list.blank_lines_above, profile), *grid_strips(lines, profile))


def _number_cells(widest: str) -> float:
    return (len(widest) + 1) / 2 if widest else 0.0


def _hung(mark: Span, name: Span, begins: float, hanging: float, profile: Profile) -> list[Line]:
    """A name whose lines all begin at `hanging`, with its mark before the first of them."""
    squeeze = profile.cell_pt / profile.styles.body.size_pt
    marks = set_paragraph((mark,), Shape(profile.text_width_pt, begins, begins, Setting.LEFT, squeeze))
    names = set_paragraph((name,), Shape(profile.text_width_pt, hanging, hanging, Setting.JUSTIFIED, squeeze))
    if not marks or not names:
        return [*marks, *names]
    first = Line(
        marks[0].runs + names[0].runs,
        marks[0].text + names[0].text,
        marks[0].left_pt,
        names[0].right_pt,
    )
    return [first, *names[1:]]


def signature_strips(block: Signature, profile: Profile) -> tuple[Strip, ...]:
    """Organs above the date and centred on it, the date four characters from the right (§7.3.5.1, sealed papers)."""
    organs = [line for organ in block.organs for line in _plain(organ, profile)]
    date = next(iter(_plain(block.date, profile)), None)
    centre = _centre(organs, date, profile)
    rows = _rows(organs, centre)
    if date:
        rows.append([_centred(date, centre)])
    strips = (side_by_side(row, profile) for row in rows)
    above = blank_strips(profile.signature.blank_lines_above, profile)
    tied = [replace(strip, keeps_next=True) for strip in (*above, *strips)]
    return (*tied[:-1], replace(tied[-1], keeps_next=False))


def _rows(organs: list[Line], centre: float) -> list[list[Line]]:
    """Organs side by side where they find room, else one below the other."""
    centres = _centres(organs, centre)
    if organs and centres[0] >= organs[0].right_pt / 2:
        return [[_centred(line, at) for line, at in zip(organs, centres, strict=True)]]
    return [[_centred(line, centre)] for line in organs]


def _plain(text: str, profile: Profile) -> tuple[Line, ...]:
    style = profile.styles.body
    shape = Shape(
        profile.text_width_pt, setting=Setting.LEFT, squeeze=profile.cell_pt / profile.styles.body.size_pt
    )
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
    shift = centre - line.right_pt / 2
    runs = tuple(replace(run, x_pt=run.x_pt + shift) for run in line.runs)
    return replace(line, runs=runs, left_pt=shift, right_pt=line.right_pt + shift)
