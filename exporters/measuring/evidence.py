"""What the rules ask of the pages: which lines are running text, which are full, where title, date and imprint stand.

All of it is decided by what is measured (place, size, font, words), never by the layout that drew the page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise, takewhile
from math import ceil, floor
from typing import NamedTuple

from exporters.measuring.font_names import postscript_name
from exporters.measuring.page import File, Line, Page, Stroke
from exporters.profile import POINTS_PER_MM, Profile, Style
from models.document import Document

SAME_SIZE_PT = 0.3
_NEAR_CELLS = 0.8
_NEXT_LINE = 1.5
_MIDDLE_EM = 0.38
"""The middle of a Chinese character above its baseline (the em box reaches from −0.12 to 0.88)."""

_LIST = "附件："
_LINES_WITH_SIGNATURE = 2
"""Lines of text at most that come to the next page because the signature must not stand alone there."""

_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_ATTACHMENT = re.compile(r"附件\d*")
_LIST_NUMBER = re.compile(r"\d+[.．]")
_HEADINGS = tuple(
    map(
        re.compile,
        (r"[一二三四五六七八九十百]+、", r"（[一二三四五六七八九十百]+）", r"\d+[.．]", r"（\d+）"),
    )
)
_CLOSED = frozenset("。；：，！？…”）")


class Placed(NamedTuple):
    """A line and the number of its page."""

    page: int
    line: Line


class Broken(NamedTuple):
    """A line of a paragraph and the line in which it goes on."""

    page: int
    line: Line
    following: Line


class Evidence:
    """The pages of a file, with what the rules ask of them; `document` where it is known what was composed."""

    def __init__(self, file: File, profile: Profile, document: Document | None = None) -> None:
        self.file = file
        self.pages = file.pages
        self.profile = profile
        self.document = document

    # --- the type area

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

    # --- the kinds of lines

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
    def date(self) -> Placed | None:
        """The 成文日期: the last line before the attachments that is a date and nothing else."""
        begins = self.attachments[0].page if self.attachments else len(self.pages) + 1
        dates = [
            Placed(number, line)
            for number, lines in enumerate(self.running[: begins - 1], start=1)
            for line in lines
            if _DATE.fullmatch(solid(line.text))
        ]
        return dates[-1] if dates else None

    @cached_property
    def organs(self) -> tuple[Line, ...]:
        """The lines of the issuing organs, from the top: those between the date and the blank line above it.

        Where there is no blank line, those that begin like no line of a paragraph.
        """
        if not self.date:
            return ()
        lines = self.running[self.date.page - 1]
        last = _index(lines, self.date.line)
        first = last
        while first and self.follows(lines[first - 1], lines[first]):
            first -= 1
        return lines[first if first else self._begin_of_loose(lines, last) : last]

    @cached_property
    def ending(self) -> tuple[Line, ...]:
        """The lines on the date's page from the organs, or the office beside a stamp, down to the date."""
        if not self.date:
            return ()
        lines = self.running[self.date.page - 1]
        last = _index(lines, self.date.line)
        first = self._begin_of_loose(lines, last - len(self.organs))
        return lines[first : last + 1]

    def _begin_of_loose(self, lines: Sequence[Line], end: int) -> int:
        """The index of the first of those lines before `end` that begin like no line of a paragraph."""
        first = end
        while first and not (self.is_flush(lines[first - 1]) or self.is_indented(lines[first - 1])):
            if _LIST_NUMBER.match(lines[first - 1].text):
                break
            first -= 1
        return first

    @cached_property
    def text_above_ending(self) -> tuple[Line, ...]:
        """The lines of text on the date's page above organs and date, without the list of attachments."""
        if not self.date:
            return ()
        lines = self.running[self.date.page - 1]
        above = lines[: len([line for line in lines if line.baseline_pt < self.ending[0].baseline_pt])]
        starts = [index for index, line in enumerate(above) if line.text.startswith(_LIST)]
        return above[: starts[-1]] if starts else above

    # --- paragraphs

    @cached_property
    def broken(self) -> tuple[Broken, ...]:
        """The lines that go on in the next, which begins at the left edge or hangs (list of attachments)."""
        return tuple(
            Broken(one.page, one.line, other.line)
            for one, other in self._neighbours()
            if self._goes_on(one, other)
        )

    @cached_property
    def beginnings(self) -> tuple[Placed, ...]:
        """The first lines of the paragraphs, indented by two characters."""
        special = {id(line) for line in self.ending}
        return tuple(
            placed
            for placed in self._flat()
            if self.is_indented(placed.line) and id(placed.line) not in special
        )

    def is_flush(self, line: Line) -> bool:
        """Whether a line begins at the left edge of the type area, or nearly."""
        return abs(line.left_pt - self.left) < _NEAR_CELLS * self.profile.cell_pt

    def is_indented(self, line: Line) -> bool:
        """Whether a line begins as a paragraph does, or nearly."""
        wanted = self.profile.body.indent_characters * self.profile.cell_pt
        is_near = abs(line.left_pt - self.left - wanted) < _NEAR_CELLS * self.profile.cell_pt
        return is_near and not self._is_centred(line)

    def follows(self, above: Line, below: Line) -> bool:
        """Whether two lines stand directly one below the other."""
        return 0 < below.baseline_pt - above.baseline_pt < _NEXT_LINE * self.profile.line_pitch_pt

    def level(self, line: Line) -> int:
        """The level of heading that a line's number says, 0 for none."""
        text = line.text.lstrip()
        return next((level for level, number in enumerate(_HEADINGS, start=1) if number.match(text)), 0)

    def is_heading_alone(self, line: Line) -> bool:
        """Whether a line is a heading on which no text runs on: all in a heading's face, or without a final mark."""
        level = self.level(line)
        if not level or not self.is_indented(line) or id(line) in self._going_on:
            return False
        if level <= 2:
            return not self._is_body_character(line)
        return solid(line.text)[-1] not in _CLOSED

    def cells(self, line: Line) -> float:
        """How many characters of the grid a line takes from the left edge on, a half-width one being half a one."""
        indent = (line.left_pt - self.left) / self.profile.cell_pt
        return indent + sum((one.end_pt - one.x_pt) / one.type.size_pt for one in line.characters)

    @cached_property
    def usual_cells(self) -> int:
        """How many characters most of the broken lines have; 0 where there is none."""
        counts = Counter(round(self.cells(one.line)) for one in self.broken if self.is_flush(one.following))
        return counts.most_common(1)[0][0] if counts else 0

    # --- pages

    def room(self, number: int) -> int:
        """How many more lines of text a page has room for below its last line of running text."""
        last = self.running[number - 1][-1]
        pitch = self.profile.line_pitch_pt
        foot = last.baseline_pt - _MIDDLE_EM * last.size_pt + pitch / 2
        return max(0, floor((self.bottom - foot) / pitch + 0.1))

    def kept_together(self, number: int) -> int:
        """How many lines at the top of a page had to stay together, blank ones above them counted.

        A heading stays with the first line of its text, the signature with lines of the body, the list of attachments
        and the room for its seal.
        """
        lines = self.running[number - 1]
        if self._is_tied_to_date(number):
            blank = max(
                self.profile.signature.blank_lines_above, self.profile.attachment_list.blank_lines_above
            )
            return self._slots(lines[0], lines[-1]) + blank + self._seal_lines
        if lines[0].text.startswith(_LIST):
            return 1 + self.profile.attachment_list.blank_lines_above
        headings = takewhile(lambda line: self.level(line) or self._is_of_heading(line), lines)
        return min(len(list(headings)) + 1, len(lines))

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

    # --- parts of the above

    @property
    def _seal_lines(self) -> int:
        return ceil(self.profile.signature.seal_mm * POINTS_PER_MM / self.profile.line_pitch_pt)

    def _is_of_heading(self, line: Line) -> bool:
        """Whether a line at the left edge goes on with a heading."""
        return self.is_flush(line) and not self._is_body_character(line)

    def font_name(self, style: Style, character: str) -> str:
        """The name of the font that the profile draws a character of a style with."""
        font = style.fonts.font_for(style.face, character)
        return postscript_name(font) if font else ""

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

    def _is_centred(self, line: Line) -> bool:
        return abs(line.middle_pt - (self.left + self.right) / 2) < POINTS_PER_MM / 2 and not (
            abs(line.right_pt - self.right) < POINTS_PER_MM
        )

    def _flat(self) -> Iterator[Placed]:
        for number, lines in enumerate(self.running, start=1):
            yield from (Placed(number, line) for line in lines)

    def _neighbours(self) -> Iterator[tuple[Placed, Placed]]:
        marks = {id(placed.line) for placed in self.attachments} | {id(line) for line in self.ending}
        for one, other in pairwise(self._flat()):
            if id(one.line) in marks or id(other.line) in marks:
                continue
            is_next = (
                self.follows(one.line, other.line)
                if one.page == other.page
                else one.page + 1 == other.page and one.page in self.followed
            )
            if is_next:
                yield one, other

    def _goes_on(self, one: Placed, other: Placed) -> bool:
        if self._is_centred(one.line) or self._is_typed_break(one.line):
            return False
        if self.is_flush(other.line):
            return True
        hangs = other.line.left_pt - self.left > 4 * self.profile.cell_pt
        is_full = abs(one.line.right_pt - self.right) < POINTS_PER_MM / 2
        return hangs and is_full and not _LIST_NUMBER.match(other.line.text)

    @cached_property
    def _going_on(self) -> frozenset[int]:
        return frozenset(id(one.line) for one in self.broken)

    @cached_property
    def _typed_ends(self) -> tuple[str, ...]:
        """The last characters before every line break that was typed into a text of the document."""
        texts = [text for block in self.document.blocks for text in _texts(block)] if self.document else []
        parts = (solid(part) for text in texts for part in text.split("\n")[:-1])
        return tuple(part[-6:] for part in parts if part)

    def _is_typed_break(self, line: Line) -> bool:
        return bool(self._typed_ends) and solid(line.text).endswith(self._typed_ends)

    def _is_body_character(self, line: Line) -> bool:
        """Whether a line's last character is drawn as the body is."""
        last = line.characters[-1]
        return last.type.font == self.font_name(self.profile.styles.body, last.text)

    def _begins_with(self, number: int, line: Line) -> bool:
        """Whether a page begins with a line of running text, and no attachment with it."""
        content = self.content(self.pages[number - 1])
        return bool(content) and content[0] is line and not any(one.line is line for one in self.attachments)

    def _has_other_below(self, number: int, line: Line) -> bool:
        page = self.pages[number - 1]
        return any(
            other.is_turned or other.baseline_pt > line.baseline_pt + 1 for other in self.content(page)
        ) or any(stroke.box.bottom > line.baseline_pt for stroke in page.strokes)

    def _is_tied_to_date(self, number: int) -> bool:
        """Whether all that stands above organs and date on a page came there because they must not stand alone."""
        if not self.date or self.date.page != number:
            return False
        text = [line for line in self.text_above_ending if not self.level(line)]
        return len(text) <= _LINES_WITH_SIGNATURE

    def _slots(self, first: Line, last: Line) -> int:
        return round((last.baseline_pt - first.baseline_pt) / self.profile.line_pitch_pt) + 1


def solid(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())


def _index(lines: Sequence[Line], line: Line) -> int:
    return next(index for index, one in enumerate(lines) if one is line)


def _texts(block: object) -> Iterator[str]:
    return (text for name in ("text", "title") if isinstance(text := getattr(block, name, None), str))


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
