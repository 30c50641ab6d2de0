"""What stands on a finished page, as its file says it: characters, lines, strokes, in points.

Everything is measured from the top left corner of the sheet as it is read: for upright text that of the sheet, for text
turned by a quarter counter-clockwise that of the sheet turned clockwise, whose top is the upright sheet's left edge.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Type:
    """How a character is drawn: the font's own name, its size as it comes out, its colour (RRGGBB)."""

    font: str
    size_pt: float
    colour: str


class Character(NamedTuple):
    """A character from its origin to where the next one would begin. A tuple: a long paper has half a million."""

    text: str
    x_pt: float
    end_pt: float
    type: Type


class Box(NamedTuple):
    """The edges of something, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def joined(self, other: "Box") -> "Box":
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True)
class Line:
    """Characters on one baseline from left to right, no blanks outside. `ink` is the box of all that is drawn,
    `first_ink` and `last_ink` those of its outer characters."""

    baseline_pt: float
    characters: tuple[Character, ...]
    ink: Box
    first_ink: Box
    last_ink: Box
    is_turned: bool = False

    @cached_property
    def text(self) -> str:
        """Its characters, blanks among them."""
        return "".join(character.text for character in self.characters)

    @cached_property
    def size_pt(self) -> float:
        """The size most of its characters have."""
        if (first := self.characters[0].type) is self.characters[-1].type:
            return first.size_pt
        sizes = Counter(character.type.size_pt for character in self.characters)
        return sizes.most_common(1)[0][0]

    @property
    def colour(self) -> str:
        """The colour of its first character."""
        return self.characters[0].type.colour

    @property
    def left_pt(self) -> float:
        """Where its first character begins."""
        return self.characters[0].x_pt

    @property
    def right_pt(self) -> float:
        """Where a character behind its last one would begin."""
        return self.characters[-1].end_pt

    @property
    def middle_pt(self) -> float:
        """Half way between its edges."""
        return (self.left_pt + self.right_pt) / 2

    def parts(self, gap_em: float = 1.8) -> tuple[tuple[Character, ...], ...]:
        """Its pieces between wide gaps, as names that stand side by side."""
        inked = [character for character in self.characters if not character.text.isspace()]
        cuts = [
            index
            for index, (before, after) in enumerate(pairwise(inked), start=1)
            if after.x_pt - before.end_pt > gap_em * self.size_pt
        ]
        edges = pairwise((0, *cuts, len(inked)))
        return tuple(tuple(inked[start:end]) for start, end in edges)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn path: the box of its geometry and how wide the pen is. A narrow filled box counts as a line."""

    box: Box
    width_pt: float
    colour: str

    @property
    def is_horizontal(self) -> bool:
        """Whether it is a line across."""
        return self.box.right - self.box.left > self.box.bottom - self.box.top

    @property
    def length_pt(self) -> float:
        """Its longer side."""
        return max(self.box.right - self.box.left, self.box.bottom - self.box.top)

    @property
    def middle_pt(self) -> float:
        """The height at which a line across runs."""
        return (self.box.top + self.box.bottom) / 2

    @property
    def ink(self) -> Box:
        """What the pen covers; the ends of a line are cut off square."""
        half = self.width_pt / 2
        across, down = (0.0, half) if self.is_horizontal else (half, 0.0)
        box = self.box
        return Box(box.left - across, box.top - down, box.right + across, box.bottom + down)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size, its lines from top to bottom, its strokes, and its lines in the order of drawing.

    `drawn` holds the cells of a table one after the other; in `lines` those beside each other are one line.
    """

    number: int
    width_pt: float
    height_pt: float
    lines: tuple[Line, ...]
    drawn: tuple[Line, ...]
    strokes: tuple[Stroke, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is on it."""
        return not self.lines and not self.strokes


@dataclass(frozen=True, slots=True)
class FontUse:
    """A font of the file: its name, whether its outlines travel with the file, how many characters it draws."""

    name: str
    is_embedded: bool
    characters: int


@dataclass(frozen=True, slots=True)
class File:
    """A file as read: its pages, its fonts, and how many pages it has, which may be more than were read."""

    pages: tuple[Page, ...]
    fonts: tuple[FontUse, ...]
    page_count: int
