"""发文机关标志: the issuing organs in large red type at the head of the first page (GB/T 9704-2012 §7.2.4).

One organ and its suffix make one line. Several stand one below the other, all as wide as the longest, with the suffix
beside them in the middle (联合行文).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exporters.layout.paragraph import Line, Run
from exporters.layout.strip import PlacedLine
from exporters.layout.title import set_title
from exporters.layout.units import Glyph, Span, units
from exporters.profile import POINTS_PER_MM, Profile, Style
from models.document import Masthead

_SMALLER_FOR_EACH_ORGAN = 0.25
_LEAST_SHARE = 0.5
"""A mark in one line is at least so large as a share of the largest; a longer name has several lines."""
_SUFFIX_GAP = 0.5
"""Room between several organs and their suffix, in parts of the type size."""


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """The mark's lines, measured from the type area's top left corner, and where its ink ends, in points."""

    lines: tuple[PlacedLine, ...]
    bottom_pt: float


def place_mark(masthead: Masthead, profile: Profile, largest_pt: float) -> PlacedMark:
    """The mark with its ink's top 35 mm below the type area's top, no larger than asked for, centred."""
    top = profile.masthead.mark_top_mm * POINTS_PER_MM
    organs = [organ for organ in masthead.organs if organ.strip()]
    if not organs:
        return PlacedMark((), top)
    if len(organs) == 1:
        return _one_line(organs[0] + masthead.suffix, profile, largest_pt, top)
    return _stacked(organs, masthead.suffix, profile, largest_pt, top)


def _one_line(text: str, profile: Profile, largest_pt: float, top: float) -> PlacedMark:
    style, narrowing = _fitted(text, profile, largest_pt, profile.text_width_pt)
    least = _LEAST_SHARE * profile.styles.mark.size_pt
    if style.size_pt < least:
        return _broken(text, profile, least, top)
    width = _width(text, style) * narrowing
    line = _line(text, style, narrowing, profile, (profile.text_width_pt - width) / 2, width)
    lowest, highest = _ink(text, style)
    return PlacedMark((PlacedLine(0.0, top + highest, line),), top + highest - lowest)


def _broken(text: str, profile: Profile, size_pt: float, top: float) -> PlacedMark:
    """A name too long for one line of visible type, in lines broken at words as a title is."""
    style = replace(profile.styles.mark, size_pt=size_pt)
    parts = [line.text.strip() for line in set_title(text, style, profile.text_width_pt)]
    pitch = profile.masthead.joint_leading * size_pt
    first = top + _ink(parts[0], style)[1]
    lines = []
    for number, part in enumerate(parts):
        width = _width(part, style)
        left = (profile.text_width_pt - width) / 2
        lines.append(PlacedLine(0.0, first + number * pitch, _line(part, style, 1.0, profile, left, width)))
    return PlacedMark(tuple(lines), lines[-1].baseline_pt - _ink(parts[-1], style)[0])


def _stacked(
    organs: Sequence[str], suffix: str, profile: Profile, largest_pt: float, top: float
) -> PlacedMark:
    largest = largest_pt / (1 + _SMALLER_FOR_EACH_ORGAN * (len(organs) - 1))
    longest = max(organs, key=lambda organ: _width(organ, profile.styles.mark))
    room = profile.text_width_pt - ((len(suffix) + _SUFFIX_GAP) * largest if suffix else 0.0)
    style, narrowing = _fitted(longest, profile, largest, room)
    width = _width(longest, style) * narrowing
    behind = (_width(suffix, style) + _SUFFIX_GAP * style.size_pt) if suffix else 0.0
    left = (profile.text_width_pt - width - behind) / 2
    pitch = profile.masthead.joint_leading * style.size_pt
    first = top + _ink(organs[0], style)[1]
    lines = [
        PlacedLine(0.0, first + number * pitch, _line(organ, style, narrowing, profile, left, width))
        for number, organ in enumerate(organs)
    ]
    bottom = lines[-1].baseline_pt - _ink(organs[-1], style)[0]
    if suffix:
        lowest, highest = _ink(suffix, style)
        at = left + width + _SUFFIX_GAP * style.size_pt
        line = _line(suffix, style, 1.0, profile, at, _width(suffix, style))
        lines.append(PlacedLine(0.0, (top + bottom + highest + lowest) / 2, line))
    return PlacedMark(tuple(lines), bottom)


def _fitted(text: str, profile: Profile, largest_pt: float, room_pt: float) -> tuple[Style, float]:
    """The type size, and the narrowing of its characters, at which the text has room."""
    style = replace(profile.styles.mark, size_pt=largest_pt)
    narrowing = min(1.0, room_pt / max(_width(text, style), 1.0))
    if narrowing >= profile.masthead.narrowest:
        return style, narrowing
    narrowest = profile.masthead.narrowest
    return replace(style, size_pt=largest_pt * narrowing / narrowest), narrowest


def _glyphs(text: str, style: Style) -> list[Glyph]:
    return [glyph for unit in units((Span(text, style),), 1.0, float("inf")) for glyph in unit.glyphs]


def _width(text: str, style: Style) -> float:
    return sum(glyph.width_pt for glyph in _glyphs(text, style))


def _ink(text: str, style: Style) -> tuple[float, float]:
    """From where to where above the baseline the text's ink reaches, in points."""
    reaches = [glyph.font.ink(glyph.character) for glyph in _glyphs(text, style)]
    return (
        min((low for low, _ in reaches), default=0.0) * style.size_pt,
        max((high for _, high in reaches), default=0.0) * style.size_pt,
    )


def _line(
    text: str, style: Style, narrowing: float, profile: Profile, left_pt: float, width_pt: float
) -> Line:
    """The text spread over a width, a run for each character."""
    glyphs = _glyphs(text, style)
    natural = sum(glyph.width_pt for glyph in glyphs) * narrowing
    gap = (width_pt - natural) / (len(glyphs) - 1) if len(glyphs) > 1 else 0.0
    runs, x = [], left_pt
    for glyph in glyphs:
        colour = profile.masthead.colour
        runs.append(Run(x, glyph.character, glyph.font, style.size_pt, 0.0, narrowing, colour, glyph.kind))
        x += glyph.width_pt * narrowing + gap
    return Line(tuple(runs), text, left_pt, left_pt + width_pt)
