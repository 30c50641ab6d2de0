"""Paragraphs and what ends them: which lines go on in the next, headings, the organs and the date."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from exporters.measuring.page import Line
from exporters.measuring.places import Placed, Places, solid
from exporters.profile import POINTS_PER_MM
from models.document import Signature

LIST = "附件："
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_LIST_NUMBER = re.compile(r"\d+[.．]")
_FULL_STOP = "。"
_CLOSED = frozenset("。；：，、！？…”）")


class Broken(NamedTuple):
    """A line of a paragraph and the line in which it goes on."""

    page: int
    line: Line
    following: Line


class Paragraphs(Places):
    """The paragraphs on the pages."""

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

    def paragraphs_on(self, number: int) -> tuple[tuple[Line, ...], ...]:
        """The lines of a page by the paragraphs they are of; the first may have begun on the page before."""
        found: list[list[Line]] = []
        for line in self.running[number - 1]:
            if found and id(line) in self._gone_on:
                found[-1].append(line)
            else:
                found.append([line])
        return tuple(map(tuple, found))

    def is_heading_alone(self, paragraph: Sequence[Line]) -> bool:
        """Whether lines are a heading on which no text runs on: all in a heading's face, or without a final mark."""
        return self.may_be_heading(paragraph) and (
            self.level(paragraph[0]) <= 2 or solid(paragraph[-1].text)[-1] not in _CLOSED
        )

    def may_be_heading(self, paragraph: Sequence[Line]) -> bool:
        """Whether lines are a heading alone or, where its face is the body's, a numbered paragraph like one."""
        level, last = self.level(paragraph[0]), paragraph[-1]
        if not level or not self.is_indented(paragraph[0]) or id(last) in self._going_on:
            return False
        if level <= 2:
            return self._ends_as_heading(last, level)
        return not any(_FULL_STOP in line.text for line in paragraph)

    def heads(self, paragraph: Sequence[Line], number: int) -> bool:
        """Whether what a page begins with belongs to a heading: text, or a heading of a deeper level."""
        following = self.paragraphs_on(number)
        level = self.level(following[0][0]) if following else 0
        return not level or level > self.level(paragraph[0])

    def _ends_as_heading(self, line: Line, level: int) -> bool:
        """Whether the last character that heading and body draw in different fonts is in the heading's."""
        heading, body = self.profile.styles.heading(level), self.profile.styles.body
        kinds = (
            (self.is_drawn_in(one, heading), self.is_drawn_in(one, body)) for one in reversed(line.characters)
        )
        return next((is_heading for is_heading, is_body in kinds if is_heading != is_body), False)

    @cached_property
    def date(self) -> Placed | None:
        """The 成文日期: the last line before the attachments that is a date and nothing else.

        Where the paper is known, its own date: one without may quote a letter that has one.
        """
        if self.document is not None and not any(
            isinstance(block, Signature) and block.date for block in self.document.blocks
        ):
            return None
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

        Where there is no blank line, those that begin like no line of a paragraph; where the paper is known, its own.
        """
        if not self.date:
            return ()
        lines = self.running[self.date.page - 1]
        last = _index(lines, self.date.line)
        if known := self._known_organs(lines[:last]):
            return lines[last - known : last]
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

    @cached_property
    def text_above_ending(self) -> tuple[Line, ...]:
        """The lines of text on the date's page above organs and date, without the list of attachments."""
        if not self.date:
            return ()
        lines = self.running[self.date.page - 1]
        above = lines[: len([line for line in lines if line.baseline_pt < self.ending[0].baseline_pt])]
        starts = [index for index, line in enumerate(above) if line.text.startswith(LIST)]
        return above[: starts[-1]] if starts else above

    def _known_organs(self, lines: Sequence[Line]) -> int:
        """How many of the last lines are the organs' names, where the paper is known; 0 where they are not there."""
        blocks = self.document.blocks if self.document else ()
        organs = [solid(name) for block in blocks if isinstance(block, Signature) for name in block.organs]
        wanted, text = "".join(organs), ""
        for count, line in enumerate(reversed(lines), start=1):
            text = solid(line.text) + text
            if text == wanted:
                return count
        return 0

    def _begin_of_loose(self, lines: Sequence[Line], end: int) -> int:
        """The index of the first of those lines before `end` that begin like no line of a paragraph."""
        first = end
        while first and not (self.is_flush(lines[first - 1]) or self.is_indented(lines[first - 1])):
            if _LIST_NUMBER.match(lines[first - 1].text):
                break
            first -= 1
        return first

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
        if self.is_centred(one.line) or self._is_typed_break(one.line):
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
    def _gone_on(self) -> frozenset[int]:
        return frozenset(id(one.following) for one in self.broken)

    @cached_property
    def _typed_ends(self) -> tuple[str, ...]:
        """The last characters before every line break that was typed into a text of the document."""
        texts = [text for block in self.document.blocks for text in _texts(block)] if self.document else []
        parts = (solid(part) for text in texts for part in text.split("\n")[:-1])
        return tuple(part[-6:] for part in parts if part)

    def _is_typed_break(self, line: Line) -> bool:
        return bool(self._typed_ends) and solid(line.text).endswith(self._typed_ends)


def _index(lines: Sequence[Line], line: Line) -> int:
    return next(index for index, one in enumerate(lines) if one is line)


def _texts(block: object) -> Iterator[str]:
    return (text for name in ("text", "title") if isinstance(text := getattr(block, name, None), str))
