"""The table of a report's figures: this year, last year, change, where from."""

from collections.abc import Iterator
from decimal import Decimal

from models.change import change, with_direction
from models.document import Align, Cell, Column, Group, Table
from models.indicator import Indicator, Kind
from models.normalise import normalise
from models.quantity import Quantity, plain
from models.report import Figure, Report
from models.template import Template, fill

_COLUMNS = (
    Column("序号", 8, Align.CENTER),
    Column("指标", 33),
    Column("单位", 11, Align.CENTER),
    Column("本年", 14, Align.RIGHT),
    Column("上年", 14, Align.RIGHT),
    Column("增减", 19, Align.RIGHT),
    Column("增减幅度", 14, Align.RIGHT),
    Column("来源单位", 32, is_internal=True),
    Column("备注", 10, is_internal=True),
)
_EMPTY = Cell("")


def statistics_table(report: Report, template: Template) -> Table:
    """All figures with an amount, grouped by section in the order of the report."""
    rows: list[tuple[Cell, ...] | Group] = []
    number = 0
    for title, figures in _groups(report, template):
        rows.append(Group(title))
        for indicator, figure in figures:
            number += 1
            rows.append(_row(number, indicator, figure))
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


def _row(number: int, indicator: Indicator, figure: Figure) -> tuple[Cell, ...]:
    changed = change(indicator, figure)
    return (
        Cell(str(number), Decimal(number), "0"),
        Cell(indicator.name),
        Cell(indicator.unit),
        _amount(indicator, figure.value),
        _amount(indicator, figure.last),
        _difference(indicator, changed.difference) if changed else _EMPTY,
        _percentage(changed.percent) if changed and changed.percent is not None else _EMPTY,
        Cell(figure.department or indicator.department),
        Cell(figure.note),
    )


def _amount(indicator: Indicator, quantity: Quantity | None) -> Cell:
    """An amount as a typed number; 余, 约 and the like stand in its format, so that it stays a number."""
    if quantity is None:
        return _EMPTY
    if indicator.kind is Kind.DATE:
        return Cell(quantity.surface)
    digits = _digits(quantity.value)
    if quantity.percent:
        scale = 1000 if quantity.percent == "‰" else 100
        return _cell(quantity.surface, quantity.value / scale, f"0{_decimals(digits)}%", quantity)
    return _cell(quantity.surface, quantity.value, f"#,##0{_decimals(digits)}", quantity)


def _cell(text: str, number: Decimal, number_format: str, quantity: Quantity) -> Cell:
    before = f'"{quantity.before}"' if quantity.before else ""
    behind = f"{quantity.middle}{quantity.after}{quantity.tail}"
    return Cell(text, number, f'{before}{number_format}"{behind}"' if behind else f"{before}{number_format}")


def _digits(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _decimals(digits: int) -> str:
    return f".{'0' * digits}" if digits else ""


def _difference(indicator: Indicator, difference: Decimal) -> Cell:
    """Of two rates the difference is in 百分点, never % (GB/T 15835-2011 usage)."""
    pattern = f"#,##0{_decimals(_digits(difference))}"
    point = "百分点" if indicator.unit in ("%", "‰") else ""
    text = f"{'+' if difference > 0 else ''}{plain(difference)}{point}" if difference else "0"
    suffix = f'"{point}"' if point else ""
    return Cell(text, difference, f"+{pattern}{suffix};-{pattern}{suffix};0")


def _percentage(percent: Decimal) -> Cell:
    return Cell(f"{percent:+f}%", percent / 100, "+0.00%;-0.00%;0.00%")
