"""How many pages a report takes and how its title is broken, told by the layout that prints it."""

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from exporters.profile import Profile
from models.compose import compose
from models.document import AttachmentStart, Document, Imprint, Title
from models.normalise import normalise
from models.report import Report
from models.template import template
from models.title import printed_title

if TYPE_CHECKING:
    from exporters.layout import Layout, SetBlock


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of the text: how many grid lines are filled and how many are left."""

    number: int
    lines: int
    lines_left: int


@dataclass(frozen=True, slots=True)
class Paging:
    """The whole paper has `pages`; `text` are those of the text itself, before any attachment and imprint.

    `title`: the lines of the title that is printed while the clerk gives none, as they are broken on paper.
    """

    pages: int
    text: tuple[TextPage, ...]
    title: tuple[str, ...]


def paging(report: Report, rules: Profile | None = None) -> Paging:
    """The pages of a report by the rules of a profile, GB/T 9704-2012 unless told otherwise.

    Takes some milliseconds, the first time much longer.
    """
    from exporters.layout import lay_out, set_block  # opens the fonts

    document = compose(report, template(report.template))
    return pages_of(report, document, lay_out(document, rules), set_block)


def pages_of(report: Report, document: Document, layout: "Layout", set_block: "SetBlock") -> Paging:
    """The pages of a report that is laid out already; `set_block` sets the blocks of its text once more, alone."""
    from exporters.layout import lay_out

    rules = layout.profile
    text = lay_out(_text_alone(document), rules, set_block)
    pages = []
    for page in text.pages:
        lowest = max((placed.baseline_pt for placed in page.lines), default=rules.top_pt - 1.0)
        lines = int((lowest - rules.top_pt) // rules.line_pitch_pt) + 1
        pages.append(TextPage(page.number, lines, rules.grid.lines - lines))
    return Paging(len(layout.pages), tuple(pages), _automatic_title(report, rules, set_block))


def _automatic_title(report: Report, rules: Profile, set_block: "SetBlock") -> tuple[str, ...]:
    untitled = replace(report, letterhead=replace(report.letterhead, title=""))
    strips = set_block(Title(normalise(printed_title(untitled))), rules)
    return tuple(placed.line.text.strip() for strip in strips for placed in strip.lines)


def _text_alone(document: Document) -> Document:
    blocks = takewhile(lambda block: not isinstance(block, AttachmentStart), document.blocks)
    return replace(document, blocks=tuple(blocks), imprint=Imprint())
