"""An item made into two, two made into one, and an item moved to the level above or below."""

from models.editing import (
    Path,
    part,
    section_of,
    with_item_moved,
    with_new_item,
    with_paragraphs,
    without_item,
)
from models.linked_text import escape
from models.report import Item, Report


def with_item_split(
    report: Report, key: str, path: Path, before: tuple[str, ...], behind: tuple[str, ...]
) -> Report:
    """The report with an item that keeps the paragraphs `before`; a new one behind it takes the rest.

    What is below the item stood behind its paragraphs, so it goes with the new one.
    """
    item = part(section_of(report, key), path)
    new = (*path[:-1], path[-1] + 1)
    report = with_new_item(with_paragraphs(report, key, path, before), key, new)
    report = with_paragraphs(report, key, new, behind)
    for count in range(1, len(item.items) + 1):
        report = with_item_moved(report, key, (*path, 1), (*new, count))
    return report


def can_merge(report: Report, key: str, path: Path) -> bool:
    """Whether an item can take up the next one: there is one, and nothing below stands between their paragraphs."""
    section = section_of(report, key)
    siblings = part(section, path[:-1]).items
    return bool(path) and path[-1] < len(siblings) and not siblings[path[-1] - 1].items


def with_items_merged(report: Report, key: str, path: Path) -> Report:
    """The report with the next item's paragraphs behind an item's own; its heading goes before the first of them."""
    section = section_of(report, key)
    following = (*path[:-1], path[-1] + 1)
    one, other = part(section, path), part(section, following)
    assert isinstance(other, Item)
    report = with_paragraphs(report, key, path, (*one.paragraphs, *_with_heading(other)))
    for count in range(1, len(other.items) + 1):
        report = with_item_moved(report, key, (*following, 1), (*path, count))
    return without_item(report, key, following)


def raised(path: Path) -> Path | None:
    """Where an item goes that moves one level up: behind the one it was below; None for one that is at the top."""
    return (*path[:-2], path[-2] + 1) if len(path) > 1 else None


def lowered(report: Report, key: str, path: Path) -> Path | None:
    """Where an item goes that moves one level down: last below the one before it; None where there is none."""
    if not path or path[-1] == 1:
        return None
    above = (*path[:-1], path[-1] - 1)
    return (*above, len(part(section_of(report, key), above).items) + 1)


def _with_heading(item: Item) -> tuple[str, ...]:
    if not item.title:
        return item.paragraphs
    heading = f"{item.title}{escape(item.mark or '。')}"
    return (heading + item.paragraphs[0], *item.paragraphs[1:]) if item.paragraphs else (heading,)
