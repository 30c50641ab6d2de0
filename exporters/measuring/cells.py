"""The lines within the cells of tables, upright and turned: which goes on in which."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise

from exporters.measuring.page import Box, Character, Line, Page
from exporters.measuring.paragraphs import Broken

_Cell = tuple[bool, int, int]
"""Whether it is turned, and which column and row it is, counted by the strokes before it."""


def broken_in_cells(page: Page) -> Iterator[Broken]:
    """The lines of a page's cells that go on in the next line of the same cell."""
    cells: dict[_Cell, list[Line]] = defaultdict(list)
    for is_turned in (False, True):
        boxes = [_turned(stroke.box, page) if is_turned else stroke.box for stroke in page.strokes]
        upright = [box for box in boxes if box.bottom - box.top > box.right - box.left]
        rows = sorted({round(box.top, 1) for box in boxes if box.bottom - box.top < box.right - box.left})
        for line in page.drawn:
            if line.is_turned is is_turned:
                row = bisect_right(rows, line.baseline_pt)
                for column, part in _parts(line, upright):
                    cells[is_turned, row, column].append(part)
    for lines in cells.values():
        ordered = sorted(lines, key=lambda line: line.baseline_pt)
        yield from (Broken(page.number, one, other) for one, other in pairwise(ordered))


def _parts(line: Line, upright: list[Box]) -> Iterator[tuple[int, Line]]:
    """A line's pieces between the upright strokes that pass it; none where it stands beside the table."""
    edges = sorted({round(box.left, 1) for box in upright if box.top <= line.baseline_pt <= box.bottom})
    if len(edges) < 2:
        return
    for column, part in groupby(line.characters, key=lambda one: bisect_right(edges, _middle(one))):
        characters = tuple(part)
        if 0 < column < len(edges) and any(not one.text.isspace() for one in characters):
            yield (
                column,
                Line(line.baseline_pt, _trimmed(characters), line.ink, line.ink, line.ink, line.is_turned),
            )


def _middle(one: Character) -> float:
    return (one.x_pt + one.end_pt) / 2


def _trimmed(characters: tuple[Character, ...]) -> tuple[Character, ...]:
    inked = [index for index, one in enumerate(characters) if not one.text.isspace()]
    return characters[inked[0] : inked[-1] + 1]


def _turned(box: Box, page: Page) -> Box:
    """A box on the sheet turned clockwise."""
    return Box(page.height_pt - box.bottom, box.left, page.height_pt - box.top, box.right)
