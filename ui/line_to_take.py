"""A line to read beside the text, and the sign before it that takes it over."""

from dataclasses import dataclass
from enum import Enum

from models.word_difference import Kind, Run

TAKE, ADD = "⇤", "＋"
"""The signs: a sentence goes over to the text at the left, an item is added."""


class Tone(Enum):
    """How a line is written."""

    HEADING = "heading"
    PLAIN = "plain"
    QUIET = "quiet"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its runs (those that are not EQUAL are marked), how it is written, the sign before it ("" for none).

    `tip` says what the sign does; `note` stands behind the words, quietly.
    """

    runs: tuple[Run, ...]
    tone: Tone = Tone.PLAIN
    sign: str = ""
    tip: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """The line's own words."""
        return "".join(run.text for run in self.runs)


def line(words: str, tone: Tone = Tone.PLAIN, sign: str = "", tip: str = "", note: str = "") -> Line:
    """A line of a single run."""
    return Line((Run(words, Kind.EQUAL),), tone, sign, tip, note)
