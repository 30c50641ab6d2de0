"""The year a report is about, and what follows from it."""

from dataclasses import replace

from models.dates import YEARS
from models.errors import UserError
from models.letterhead import SEPARATOR
from models.report import Report, Section
from models.template import fill, template


def year_of(text: str) -> int:
    """A typed year; raises UserError for what is none that a report can be about."""
    text = text.strip()
    if text.isascii() and text.isdigit() and int(text) in YEARS:
        return int(text)
    raise UserError(
        f"“{text}”不能作年度，没有采用；请写 {YEARS.start} 到 {YEARS.stop - 1} 之间的年份，如 2026。"
    )


def with_year(report: Report, year: int) -> Report:
    """The report about another year. Headings and opening words that are still the template's follow it."""
    kind, organ = template(report.template), SEPARATOR.join(report.letterhead.organs)
    declared = {section.key: section.title for section in kind.sections}

    def dated(section: Section) -> Section:
        title = declared.get(section.key, "")
        follows = section.title == fill(title, report.year)
        return replace(section, title=fill(title, year)) if follows else section

    sections = tuple(map(dated, report.sections))
    follows = report.preamble == (fill(kind.preamble, report.year, organ),)
    preamble = (fill(kind.preamble, year, organ),) if follows else report.preamble
    return replace(report, year=year, sections=sections, preamble=preamble)
