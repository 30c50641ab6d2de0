"""Which item of last year's report is which of this year's, and what of last year's was left out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.alignment import in_any_order, likeness
from models.editing import Path, part, paths
from models.report import Item, Report, Section

Texts = dict[Path, tuple[str, str]]
"""Heading and text of every item as printed, by path."""

_YEAR = re.compile(r"\d{4}\s*年度?|[\s\d]+")


@dataclass(frozen=True, slots=True)
class Matched:
    """Paths of this year's items with those of last year's, and those of last year's that have no item now."""

    pairs: dict[Path, Path]
    left_out: tuple[Path, ...]


def matched_items(report: Report, last: Report, key: str) -> Matched:
    """The items of a section side by side: by heading first, then those most alike, then those in the same place.

    Of an item that is left out with everything below it only the uppermost is named.
    """
    now, then = report.section(key), last.section(key)
    if then is None:
        return Matched({}, ())
    ours = _texts(report, now) if now else {}
    theirs = _texts(last, then)
    pairs = _by_heading(ours, theirs)
    pairs |= _by_likeness(_without(ours, pairs.keys()), _without(theirs, pairs.values()))
    pairs |= {path: path for path in ours if path not in pairs and path in _without(theirs, pairs.values())}
    found = set(pairs.values())
    left = (path for path in theirs if not any(one[: len(path)] == path for one in found))
    return Matched(pairs, tuple(_uppermost(left)))


def paragraphs_in(report: Report, key: str, path: Path) -> tuple[str, ...]:
    """The paragraphs of a place of a report as stored; the opening words' key is ""."""
    if not key:
        return report.preamble
    section = report.section(key)
    return part(section, path).paragraphs if section else ()


def _texts(report: Report, section: Section) -> Texts:
    return {path: _printed(report, part(section, path)) for path in paths(section)}


def _printed(report: Report, item: Section | Item) -> tuple[str, str]:
    return report.printed(item.title), "\n".join(map(report.printed, item.paragraphs))


def _by_heading(ours: Texts, theirs: Texts) -> dict[Path, Path]:
    """Equal headings, whatever year stands in them; of two alike the one on the same level, then the first."""
    left = dict(theirs)
    pairs = {}
    for path, (title, _) in ours.items():
        same = [one for one, (other, _) in left.items() if title and _plain(other) == _plain(title)]
        if same:
            pairs[path] = min(same, key=lambda one: (len(one) != len(path), one != path))
            del left[pairs[path]]
    return pairs


def _by_likeness(ours: Texts, theirs: Texts) -> dict[Path, Path]:
    """Those most alike in their heading or in their text."""
    here, there = list(ours), list(theirs)

    def is_like(old: int, new: int) -> float:
        (title, text), (last_title, last_text) = ours[here[new]], theirs[there[old]]
        by_title = likeness(last_title, title) if title else 0.0
        return max(by_title, likeness(last_text, text) if text else 0.0)

    found = in_any_order(len(there), len(here), is_like)
    return {here[new]: there[old] for new, old in found.items()}


def _without(texts: Texts, taken: Iterable[Path]) -> Texts:
    gone = set(taken)
    return {path: text for path, text in texts.items() if path not in gone}


def _plain(title: str) -> str:
    return _YEAR.sub("", title)


def _uppermost(left: Iterator[Path]) -> Iterator[Path]:
    """Those whose item above is not among them: in printing order it comes before what is below it."""
    named: list[Path] = []
    for path in left:
        if not any(path[: len(one)] == one for one in named):
            named.append(path)
            yield path
