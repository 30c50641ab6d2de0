"""The lines that tell what was deleted and inserted in a 花脸稿: through the one, below the other."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from exporters.layout.paragraph import Run
from exporters.layout.strip import PlacedLine, Rule
from models.word_difference import Kind

_HEIGHTS_EM = {Kind.DELETED: 0.36, Kind.INSERTED: -0.16}
"""Above the baseline: through the middle of a Chinese character, and clear below it."""
_PEN_EM = 0.05


def change_rules(lines: Iterable[PlacedLine]) -> Iterator[Rule]:
    """The rules of all changed runs; runs of one kind that follow each other have one."""
    for placed in lines:
        for kind, found in groupby(placed.line.runs, key=lambda run: run.kind):
            if kind is not Kind.EQUAL:
                yield _rule(placed, list(found), kind)


def _rule(placed: PlacedLine, runs: list[Run], kind: Kind) -> Rule:
    size = max(run.size_pt for run in runs)
    y = placed.baseline_pt - _HEIGHTS_EM[kind] * size
    left, right = placed.x_pt + runs[0].x_pt, placed.x_pt + runs[-1].x_pt + _width(runs[-1])
    return Rule(left, y, right, y, _PEN_EM * size, runs[0].colour)


def _width(run: Run) -> float:
    own = sum(run.font.widths[character] for character in run.text) * run.size_pt
    return own * run.narrowing + run.spacing_pt * (len(run.text) - 1)
