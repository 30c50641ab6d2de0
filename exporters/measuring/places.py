"""What stands where on the pages: running text, title, mark, page numbers, imprint, attachments.

Decided by what is measured (place, size, colour, words), never by the layout that drew the page.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from exporters.measuring.font_names import bears
from exporters.measuring.page import Character, File, Line, Page, Stroke
from exporters.profile import POINTS_PER_MM, Profile, Style
from models.document import Document

SAME_SIZE_PT = 0.3
_NEAR_CELLS = 0.8
_NEXT_LINE = 1.5
_ATTACHMENT = re.compile(r"附件\d*")
_HEADINGS = tuple(
    map(
        re.compile,
        (r"[一二三四五六七八九十百]+、", r"（[一二三四五六七八九十百]+）", r"\d+[.．]", r"（\d+）"),
    )
)


class Placed(NamedTuple):
    """A line and the number of its page."""

    page: int
    line: Line


class Places:
    """The pages of a file and the places on them; `document` where it is known what was composed."""

    def __init__(self, file: File, profile: Profile, document: Document | None = None) -> None:
        self.file = file
        self.pages = file.pages
        self.profile = profile
        self.document = document

    @property
    def left(self) -> float:
        """The type area's left edge in points."""
        return self.profile.left_pt

    @property
    def right(self) -> float:
        """The type area's right edge in points."""
        return self.profile.left_pt + self.profile.text_width_pt

    @property
    def top(self) -> float:
        """The type area's top edge in points."""
        return self.profile.top_pt

    @property
    def bottom(self) -> float:
        """The type area's bottom edge in points."""
        return self.profile.top_pt + self.profile.text_height_pt

    @cached_property
    def running(self) -> tuple[tuple[Line, ...], ...]:
        """Page by page the upright lines of running text: of the body's size, below the title, outside of tables."""
        return tuple(tuple(self._running_on(page)) for page in self.pages)

    @cached_property
    def line_count(self) -> int:
        """How many lines of running text there are."""
        return sum(map(len, self.running))

    @cached_property
    def titles(self) -> tuple[Line, ...]:
        """The lines of the paper's title: larger than the body, below the red line."""
        if not self.pages:
            return ()
        page, smallest = self.pages[0], self.profile.styles.body.size_pt + 1
        above = self.red_line.middle_pt if self.red_line else 0.0
        large = [
            line
            for line in page.lines
            if not line.is_turned
            and above < line.baseline_pt < self.bottom
            and line.size_pt > smallest
            and line.colour != self.profile.masthead.colour
        ]
        return tuple(_adjoining(large))

    @cached_property
    def mark(self) -> tuple[Line, ...]:
        """The lines of the organs' mark: coloured, in the masthead."""
        colour = self.profile.masthead.colour
        first = self.pages[0].lines if self.pages else ()
        return tuple(line for line in first if line.colour == colour and line.baseline_pt < self.bottom)

    @cached_property
    def red_line(self) -> Stroke | None:
        """The coloured line across the first page."""
        colour = self.profile.masthead.colour
        strokes = self.pages[0].strokes if self.pages else ()
        found = (stroke for stroke in strokes if stroke.colour == colour and stroke.is_horizontal)
        return max(found, key=lambda stroke: stroke.length_pt, default=None)

    @cached_property
    def numbers(self) -> tuple[Line | None, ...]:
        """Page by page the page number: what stands below the type area and is not the small trace line."""
        trace = self.profile.styles.trace.size_pt + 1
        return tuple(
            next(
                (line for line in reversed(page.lines) if self._is_below(line) and line.size_pt > trace), None
            )
            for page in self.pages
        )

    def content(self, page: Page) -> tuple[Line, ...]:
        """The lines of a page without page number and trace."""
        return tuple(line for line in page.lines if not self._is_below(line))

    def in_drawing_order(self, page: Page) -> tuple[Line, ...]:
        """The same as they were drawn: a table's cells one after the other."""
        return tuple(line for line in page.drawn if not self._is_below(line))

    def is_empty(self, page: Page) -> bool:
        """Whether nothing stands on a page but perhaps its number."""
        return not self.content(page) and not page.strokes

    @cached_property
    def imprint(self) -> tuple[Placed, ...]:
        """The lines of the imprint: of its size, in the type area, outside of tables."""
        size = self.profile.styles.imprint.size_pt
        return tuple(
            Placed(page.number, line)
            for page in self.pages
            for line in self.content(page)
            if not line.is_turned
            and abs(line.size_pt - size) < SAME_SIZE_PT
            and not _is_in_table(line, page)
            and (page.number > 1 or line.baseline_pt > self._body_begins)
        )

    @cached_property
    def attachments(self) -> tuple[Placed, ...]:
        """The lines 附件N that begin attachments: the topmost of their pages."""
        first = (next(iter(self.content(page)), None) for page in self.pages)
        return tuple(
            Placed(page.number, line)
            for page, line in zip(self.pages, first, strict=True)
            if line and _ATTACHMENT.fullmatch(solid(line.text))
        )

    @cached_property
    def followed(self) -> tuple[int, ...]:
        """The pages of running text that are followed by a page which begins with running text."""
        return tuple(
            number
            for number, (lines, following) in enumerate(pairwise(self.running), start=1)
            if lines
            and following
            and self._begins_with(number + 1, following[0])
            and not self._has_other_below(number, lines[-1])
        )

    def is_flush(self, line: Line) -> bool:
        """Whether a line begins at the left edge of the type area, or nearly."""
        return abs(line.left_pt - self.left) < _NEAR_CELLS * self.profile.cell_pt

    def is_indented(self, line: Line) -> bool:
        """Whether a line begins as a paragraph does, or nearly.

        In the middle a title of a certain length does too: such a line is a paragraph's where its font or number is.
        """
        wanted = self.profile.body.indent_characters * self.profile.cell_pt
        if abs(line.left_pt - self.left - wanted) >= _NEAR_CELLS * self.profile.cell_pt:
            return False
        if not self.is_centred(line):
            return True
        return bool(self.level(line)) or self.is_drawn_in(line.characters[0], self.profile.styles.body)

    def level(self, line: Line) -> int:
        """The level of heading that a line's number says, 0 for none."""
        text = line.text.lstrip()
        return next((level for level, number in enumerate(_HEADINGS, start=1) if number.match(text)), 0)

    def is_centred(self, line: Line) -> bool:
        """Whether a line stands in the middle and does not fill its room."""
        return abs(line.middle_pt - (self.left + self.right) / 2) < POINTS_PER_MM / 2 and not (
            abs(line.right_pt - self.right) < POINTS_PER_MM
        )

    def follows(self, above: Line, below: Line) -> bool:
        """Whether two lines stand directly one below the other."""
        return 0 < below.baseline_pt - above.baseline_pt < _NEXT_LINE * self.profile.line_pitch_pt

    def is_drawn_in(self, one: Character, style: Style) -> bool:
        """Whether a character is drawn in the font that the profile draws it in for a style."""
        font = style.fonts.font_for(style.face, one.text)
        return font is not None and bears(font, one.type.font)

    def _running_on(self, page: Page) -> Iterator[Line]:
        size = self.profile.styles.body.size_pt
        begins = self._body_begins if page.number == 1 else 0.0
        for line in page.lines:
            if (
                not line.is_turned
                and abs(line.size_pt - size) < SAME_SIZE_PT
                and begins < line.baseline_pt < self.bottom
                and not _is_in_table(line, page)
            ):
                yield line

    @cached_property
    def _body_begins(self) -> float:
        if self.titles:
            return self.titles[-1].baseline_pt
        return self.red_line.middle_pt if self.red_line else 0.0

    def _is_below(self, line: Line) -> bool:
        return not line.is_turned and line.ink.top > self.bottom + POINTS_PER_MM

    def _begins_with(self, number: int, line: Line) -> bool:
        """Whether a page begins with a line of running text, and no attachment with it."""
        content = self.content(self.pages[number - 1])
        return bool(content) and content[0] is line and not any(one.line is line for one in self.attachments)

    def _has_other_below(self, number: int, line: Line) -> bool:
        page = self.pages[number - 1]
        return any(
            other.is_turned or other.baseline_pt > line.baseline_pt + 1 for other in self.content(page)
        ) or any(stroke.box.bottom > line.baseline_pt for stroke in page.strokes)


def solid(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())


def _adjoining(lines: Sequence[Line]) -> Iterator[Line]:
    """The first line and those that follow it closely."""
    for index, line in enumerate(lines):
        if index and line.baseline_pt - lines[index - 1].baseline_pt > 2.5 * line.size_pt:
            return
        yield line


def _is_in_table(line: Line, page: Page) -> bool:
    """Whether an upright stroke passes the line."""
    return any(
        not stroke.is_horizontal and stroke.box.top <= line.baseline_pt <= stroke.box.bottom
        for stroke in page.strokes
    )
