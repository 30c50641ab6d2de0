"""Numbers that Word counts by itself, written out as if they were typed (ECMA-376, 17.9)."""

import re
from dataclasses import dataclass

from importers.counting import SILENT, counted
from importers.word_styles import Styles
from importers.word_xml import Element, child, is_on, number, place, value, w

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts: `restart` is the level above which it begins anew, None for any above."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    is_decimal: bool = False
    restart: int | None = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A list: whose counts it shares, its levels, and the counts with which it begins anew."""

    counts: str
    levels: dict[int, _Level]
    begins: dict[int, int]


class Numbering:
    """Asked paragraph by paragraph in their order; counts as it goes."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if root is None else _lists(root, styles)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def next_number(self, paragraph: Element) -> str:
        """The number before a paragraph as printed: 一、 （二） 3. 第四条; "" where it has none."""
        where = self._place(paragraph)
        if where is None:
            return ""
        list_id, at = where
        found = self._lists[list_id]
        counts = self._counts.setdefault(found.counts, {})
        self._count(list_id, found, counts, at)
        level = found.levels[at]
        if level.format in SILENT:
            return ""
        return _PLACE.sub(lambda match: _written(found.levels, counts, int(match[1]) - 1, level), level.text)

    def _place(self, paragraph: Element) -> tuple[int, int] | None:
        """The paragraph's list and level: its own, else its style's; list 0 means none."""
        style = value(paragraph, "pPr", "pStyle")
        own = child(paragraph, "pPr", "numPr")
        from_style = self._styles.numbering(style)
        list_id = number(own, "numId")
        list_id = from_style[0] if list_id is None else list_id
        if not list_id or list_id not in self._lists:
            return None
        level = number(own, "ilvl")
        if level is None:
            levels = self._lists[list_id].levels
            of_style = next((at for at, one in levels.items() if style and one.style == style), None)
            level = of_style if of_style is not None else from_style[1] or 0
        return (list_id, level) if level in self._lists[list_id].levels else None

    def _count(self, list_id: int, found: _List, counts: dict[int, int], at: int) -> None:
        if at in found.begins and (list_id, at) not in self._begun:
            counts[at] = found.begins[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else found.levels[at].start
        self._begun.add((list_id, at))
        for above in range(at):
            counts.setdefault(above, found.levels[above].start if above in found.levels else 1)
        for below in [one for one in counts if one > at]:
            restart = found.levels[below].restart if below in found.levels else None
            if restart is None or at < restart:
                del counts[below]


def _written(levels: dict[int, _Level], counts: dict[int, int], at: int, shown_in: _Level) -> str:
    level = levels.get(at, _Level())
    return counted(counts.get(at, level.start), "decimal" if shown_in.is_decimal else level.format)


def _lists(root: Element, styles: Styles) -> dict[int, _List]:
    kinds = {one.get(w("abstractNumId"), ""): one for one in root.findall(w("abstractNum"))}
    lists = {place(one, "numId"): one for one in root.findall(w("num"))}
    found = {}
    for list_id, one in lists.items():
        kind = _kind_of(one, kinds, lists, styles)
        if kind is None:
            continue
        levels = _levels(kind)
        begins = {}
        for override in one.findall(w("lvlOverride")):
            at = place(override, "ilvl")
            levels |= _levels(override)
            start = number(override, "startOverride")
            if start is not None:
                begins[at] = start
        found[list_id] = _List(kind.get(w("abstractNumId"), ""), levels, begins)
    return found


def _kind_of(
    one: Element, kinds: dict[str, Element], lists: dict[int, Element], styles: Styles
) -> Element | None:
    """What declares a list's levels; it may lead there by way of a style."""
    kind = kinds.get(value(one, "abstractNumId"))
    linked = value(kind, "numStyleLink")
    if linked:
        list_id, _ = styles.numbering(linked)
        kind = kinds.get(value(lists.get(list_id or 0), "abstractNumId"))
    return kind


def _levels(parent: Element) -> dict[int, _Level]:
    found = {}
    for one in parent.findall(w("lvl"))[:_LEVELS]:
        start = number(one, "start")
        found[place(one, "ilvl")] = _Level(
            start=1 if start is None else start,
            format=value(one, "numFmt") or "decimal",
            text=value(one, "lvlText"),
            is_decimal=is_on(one, "isLgl"),
            restart=number(one, "lvlRestart"),
            style=value(one, "pStyle"),
        )
    return found
