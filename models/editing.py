"""The clerk's moves in a section: titles, headings, paragraphs; items added, deleted, moved.

Items are addressed by path: (1,) the first, (1, 2) the second below it, () the section itself. Every function
gives a new report in which nothing else differs; a section not yet begun is begun as its template has it. A text
that was carried over from last year waits (`is_carried`) until it is changed here or found to hold still.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import is_
from typing import TypeVar

from models.atoms import visible
from models.linked_text import escape, relinked
from models.numerals import CHARACTERS
from models.report import Attachment, Item, Report, Section
from models.template import fill, template

Path = tuple[int, ...]
_Part = TypeVar("_Part", Section, Item)
_Text = TypeVar("_Text", Section, Item, Attachment)

_SECTION_LEVEL = 1
_COUNTED = f"[{CHARACTERS}]{{1,4}}"
_NUMBERS = (
    re.compile(rf"{_COUNTED}、"),
    re.compile(rf"[（(]\s*{_COUNTED}\s*[）)]"),
    re.compile(r"[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|、)"),
    re.compile(r"[（(]\s*[0-9０-９]{1,2}\s*[）)]"),
)
"""The numbers a heading may have been typed with, by level: 一、 （一） 1. （1） (GB/T 9704-2012 §7.3.3)."""


def section_of(report: Report, key: str) -> Section:
    """A section of the report; one not yet begun as its template would begin it."""
    begun = report.section(key)
    if begun is not None:
        return begun
    declared = template(report.template).section(key)
    organ = "、".join(report.letterhead.organs)
    return Section(key, fill(declared.title, report.year, organ) if declared else "")


def paths(section: Section) -> Iterator[Path]:
    """The paths of all items, in printing order."""
    return _paths(section.items, ())


def part(section: Section, path: Path) -> Section | Item:
    """The section itself or one of its items. Raises IndexError where there is none."""
    found: Section | Item = section
    for count in path:
        found = found.items[count - 1]
    return found


def followed(before: Section, after: Section, path: Path) -> Path:
    """Where the item is in a section that had this path in it before; the path itself where it is not found again."""
    if path not in set(paths(before)):
        return path
    item, there = part(before, path), list(paths(after))
    if path in there and part(after, path) == item:
        return path
    return next((one for one in there if part(after, one) == item), path)


def with_section_title(report: Report, key: str, title: str) -> Report:
    """The report with a section called otherwise."""
    section = section_of(report, key)
    titled = replace(section, title=_retyped(report, section, title, _SECTION_LEVEL))
    return _with(report, _touched(section, titled))


def with_heading(report: Report, key: str, path: Path, title: str) -> Report:
    """The report with an item's heading changed; the mark behind it stays."""
    level = level_of(section_of(report, key), path)
    return _change_item(
        report,
        key,
        path,
        lambda item: _touched(item, replace(item, title=_retyped(report, item, title, level))),
    )


def with_paragraphs(report: Report, key: str, path: Path, paragraphs: tuple[str, ...]) -> Report:
    """The report with the paragraphs of an item, or of the section itself, replaced."""
    if not path:
        section = section_of(report, key)
        return _with(report, _touched(section, replace(section, paragraphs=paragraphs)))
    return _change_item(report, key, path, lambda item: _touched(item, replace(item, paragraphs=paragraphs)))


def with_preamble(report: Report, paragraphs: tuple[str, ...]) -> Report:
    """The report with other opening words."""
    is_carried = report.is_preamble_carried and paragraphs == report.preamble
    return replace(report, preamble=paragraphs, is_preamble_carried=is_carried)


def with_attachment(report: Report, number: int, attachment: Attachment) -> Report:
    """The report with its attachment `number` (from 1) replaced."""
    old, at = report.attachments[number - 1], number - 1
    changed = _touched(old, attachment)
    return replace(report, attachments=(*report.attachments[:at], changed, *report.attachments[at + 1 :]))


def confirmed(report: Report, key: str, path: Path) -> Report:
    """The report with a carried text found to hold still, and an item's with all that is below it."""
    if not path:
        return _with(report, replace(section_of(report, key), is_carried=False))
    return _change_item(report, key, path, _settled)


def with_waiting(report: Report, key: str, path: Path) -> Report:
    """The report with a text of which something came from last year: it waits until somebody looks at it."""
    if not path:
        return _with(report, replace(section_of(report, key), is_carried=True))
    return _change_item(report, key, path, lambda item: replace(item, is_carried=True))


def with_new_item(report: Report, key: str, path: Path, title: str = "") -> Report:
    """The report with an empty item put in so that it has this path; it looks like its neighbour."""
    section = section_of(report, key)
    siblings = part(section, path[:-1]).items
    neighbour = siblings[min(path[-1], len(siblings)) - 1] if siblings else Item()
    fresh = Item(
        escape(heading_text(title, neighbour.mark, level_of(section, path))),
        mark=neighbour.mark,
        run_in=neighbour.run_in,
    )
    return _with(report, _put_in(section, path, fresh))


def with_item_begun(report: Report, key: str, path: Path) -> Report:
    """The report with the item that is being written; a section without items is shown with a blank one."""
    if not path or section_of(report, key).items:
        return report
    return with_new_item(report, key, path)


def without_blank_item(report: Report, key: str, path: Path) -> Report:
    """The report without an only item in which everything written was deleted again: it is a blank one once more."""
    items = section_of(report, key).items
    is_nothing = len(items) == 1 and not items[0].title and is_blank(items[0])
    return without_item(report, key, path) if path and is_nothing else report


def without_item(report: Report, key: str, path: Path) -> Report:
    """The report without an item and what is below it."""
    return _with(report, _take_out(section_of(report, key), path)[0])


def with_item_moved(report: Report, key: str, path: Path, target: Path) -> Report:
    """The report with an item taken out and put in again so that it then has the path `target`.

    `target` counts without the item, so moving back from `target` to `path` gives the report as it was.
    """
    rest, item = _take_out(section_of(report, key), path)
    return _with(report, _put_in(rest, target, item))


def path_after_removal(path: Path, removed: Path) -> Path:
    """The path an item has once another, not above it, has been taken out."""
    depth = len(removed) - 1
    if len(path) > depth and path[:depth] == removed[:depth] and path[depth] > removed[depth]:
        return (*path[:depth], path[depth] - 1, *path[depth + 1 :])
    return path


def with_titles_printed(report: Report, whole: _Part) -> _Part:
    """A section or item as forms show it: headings with their figures filled in, texts as stored.

    What holds no such heading stays the same object: the window knows by that which item was moved.
    """
    title = report.printed(whole.title)
    items = tuple(with_titles_printed(report, item) for item in whole.items)
    if title == whole.title and all(map(is_, items, whole.items)):
        return whole
    return replace(whole, title=title, items=items)


def is_blank(whole: Section | Item) -> bool:
    """Whether nothing is written below the heading."""
    return not whole.paragraphs and not whole.items


def paragraphs_of(lines: str) -> tuple[str, ...]:
    """An editor's lines as paragraphs: empty lines are none, and what cannot be seen is not stored."""
    return tuple(line for line in visible(lines).split("\n") if line.strip())


def lines_of(paragraphs: tuple[str, ...]) -> str:
    """Paragraphs as an editor's lines."""
    return "\n".join(paragraphs)


def level_of(section: Section, path: Path) -> int:
    """The heading level of an item, of the section itself for ()."""
    return section.level + len(path) - 1 if path else _SECTION_LEVEL


def heading_text(typed: str, mark: str, level: int = 0) -> str:
    """A heading on one line, without the number and the mark that are printed beside it anyway.

    Only a number of the level's own form goes: in a heading counted （一） the words 一、 belong to the clerk.
    """
    text = " ".join(visible(typed).split())
    number = _NUMBERS[min(level, len(_NUMBERS)) - 1].match(text) if level else None
    return text[number.end() if number else 0 :].lstrip().removesuffix(mark)


def _touched(old: _Text, new: _Text) -> _Text:
    """What the clerk changed waits no longer; what he left as it was still does."""
    return old if new == old else replace(new, is_carried=False)


def _settled(item: Item) -> Item:
    return replace(item, is_carried=False, items=tuple(map(_settled, item.items)))


def _retyped(report: Report, whole: Section | Item, typed: str, level: int) -> str:
    """A heading typed in a form, which shows no links, as stored."""
    return relinked(whole.title, heading_text(typed, whole.mark, level), report.show)


def _paths(items: tuple[Item, ...], above: Path) -> Iterator[Path]:
    for count, item in enumerate(items, start=1):
        yield (*above, count)
        yield from _paths(item.items, (*above, count))


def _with(report: Report, section: Section) -> Report:
    order = tuple(declared.key for declared in template(report.template).sections)
    return report.with_section(section, order)


def _change_item(report: Report, key: str, path: Path, change: Callable[[Item], Item]) -> Report:
    section, item = _take_out(section_of(report, key), path)
    return _with(report, _put_in(section, path, change(item)))


def _take_out(whole: _Part, path: Path) -> tuple[_Part, Item]:
    """What is left, and the item that stood at `path`."""
    at: int = path[0] - 1
    items: tuple[Item, ...] = whole.items
    if len(path) == 1:
        return replace(whole, items=(*items[:at], *items[at + 1 :])), items[at]
    below, item = _take_out(items[at], path[1:])
    return replace(whole, items=(*items[:at], below, *items[at + 1 :])), item


def _put_in(whole: _Part, path: Path, item: Item) -> _Part:
    at: int = path[0] - 1
    items: tuple[Item, ...] = whole.items
    if len(path) == 1:
        return replace(whole, items=(*items[:at], item, *items[at:]))
    return replace(whole, items=(*items[:at], _put_in(items[at], path[1:], item), *items[at + 1 :]))
