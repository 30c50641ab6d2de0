"""How right a finished PDF is: measured on the file, with words for screen and command line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from exporters.profile import Profile
from models.document import Document

if TYPE_CHECKING:
    from exporters.measuring import LayoutReport


def layout_report(
    pdf: bytes, rules: Profile | None = None, document: Document | None = None
) -> "LayoutReport":
    """Measure a PDF file against a profile, GB/T 9704-2012 unless told otherwise.

    With the document, the text read back is compared with the one composed. Raises UserError for bytes that are no
    readable PDF.
    """
    from exporters.measuring import measure  # PDFium is loaded where there is a file to measure

    return measure(pdf, rules, document)


def layout_notes(report: "LayoutReport") -> Iterator[str]:
    """The summary, and the line of every rule that is broken."""
    yield report.summary
    yield from (one.line for one in report.failed)
