"""How long a report is, in characters."""

from collections.abc import Iterable

from models.report import Item, Report, Section


def section_length(report: Report, section: Section) -> int:
    """The printed characters of a section, headings included, counted numbers and blanks not."""
    return _length(report, (section,))


def report_length(report: Report) -> int:
    """The printed characters of the report's opening words and sections."""
    opening = sum(_count(report.printed(text)) for text in report.preamble)
    return opening + _length(report, report.sections)


def _length(report: Report, pieces: Iterable[Section | Item]) -> int:
    return sum(
        _count(report.printed(piece.title))
        + sum(_count(report.printed(text)) for text in piece.paragraphs)
        + _length(report, piece.items)
        for piece in pieces
    )


def _count(text: str) -> int:
    return len("".join(text.split()))
