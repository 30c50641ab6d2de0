"""How many pages a report takes and how its title is broken, told by the layout that prints it."""

from dataclasses import dataclass, replace
from itertools import takewhile

from exporters.profile import Profile, profile
from models.compose import compose
from models.document import AttachmentStart, Document, Imprint, Title
from models.normalise import normalise
from models.report import Report
from models.template import template
from models.title import printed_title


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of the text: its words without blanks, how many grid lines are filled and how many are left."""

    number: int
    words: str
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

    def page_of(self, paragraph: str, place: int) -> TextPage | None:
        """The page of the text on which a character of a paragraph stands; None where it is not found.

        `paragraph` is the text as the form shows it, `place` counts its characters.
        """
        words = _words(normalise(paragraph))
        whole = "".join(page.words for page in self.text)
        start = whole.find(words) if words else -1
        if start < 0:
            return None
        at = start + min(len(_words(paragraph[:place])), len(words) - 1)
        for page in self.text:
            if at < len(page.words):
                return page
            at -= len(page.words)
        return None


def paging(report: Report, rules: Profile | None = None) -> Paging:
    """The pages of a report by the rules of a profile, GB/T 9704-2012 unless told otherwise.

    Takes some milliseconds, the first time much longer.
    """
    from exporters.layout import lay_out  # opens the fonts

    document = compose(report, template(report.template))
    rules = rules or profile()
    text = lay_out(_text_alone(document), rules)
    pages = []
    for page in text.pages:
        lowest = max((placed.baseline_pt for placed in page.lines), default=rules.top_pt - 1.0)
        lines = int((lowest - rules.top_pt) // rules.line_pitch_pt) + 1
        words = _words("".join(placed.line.text for placed in page.lines))
        pages.append(TextPage(page.number, words, lines, rules.grid.lines - lines))
    return Paging(len(lay_out(document, rules).pages), tuple(pages), _automatic_title(report, rules))


def _automatic_title(report: Report, rules: Profile) -> tuple[str, ...]:
    from exporters.layout import block_strips

    untitled = replace(report, letterhead=replace(report.letterhead, title=""))
    strips = block_strips(Title(normalise(printed_title(untitled))), rules)
    return tuple(placed.line.text.strip() for strip in strips for placed in strip.lines)


def _text_alone(document: Document) -> Document:
    blocks = takewhile(lambda block: not isinstance(block, AttachmentStart), document.blocks)
    return replace(document, blocks=tuple(blocks), imprint=Imprint())


def _words(text: str) -> str:
    """Without blanks, which the end of a line swallows."""
    return "".join(text.split())
