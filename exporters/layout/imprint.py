"""版记: copies, printer and date between rules, at the foot of the last page (GB/T 9704-2012 §7.4)."""

from dataclasses import replace

from exporters.layout.paragraph import Line, Setting, Shape, set_paragraph
from exporters.layout.strip import PlacedLine, Rule, Strip, middle_baseline
from exporters.layout.units import Span
from exporters.profile import POINTS_PER_MM, Profile
from models.document import Imprint

_COPIES_LABEL = "抄送："
_PRINTED = "印发"


def imprint_strip(imprint: Imprint, profile: Profile) -> Strip | None:
    """The whole imprint; its last rule is the strip's lower edge. None where there is nothing to print."""
    parts = [part for part in (_copies(imprint, profile), _printing(imprint, profile)) if part]
    if not parts:
        return None
    pitch = profile.styles.imprint.size_pt * profile.imprint.leading
    lines: list[PlacedLine] = []
    edges, y = [0.0], 0.0
    for part in parts:
        for row in part:
            lines += (PlacedLine(0.0, middle_baseline(y, pitch, line.size_pt), line) for line in row)
            y += pitch
        edges.append(y)
    rules = (_rule(edge, edge in (0.0, y), profile) for edge in edges)
    return Strip(y, tuple(lines), tuple(rules), on_grid=False)


def _rule(y: float, is_outer: bool, profile: Profile) -> Rule:
    """The first and the last rule are thicker than those between (§7.4.1)."""
    width = profile.imprint.outer_rule_mm if is_outer else profile.imprint.inner_rule_mm
    return Rule(0.0, y, profile.text_width_pt, y, width * POINTS_PER_MM)


def _copies(imprint: Imprint, profile: Profile) -> list[list[Line]]:
    """抄送：…, one character in on both sides, hanging behind the colon, ended by a full stop (§7.4.2)."""
    if not imprint.copies:
        return []
    style, indent = profile.styles.imprint, _indent(profile)
    hanging = indent + len(_COPIES_LABEL) * style.size_pt
    text = f"{_COPIES_LABEL}{'，'.join(imprint.copies)}。"
    shape = Shape(profile.text_width_pt - indent, indent, hanging)
    return [[line] for line in set_paragraph((Span(text, style),), shape)]


def _printing(imprint: Imprint, profile: Profile) -> list[list[Line]]:
    """Who printed it on the left and when on the right, one character in (§7.4.3)."""
    style, indent = profile.styles.imprint, _indent(profile)
    date = f"{imprint.printed_on}{_PRINTED}" if imprint.printed_on else ""
    left = set_paragraph(
        (Span(imprint.printed_by, style),),
        Shape(profile.text_width_pt - indent, indent, indent, Setting.LEFT),
    )
    right = [
        _ending_at(line, profile.text_width_pt - indent)
        for line in set_paragraph((Span(date, style),), Shape(profile.text_width_pt, setting=Setting.LEFT))
    ]
    if left and right and left[-1].right_pt + style.size_pt <= right[0].left_pt:
        return [*([line] for line in left[:-1]), [left[-1], right[0]]]
    return [[line] for line in (*left, *right)]


def _ending_at(line: Line, right_pt: float) -> Line:
    shift = right_pt - line.right_pt
    runs = tuple(replace(run, x_pt=run.x_pt + shift) for run in line.runs)
    return replace(line, runs=runs, left_pt=line.left_pt + shift, right_pt=right_pt)


def _indent(profile: Profile) -> float:
    return profile.imprint.indent_characters * profile.styles.imprint.size_pt
