"""What a report is called on paper."""

from models.report import Report
from models.template import fill, templates

_USUAL = "{organ}关于{year}年度法治政府建设情况的报告"


def printed_title(report: Report) -> str:
    """The letterhead's title, else the template's with year and organs filled in.

    Joint organs stand side by side, set off by a blank. A template this program does not have gives way to
    the usual title; an organ not yet known is left out.
    """
    if report.letterhead.title.strip():
        return report.letterhead.title
    known = templates().get(report.template)
    organs = " ".join(organ for organ in report.letterhead.organs if organ)
    return fill(known.title if known else _USUAL, report.year, organs).strip()
