"""The clerk's manual as the program knows it: its pages in their order, and what is said where."""

import re
from dataclasses import dataclass
from functools import cache

import resources

CONTENTS = "README"
"""The page that lists all others; its links are their order."""

_LINK = re.compile(r"^- \[([^\]]+)\]\((\w+)\.md\)", re.MULTILINE)
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\[([^\]]+)\]\([^)]+\)|\*\*|^#+ |^[-*>] |^\d+\. |`|^\||\|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ManualPage:
    """A page: the name of its file without the ending, its title, its text as Markdown."""

    name: str
    title: str
    text: str

    @property
    def headings(self) -> tuple[str, ...]:
        """The titles of its parts, from top to bottom."""
        return tuple(re.findall(r"^## (.+)$", self.text, re.MULTILINE))


@dataclass(frozen=True, slots=True)
class ManualHit:
    """A line in which all words were found, and the part of the page it stands in, "" for its beginning."""

    page: ManualPage
    heading: str
    line: str


@cache
def manual_pages() -> tuple[ManualPage, ...]:
    """All pages in the order of the contents, which come first.

    Raises OSError where a page is missing.
    """
    contents = _read(CONTENTS)
    listed = (ManualPage(name, title, _read(name)) for title, name in dict.fromkeys(_LINK.findall(contents)))
    return (ManualPage(CONTENTS, "怎样用", contents), *listed)


def search_manual(words: str) -> tuple[ManualHit, ...]:
    """Every line with all the words in it, page by page; none for blanks only."""
    wanted = words.casefold().split()
    if not wanted:
        return ()
    return tuple(
        hit
        for page in manual_pages()
        for hit in _lines(page)
        if all(word in hit.line.casefold() for word in wanted)
    )


def plain_line(line: str) -> str:
    """A line of Markdown as it is read: without its marks, pictures gone."""
    return _MARKS.sub(lambda found: found[1] or "", _PICTURE.sub("", line)).replace(" | ", "　").strip()


def _lines(page: ManualPage) -> list[ManualHit]:
    hits, heading = [], ""
    for line in page.text.splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        if plain := plain_line(line):
            hits.append(ManualHit(page, heading, plain))
    return hits


def _read(name: str) -> str:
    return resources.manual_path(f"{name}.md").read_text(encoding="utf-8")
