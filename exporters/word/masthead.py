"""版头 in Word: paragraphs of exact height one below the other, down to the red line (GB/T 9704-2012 §7.2).

The layout says where each line stands. Nothing floats, so that the clerk can type into every line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import floor

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.characters import printable
from exporters.layout.masthead import masthead_strips
from exporters.layout.strip import PlacedLine, Strip
from exporters.profile import POINTS_PER_MM, Profile
from exporters.word import styles
from exporters.word.mark import mark_parts
from exporters.word.measures import RISE, TWIPS, exact_lines, indent, line_height, line_pitch, rule
from exporters.word.stack import Stack
from exporters.word.xml import aligned, element, paragraph, tab_run, text_run
from models.document import Mark, Masthead

_LABEL = "签发人："
_DESCENT_EM = 0.12
_BELOW_BASELINE_EM = 0.3
"""What the document number's line reaches below its baseline; the rest down to the red line is the border's."""
_MOST_SPACE_PT = 31
"""As far from its text as a border may be (ECMA-376-1 §17.3.4)."""
_TOLERANCE_PT = 0.5


@dataclass(frozen=True, slots=True)
class WordMasthead:
    """Its paragraphs, down to the red line, and the grid lines to leave above the title."""

    parts: tuple[BaseOxmlElement, ...] = ()
    lines_above_title: float = 0


def word_masthead(masthead: Masthead, page: Profile) -> WordMasthead:
    """The masthead of a paper; nothing at all where it has none."""
    strip = next(iter(masthead_strips(masthead, page)), None)
    if strip is None:
        return WordMasthead()
    stack = Stack(page)
    parts = tuple(_parts(masthead, strip, page, stack))
    title_top = strip.height_pt + page.masthead.blank_lines_below_rule * page.line_pitch_pt
    # Rounded down: a twip too low, and the text below would be pushed to its next grid line.
    return WordMasthead(parts, floor(stack.room_to(title_top) / line_pitch(page) * 100) / 100)


def _parts(masthead: Masthead, strip: Strip, page: Profile, stack: Stack) -> Iterator[BaseOxmlElement]:
    mark_top = page.masthead.mark_top_mm * POINTS_PER_MM
    corner = [placed for placed in strip.lines if placed.baseline_pt < mark_top]
    mark = [placed for placed in strip.lines if _colour(placed) == page.masthead.colour]
    rest = [placed for placed in strip.lines if placed not in corner and placed not in mark]
    rows = [list(row) for _, row in groupby(rest, lambda placed: placed.baseline_pt)]
    yield from _corner(corner, masthead, page, stack)
    yield from mark_parts(mark, masthead, page, stack)
    if not rows and masthead.mark is Mark.PRINTED:
        rows = [[]]  # the number is given when the paper is signed; its line bears the red one
    for row in rows:
        yield _row(row, masthead, strip, page, stack, is_last=row is rows[-1])


def _colour(placed: PlacedLine) -> str:
    return placed.line.runs[0].colour


def _corner(
    lines: Sequence[PlacedLine], masthead: Masthead, page: Profile, stack: Stack
) -> Iterator[BaseOxmlElement]:
    """份号, 密级 and 紧急程度 (§7.2.1-7.2.3)."""
    names = {
        styles.COPY_NUMBER: masthead.copy_number,
        styles.SECRECY: masthead.secrecy,
        styles.URGENCY: masthead.urgency,
    }
    present = (name for name, text in names.items() if text.strip())
    for name, placed in zip(present, lines, strict=False):
        height = line_height(placed.line.size_pt)
        room = exact_lines(height, above=stack.put(placed.baseline_pt, height))
        yield paragraph(name, text_run(printable(placed.line.text)), properties=[room])


def _row(
    row: Sequence[PlacedLine], masthead: Masthead, strip: Strip, page: Profile, stack: Stack, is_last: bool
) -> BaseOxmlElement:
    """A line of document number and signatories; the last bears the red line (§7.2.5-7.2.7)."""
    size = page.styles.doc_number.size_pt
    bottom = strip.height_pt - page.masthead.rule_below_mm * POINTS_PER_MM
    baseline = row[0].baseline_pt if row else bottom - _DESCENT_EM * size
    properties, runs = _filled(row, masthead, page)
    if not (is_last and masthead.mark is Mark.PRINTED):
        height = line_height(size)
        room = exact_lines(height, above=stack.put(baseline, height))
        return paragraph(styles.DOC_NUMBER, *runs, properties=[*properties, room])
    thickness = page.masthead.rule_mm * POINTS_PER_MM
    below = strip.height_pt - baseline - thickness / 2
    space = min(max(0, int(below - _BELOW_BASELINE_EM * size)), _MOST_SPACE_PT)
    height = max(round((below - space) / (1 - RISE) * TWIPS), line_height(size))
    room = exact_lines(height, above=stack.put(baseline, height))
    stack.add(round((space + thickness) * TWIPS))
    red = element("pBdr", rule("bottom", page.masthead.rule_mm, page.masthead.colour, space))
    return paragraph(styles.DOC_NUMBER, *runs, properties=[*properties, room, red])


def _filled(
    row: Sequence[PlacedLine], masthead: Masthead, page: Profile
) -> tuple[list[BaseOxmlElement], list[BaseOxmlElement]]:
    """A line's properties and runs: the number by indent or centred, the signatories at tab stops."""
    properties, runs, stops = [], [], []
    names = {printable(name) for name in masthead.signatories}
    reached = 0.0
    for placed in sorted(row, key=lambda placed: placed.x_pt):
        text, is_name = placed.line.text, placed.line.text in names
        is_number = not is_name and text != _LABEL
        if is_number and not masthead.is_upward:
            properties.append(aligned("center"))
        elif is_number:
            properties.append(indent(page, firstLine=page.masthead.indent_characters))
        elif placed.x_pt - reached > _TOLERANCE_PT:
            stops.append(placed.x_pt)
            runs.append(tab_run())
        runs.append(text_run(printable(text), styles.SIGNATORY if is_name else ""))
        reached = placed.x_pt + placed.line.right_pt
    if stops:
        properties.append(_tabs(stops, masthead, page))
    return properties, runs


def _tabs(stops: Sequence[float], masthead: Masthead, page: Profile) -> BaseOxmlElement:
    """Where labels and names begin; a single name ends at its stop, so that another one may take its place."""
    if len(masthead.signatories) == 1:
        right = page.text_width_pt - page.masthead.indent_characters * page.cell_pt
        return element("tabs", element("tab", val="right", pos=round(right * TWIPS)))
    return element("tabs", *(element("tab", val="left", pos=round(stop * TWIPS)) for stop in stops))
