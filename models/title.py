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


def title_in_one_line(report: Report) -> str:
    """The title without the clerk's line breaks, for lists, file names and websites.

    Between two issuing organs a break has stood for the blank that sets them off.
    """
    whole, organs = "", report.letterhead.organs
    for line in printed_title(report).split("\n"):
        parts_organs = any(whole.endswith(one) for one in organs) and any(map(line.startswith, organs))
        whole += f" {line}" if parts_organs else line
    return whole
