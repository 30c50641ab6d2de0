"""The body of a report: numbered lines become sections and items, other lines their paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from importers.lines import HeadingLine, heading_line
from models.linked_text import escape
from models.normalise import normalise
from models.numerals import chinese_number
from models.report import Item, Section
from models.template import Template


@dataclass(slots=True)
class _Node:
    """A heading with what stands below it, while the text is being read."""

    level: int
    heading: HeadingLine | None = None
    paragraphs: list[str] = field(default_factory=list)
    below: list["_Node"] = field(default_factory=list)


def read_sections(typed: Iterable[str], template: Template) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """The sections of the body in their order, and remarks on headings and numbers."""
    root = _tree(typed)
    keys = _Keys(template)
    sections = [_section(node, keys) for node in _sections_of(root)]
    return tuple(sections), (*keys.notes, *_miscounted(root))


def _tree(typed: Iterable[str]) -> _Node:
    """Headings nested by their level; a line without a number belongs to the heading above it."""
    root = _Node(0)
    open_nodes = [root]
    for line in typed:
        heading = heading_line(normalise(line), line)
        if heading is None:
            open_nodes[-1].paragraphs.append(line)
            continue
        while open_nodes[-1].level >= heading.level:
            open_nodes.pop()
        node = _Node(heading.level, heading, [heading.text] if heading.text else [])
        open_nodes[-1].below.append(node)
        open_nodes.append(node)
    return root


def _sections_of(root: _Node) -> list[_Node]:
    """The nodes of level 1; items before the first of them make a section without a title."""
    loose = [node for node in root.below if node.level > 1]
    sections = [node for node in root.below if node.level == 1]
    return [_Node(1, below=loose), *sections] if loose else sections


class _Keys:
    """Gives each section its key: a mandated one once each, then own_1, own_2, …"""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._used: set[str] = set()
        self.notes: list[str] = []

    def key(self, title: str) -> str:
        known = [one.key for one in self._template.sections if one.recognises(normalise(title))]
        free = [key for key in known if key not in self._used]
        own = f"own_{1 + sum(key.startswith('own_') for key in self._used)}"
        if known and not free:
            self.notes.append(f"“{title}”与前面的部分重复；文件里如有两份报告，请拆成两个文件分别导入。")
        elif title and not known:
            self.notes.append(f"“{title}”不在模板规定的部分之内，已作为单独的部分导入。")
        key = free[0] if free else own
        self._used.add(key)
        return key


def _section(node: _Node, keys: _Keys) -> Section:
    title, mark, text = _section_heading(node)
    below = node.below
    level = below[0].level if below and below[0].level in (2, 3) else 2
    return Section(
        key=keys.key(title),
        title=escape(title),
        paragraphs=tuple(
            map(escape, text + node.paragraphs[1 if node.heading and node.heading.text else 0 :])
        ),
        items=tuple(map(_item, below)),
        mark=mark,
        run_in=bool(text),
        level=level,
        continuous=_counts_on(below),
    )


def _section_heading(node: _Node) -> tuple[str, str, list[str]]:
    """Title, mark and text running on; a section's heading may be as long as it likes."""
    if node.heading is None:
        return "", "", []
    if node.heading.title:
        return node.heading.title, node.heading.mark, [node.heading.text] if node.heading.text else []
    title, stop, text = node.heading.text.partition("。")
    return title, stop, [text] if text else []


def _item(node: _Node) -> Item:
    heading = node.heading
    if heading is None:
        return Item(paragraphs=tuple(map(escape, node.paragraphs)), items=tuple(map(_item, node.below)))
    return Item(
        title=escape(heading.title),
        paragraphs=tuple(map(escape, node.paragraphs)),
        items=tuple(map(_item, node.below)),
        mark=heading.mark,
        run_in=bool(heading.text) or (heading.mark == "。" and not node.paragraphs and not node.below),
    )


def _counts_on(items: list[_Node]) -> bool:
    """Whether the headings below several items are numbered 1, 2, 3, … through the section."""
    groups = [[below.heading.number for below in item.below if below.heading] for item in items if item.below]
    numbers = [number for group in groups for number in group]
    return len(groups) > 1 and numbers == list(range(1, len(numbers) + 1))


def _miscounted(root: _Node) -> list[str]:
    """Remarks on numbers that printing will count otherwise."""
    notes = []
    for parent in _all(root):
        wrong = [
            (node.heading, count)
            for count, node in enumerate(parent.below, start=1)
            if node.heading and node.level <= 2 and node.heading.number != count
        ]
        notes += [
            f"“{heading.title or heading.text[:12]}”原文序号是“{chinese_number(heading.number)}”，"
            f"排版时按顺序编为“{chinese_number(count)}”。"
            for heading, count in wrong
        ]
    return notes


def _all(node: _Node) -> Iterable[_Node]:
    yield node
    for below in node.below:
        yield from _all(below)
