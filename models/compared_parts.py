"""A report's texts as the tree in which two states are compared: parts with a heading, paragraphs, parts below."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.compose import numbered
from models.editing import paths
from models.numbering import heading_number
from models.report import ATTACHMENTS, Attachment, Item, Report, Section

_OPENING = "正文开头"
_UNNUMBERED = "正文"
_TABLE = "统计表"


@dataclass(frozen=True, slots=True)
class Part:
    """The opening words, a section, an item, an attachment, or a single paragraph that stands or stood alone.

    `where` is its place in words, `heading` its title as printed without number and `mark`, `setting` how it is set
    where that is not as usual. Blank paragraphs, which are not printed, are left out.
    """

    section: str
    path: tuple[int, ...]
    where: str
    heading: str = ""
    mark: str = ""
    setting: str = ""
    paragraphs: tuple[str, ...] = ()
    parts: tuple["Part", ...] = ()
    is_paragraph: bool = False

    @property
    def text(self) -> str:
        """All of it, a text a line."""
        return "\n".join((self.heading, *self.paragraphs, *(part.text for part in self.parts)))

    @property
    def opening(self) -> str:
        """Its first words."""
        return next((line for line in self.text.split("\n") if line.strip()), "")

    def paragraph(self, at: int) -> "Part":
        """One of its paragraphs by itself."""
        place = f"第{at + 1}段" if len(self.paragraphs) > 1 else ""
        return Part(
            self.section,
            self.path,
            f"{self.where}{place}",
            paragraphs=(self.paragraphs[at],),
            is_paragraph=True,
        )


def opening_part(report: Report) -> Part:
    """What stands before the first section."""
    return Part("", (), _OPENING, paragraphs=_printed(report, report.preamble))


def section_parts(report: Report) -> tuple[Part, ...]:
    """The sections with all that is below them, in printing order."""
    return tuple(_sections(report))


def attachment_parts(report: Report) -> tuple[Part, ...]:
    """The attachments; a single one has no number on paper, but has one here."""
    return tuple(_attachment(report, number, one) for number, one in enumerate(report.attachments, start=1))


def _sections(report: Report) -> Iterator[Part]:
    count = 0
    for section in report.sections:
        count += bool(section.title)
        where = heading_number(1, count).rstrip("、") if section.title else _UNNUMBERED
        numbers = dict(zip(paths(section), (number for _, _, number in numbered(section)), strict=True))
        yield Part(
            section.key,
            (),
            where,
            report.printed(section.title),
            section.mark,
            _setting(section),
            _printed(report, section.paragraphs),
            _items(report, section.key, section.items, (), where, numbers),
        )


def _items(
    report: Report,
    key: str,
    items: tuple[Item, ...],
    above: tuple[int, ...],
    where: str,
    numbers: dict[tuple[int, ...], str],
) -> tuple[Part, ...]:
    made = []
    for count, item in enumerate(items, start=1):
        path = (*above, count)
        place = f"{where}{numbers[path]}"
        below = _items(report, key, item.items, path, place, numbers)
        paragraphs = _printed(report, item.paragraphs)
        heading = report.printed(item.title)
        made.append(Part(key, path, place, heading, item.mark, _setting(item), paragraphs, below))
    return tuple(made)


def _attachment(report: Report, number: int, attachment: Attachment) -> Part:
    return Part(
        ATTACHMENTS,
        (number,),
        f"附件{number}",
        attachment.title,
        setting=_TABLE if attachment.shows_figures else "",
        paragraphs=_printed(report, attachment.paragraphs),
    )


def _setting(part: Section | Item) -> str:
    """How heading and items are set, in words."""
    words = ["接排" if part.run_in else "独立成行"]
    if isinstance(part, Section):
        words.append(f"小标题从“{heading_number(part.level, 1)}”起")
        words += ["连续编号"] if part.continuous else []
    return "，".join(words)


def _printed(report: Report, stored: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for text in map(report.printed, stored) if text.strip())
