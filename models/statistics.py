"""The table of a report's figures: this year, last year, change, where from."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from models.change import with_direction
from models.document import Align, Cell, Column, Group, Shown, Table
from models.exchange import ID_TITLE
from models.figure_cells import amount_cell, difference_cell, percent_cell
from models.indicator import Indicator
from models.normalise import normalise
from models.report import Figure, Report
from models.template import Template, fill
from models.totals import totals

_COLUMNS = (
    Column("序号", 8, Align.CENTER),
    Column(ID_TITLE, 14, shown=Shown.HIDDEN),
    Column("指标", 30),
    Column("单位", 11, Align.CENTER),
    Column("本年", 14, Align.RIGHT, is_open=True),
    Column("上年", 14, Align.RIGHT, is_open=True),
    Column("增减", 18, Align.RIGHT),
    Column("增减幅度", 14, Align.RIGHT),
    Column("来源单位", 33, is_internal=True, is_open=True),
    Column("依据", 18, is_internal=True, shown=Shown.WORKBOOK, is_open=True),
    Column("备注", 13, is_internal=True, is_open=True),
)


def statistics_table(report: Report, template: Template) -> Table:
    """All figures with an amount as the paper prints them, grouped by section in the order of the report."""
    return printed_table(figures_table(report, template))


def printed_table(table: Table) -> Table:
    """A table of figures without the columns that only a workbook has."""
    return table.keeping(lambda column: column.shown is Shown.EVERYWHERE)


def figures_table(report: Report, template: Template) -> Table:
    """The same with all that the workbook shows: the indicators' ids and the evidence beside them."""
    sums = totals(report)
    rows: list[tuple[Cell, ...] | Group] = []
    number = 0
    for title, figures in _groups(report, template):
        rows.append(Group(title))
        for indicator, figure in figures:
            number += 1
            rows.append(_row(number, indicator, figure, sums))
    return Table(f"{report.year}年法治政府建设统计表", _COLUMNS, tuple(rows))


def _groups(report: Report, template: Template) -> Iterator[tuple[str, list[tuple[Indicator, Figure]]]]:
    known = [
        (indicator, with_direction(report, figure))
        for figure in report.figures
        if (figure.value or figure.last) and (indicator := report.indicator(figure.indicator))
    ]
    keys = list(
        dict.fromkeys([section.key for section in report.sections] + [one.section for one, _ in known])
    )
    for key in keys:
        members = [pair for pair in known if pair[0].section == key]
        if members:
            yield _section_title(report, template, key), members


def _section_title(report: Report, template: Template, key: str) -> str:
    section, declared = report.section(key), template.section(key)
    if section and section.title:
        return normalise(report.printed(section.title))
    return fill(declared.title, report.year) if declared else "其他"


def _origin(figure: Figure) -> str:
    """The file this year's amount was taken over from, and when."""
    return f"{figure.source}（{figure.received}）" if figure.source else ""


def _row(number: int, indicator: Indicator, figure: Figure, sums: Mapping[str, str]) -> tuple[Cell, ...]:
    return (
        Cell(str(number), Decimal(number), "0"),
        Cell(indicator.id),
        Cell(indicator.name),
        Cell(indicator.unit),
        amount_cell(indicator, figure, sums),
        amount_cell(indicator, figure, sums, is_last=True),
        difference_cell(indicator, figure),
        percent_cell(indicator, figure),
        Cell(figure.department or indicator.department),
        Cell(figure.evidence or _origin(figure)),
        Cell(figure.note),
    )
