"""Reading a layout: where on the page a line of type stands."""

from dataclasses import replace
from typing import Any

from exporters.layout import Layout, Page, lay_out
from exporters.layout.strip import PlacedLine
from exporters.profile import POINTS_PER_MM, Profile, profile
from models.document import Block
from tests.exporters.example_paper import paper

RULES = profile()
LEFT = 28 * POINTS_PER_MM
RIGHT = 184 * POINTS_PER_MM
TOP = 37 * POINTS_PER_MM
BOTTOM = (297 - 35) * POINTS_PER_MM
PITCH = (BOTTOM - TOP) / 22


def laid_out(*blocks: Block, rules: Profile = RULES, **parts: Any) -> Layout:
    """A paper of the blocks; `parts` are other fields of the Document (masthead, imprint, trace)."""
    return lay_out(replace(paper(blocks), **parts), rules)


def texts(page: Page) -> list[str]:
    return [placed.line.text for placed in page.lines]


def row(placed: PlacedLine) -> int:
    """The grid line, counted from 1, in which a line of type stands."""
    return int((placed.baseline_pt - TOP) / PITCH) + 1


def left(placed: PlacedLine) -> float:
    return placed.x_pt + placed.line.runs[0].x_pt


def right(placed: PlacedLine) -> float:
    return placed.x_pt + placed.line.right_pt


def middle(placed: PlacedLine) -> float:
    return placed.x_pt + (placed.line.left_pt + placed.line.right_pt) / 2


def find(layout: Layout, text: str) -> PlacedLine:
    return next(placed for page in layout.pages for placed in page.lines if text in placed.line.text)


def page_of(layout: Layout, text: str) -> int:
    """The number of the page on which a text stands first."""
    return next(page.number for page in layout.pages if any(text in one for one in texts(page)))
