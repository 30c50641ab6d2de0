"""Paragraphs of exact height one below the other, each brought by the room above it to where the layout has it."""

from exporters.profile import Profile
from exporters.word.measures import RISE, line_pitch


class Stack:
    """How far down from the type area's top the paragraphs reach that were put so far, in twips.

    The layout's points become twips of Word's grid, whose lines are a little closer.
    """

    def __init__(self, page: Profile) -> None:
        self._twips_a_point = line_pitch(page) / page.line_pitch_pt
        self._reached = 0

    def put(self, baseline_pt: float, height: int) -> int:
        """Put one line of exact height with its baseline there; the room to leave above it."""
        above = max(0, round(baseline_pt * self._twips_a_point - RISE * height) - self._reached)
        self._reached += above + height
        return above

    def add(self, height: int) -> None:
        """Count what stands below the last line, such as its border."""
        self._reached += height

    def room_to(self, y_pt: float) -> int:
        """What is left down to a height."""
        return max(0, round(y_pt * self._twips_a_point) - self._reached)
