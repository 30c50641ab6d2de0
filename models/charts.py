"""Which charts a report has: per section and subject its figures of two years, then the parts of its sums."""

from dataclasses import replace

from models.chart import Chart, ChartPage
from models.chart_pairs import Member, pair_charts
from models.chart_parts import part_charts
from models.report import Report

_PLAN = "plan"
"""What is planned for next year is no result to be compared."""
_OWN = "自定义指标"
"""The subject of indicators that the report made itself."""
ONLY_THIS = "这里的上年数都还没有填，只画了本年；填上以后就能比较。"


def chart_pages(report: Report) -> tuple[ChartPage, ...]:
    """The pages in the order of the report's sections, subjects as the catalogue has them; none without a figure.

    A page on which no two years and no parts can be seen is left out, unless the report has nothing else.
    """
    divided = list(part_charts(report))
    pages = [_page(report, key, members, divided) for key, members in _subjects(report).items()]
    drawn = [page for page in pages if page.charts]
    telling = [page for page in drawn if page.remarks or _tells(page)]
    return tuple(telling) or tuple(replace(page, remarks=(ONLY_THIS,)) for page in drawn)


def _subjects(report: Report) -> dict[tuple[str, str], list[Member]]:
    """The members of each section's subjects; sections in printing order."""
    order = {section.key: at for at, section in enumerate(report.sections)}
    found = [
        (indicator, figure)
        for figure in report.figures
        if (indicator := report.indicator(figure.indicator)) and indicator.section != _PLAN
    ]
    found.sort(key=lambda member: order.get(member[0].section, len(order)))
    subjects: dict[tuple[str, str], list[Member]] = {}
    for indicator, figure in found:
        subjects.setdefault((indicator.section, indicator.topic), []).append((indicator, figure))
    return subjects


def _page(
    report: Report, key: tuple[str, str], members: list[Member], divided: list[tuple[str, Chart | str]]
) -> ChartPage:
    section, topic = key
    here = {indicator.id for indicator, _ in members}
    found = [one for whole, one in divided if whole in here]
    pairs = pair_charts(topic or _OWN, report.year, members)
    parts = (one for one in found if isinstance(one, Chart))
    remarks = tuple(one for one in found if isinstance(one, str))
    return ChartPage(section, topic or _OWN, (*pairs, *parts), remarks)


def _tells(page: ChartPage) -> bool:
    return any(chart.whole or any(len(row.bars) > 1 for row in chart.rows) for chart in page.charts)
