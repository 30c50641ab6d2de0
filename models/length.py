"""How long a report is, counted as office programs count 字数.

A Chinese character or mark is one, and so is a number or a Latin word with the marks inside it: 2025年 is two,
93.63% one. Blanks and the counted numbers of headings are none.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.report import Item, Report, Section

_COUNTED = re.compile(r"[!-~\u00a1-\u024f]+|\S")

_Path = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lengths:
    """The length of the whole text, of sections by key, of items by section and path with all that is below them."""

    whole: int
    sections: Mapping[str, int]
    items: Mapping[tuple[str, _Path], int]


def lengths(report: Report) -> Lengths:
    """How long the report and all its parts are, headings included."""
    items: dict[tuple[str, _Path], int] = {}
    sections = {
        one.key: _own(report, one) + _below(report, one.key, (), one.items, items) for one in report.sections
    }
    return Lengths(_opening(report) + sum(sections.values()), sections, items)


def report_length(report: Report) -> int:
    """The printed length of the report's opening words and sections."""
    return lengths(report).whole


def _opening(report: Report) -> int:
    return sum(_count(report.printed(text)) for text in report.preamble)


def _below(
    report: Report, key: str, above: _Path, items: Iterable[Item], found: dict[tuple[str, _Path], int]
) -> int:
    """The length of items with all below them, each of which is put down."""
    whole = 0
    for number, item in enumerate(items, start=1):
        path = (*above, number)
        found[key, path] = _own(report, item) + _below(report, key, path, item.items, found)
        whole += found[key, path]
    return whole


def _own(report: Report, part: Section | Item) -> int:
    return _count(report.printed(part.title)) + sum(_count(report.printed(text)) for text in part.paragraphs)


def _count(text: str) -> int:
    return sum(1 for _ in _COUNTED.finditer(text))
