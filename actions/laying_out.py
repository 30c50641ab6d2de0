"""A report laid out for the screen, again and again while it is written: pages, counts and places of one layout."""

from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from actions.page_map import PageMap
from actions.paging import Paging, pages_of
from models.compose import compose
from models.length import Lengths, lengths
from models.report import Report
from models.template import template

if TYPE_CHECKING:
    from exporters.layout import Layout
    from exporters.profile import Profile
    from models.document import Document


@dataclass(frozen=True)
class LaidOut:
    """A state of a report, its pages, how long it is, and where its texts stand on them."""

    report: Report
    document: "Document"
    layout: "Layout"
    paging: Paging
    lengths: Lengths

    @cached_property
    def places(self) -> PageMap:
        """The way between texts and pages."""
        return PageMap(self.layout)

    def page_pdf(self, page: int) -> bytes:
        """One page (from 1) as a PDF of its own, drawn as the whole paper's is."""
        from exporters.pdf import draw

        stream = BytesIO()
        draw(
            replace(self.layout, pages=(self.layout.pages[page - 1],)), self.document, stream, is_small=False
        )
        return stream.getvalue()


class Typesetter:
    """Lays reports out and remembers the last one: what did not change is not set again. One thread at a time."""

    def __init__(self) -> None:
        from exporters.layout.memory import SetBlocks  # opens the fonts

        self._blocks = SetBlocks()

    def lay_out(self, report: Report, rules: "Profile") -> LaidOut:
        """The report by the rules of a profile; the first time takes much longer."""
        from exporters.layout import lay_out

        document = compose(report, template(report.template))
        self._blocks.begin(rules)
        layout = lay_out(document, rules, self._blocks)
        paging = pages_of(report, document, layout, self._blocks)
        return LaidOut(report, document, layout, paging, lengths(report))
