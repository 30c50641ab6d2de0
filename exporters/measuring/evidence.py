"""What the rules ask of the pages beyond lines and paragraphs: how full lines and pages are."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import ceil, floor

from exporters.measuring.cells import broken_in_cells
from exporters.measuring.page import Line
from exporters.measuring.paragraphs import LIST, Broken, Paragraphs
from exporters.profile import POINTS_PER_MM

_MIDDLE_EM = 0.38
"""The middle of a Chinese character above its baseline (the em box reaches from −0.12 to 0.88)."""

_FULL_STOP = "。"
_LINES_WITH_SIGNATURE = 2
"""Lines of text at most that come to the next page because the signature must not stand alone there."""


class Evidence(Paragraphs):
    """All that the rules may ask of a file."""

    @cached_property
    def all_broken(self) -> tuple[Broken, ...]:
        """The broken lines of paragraphs and of the cells of tables."""
        in_cells = (one for page in self.pages if page.strokes for one in broken_in_cells(page))
        return (*self.broken, *in_cells)

    def cells(self, line: Line) -> float:
        """How many characters of the grid a line takes from the left edge on, a half-width one being half a one."""
        indent = (line.left_pt - self.left) / self.profile.cell_pt
        return indent + sum((one.end_pt - one.x_pt) / one.type.size_pt for one in line.characters)

    @cached_property
    def usual_cells(self) -> int:
        """How many characters most of the broken lines have; 0 where there is none."""
        counts = Counter(round(self.cells(one.line)) for one in self.broken if self.is_flush(one.following))
        return counts.most_common(1)[0][0] if counts else 0

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
        if lines[0].text.startswith(LIST):
            return 1 + self.profile.attachment_list.blank_lines_above
        return min(self._lines_of_headings(number) + 1, len(lines))

    @property
    def _seal_lines(self) -> int:
        return ceil(self.profile.signature.seal_mm * POINTS_PER_MM / self.profile.line_pitch_pt)

    def _lines_of_headings(self, number: int) -> int:
        """How many lines of headings a page begins with, before the line in which the first text begins."""
        count = 0
        for paragraph in self.paragraphs_on(number):
            if not self.may_be_heading(paragraph):
                return count + self._lines_before_text(paragraph)
            count += len(paragraph)
        return count

    def _lines_before_text(self, paragraph: Sequence[Line]) -> int:
        """How many lines of a paragraph only its heading fills, which reaches to the first full stop."""
        if not self.level(paragraph[0]):
            return 0
        for index, line in enumerate(paragraph[:-1]):
            if _FULL_STOP in line.text:
                return index + line.text.endswith(_FULL_STOP)
        return len(paragraph) - 1

    def _is_tied_to_date(self, number: int) -> bool:
        """Whether all that stands above organs and date on a page came there because they must not stand alone."""
        if not self.date or self.date.page != number:
            return False
        text = [line for line in self.text_above_ending if not self.level(line)]
        return len(text) <= _LINES_WITH_SIGNATURE

    def _slots(self, first: Line, last: Line) -> int:
        return round((last.baseline_pt - first.baseline_pt) / self.profile.line_pitch_pt) + 1
