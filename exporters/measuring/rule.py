"""What a rule of the page is: a function that measures, with its clause and what is wanted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from exporters.measuring.evidence import Evidence
from exporters.profile import POINTS_PER_MM, Profile

_NOTHING = 0.005
"""What two decimals do not show."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found, in words; `is_ok` is None where there is nothing to measure, `page` that of the worst place."""

    words: str
    is_ok: bool | None
    page: int | None = None


class Value(NamedTuple):
    """A measured value, in millimetres or characters, and the page where it was found."""

    page: int
    amount: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the page. `clause` is that of GB/T 9704-2012, another standard's with its name, or 惯例."""

    id: str
    name: str
    clause: str
    wanted: Callable[[Profile], str]
    measure: Callable[[Evidence], Measured]


def rule(
    rule_id: str, name: str, clause: str, wanted: str | Callable[[Profile], str]
) -> Callable[[Callable[[Evidence], Measured]], Rule]:
    """Make a function a rule. Where what is wanted depends on the profile it is a function too."""

    def made(measure: Callable[[Evidence], Measured]) -> Rule:
        words = (lambda _: wanted) if isinstance(wanted, str) else wanted
        return Rule(rule_id, name, clause, words, measure)

    return made


def absent(why: str) -> Measured:
    """There is nothing the rule could measure."""
    return Measured(why, None)


def verdict(faults: Sequence[tuple[int, str]], good: str) -> Measured:
    """Not right where there is any fault (its page, its words): the first is quoted, the others are counted."""
    if not faults:
        return Measured(good, True)
    page, words = faults[0]
    more = f"，共{len(faults)}处" if len(faults) > 1 else ""
    return Measured(f"第{page}面{words}{more}", False, page)


def within(
    found: Sequence[Value], wanted: float, tolerance: float, what: str, unit: str = "mm", absence: str = ""
) -> Measured:
    """Right where every value is within the tolerance; the worst is told."""
    if not found:
        return absent(absence)
    worst = max(found, key=lambda value: abs(value.amount - wanted))
    off = abs(worst.amount - wanted)
    if off < _NOTHING:
        return Measured(f"量了{len(found)}处，{what}都是{amount(wanted)} {unit}", True, worst.page)
    words = f"{what}最差的在第{worst.page}面，{amount(worst.amount)} {unit}，差{amount(off)} {unit}"
    return Measured(f"量了{len(found)}处，{words}", off <= tolerance, worst.page)


def amount(value: float) -> str:
    """A measured amount as people write it: 184, 28.99."""
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".").replace("-0", "0", value > -0.005)


def mm(points: float) -> float:
    """Points as millimetres."""
    return points / POINTS_PER_MM


def pages_in_words(numbers: Iterable[int]) -> str:
    """第1—3、5面."""
    runs = groupby(enumerate(sorted(set(numbers))), key=lambda pair: pair[1] - pair[0])
    spans = [[number for _, number in run] for _, run in runs]
    return f"第{'、'.join(f'{span[0]}—{span[-1]}' if len(span) > 1 else str(span[0]) for span in spans)}面"
