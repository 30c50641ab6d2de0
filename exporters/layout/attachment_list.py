"""附件说明 below the body: 附件：1. … with every name hanging on its first character (GB/T 9704-2012 §7.3.4)."""

from exporters.layout.paragraph import Line, Setting, Shape, set_paragraph
from exporters.layout.strip import Strip, blank_strips, grid_strips
from exporters.layout.units import Span
from exporters.profile import Profile
from models.document import AttachmentList

_LABEL = "附件："


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
