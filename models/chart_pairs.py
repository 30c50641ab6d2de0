"""Two years side by side: which of a subject's figures stand on one axis.

Amounts of one unit and of like size share a chart, so that 179 and 6,820,000 never do; rates have charts of their own.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from math import ceil

from models.chart import Bar, Chart, ChartKind, ChartRow
from models.chart_words import change_words, comparable, label, percent_sign
from models.indicator import Indicator, Kind
from models.report import Figure
from models.target import Year

_MOST_ROWS = 12
"""Of one chart: more do not fit a page."""
_LIKE = 30
"""How many times the smallest row of a chart its largest may be, so that every bar can be seen."""

Member = tuple[Indicator, Figure]
_Counted = tuple[str, ChartRow]


def pair_charts(subject: str, year: int, members: Iterable[Member]) -> tuple[Chart, ...]:
    """The charts of a subject's figures: counts by unit and size, single ones put together, then the rates."""
    counts: list[_Counted] = []
    rates: dict[str, list[ChartRow]] = {}
    for indicator, figure in members:
        if indicator.kind in (Kind.DATE, Kind.CHANGE) or not (figure.value or figure.last):
            continue
        row = pair_row(indicator, figure)
        sign = next(percent_sign(indicator, one) for one in (figure.value, figure.last) if one)
        if sign:
            rates.setdefault(sign, []).append(row)
        else:
            counts.append((indicator.unit, row))
    named = [(ChartKind.COUNTS, unit, group) for unit, group in _count_groups(counts)]
    named += [(ChartKind.RATES, sign, group) for sign, rows in rates.items() for group in evenly(rows)]
    return tuple(_titled(subject, year, named))


def pair_row(indicator: Indicator, figure: Figure) -> ChartRow:
    """An indicator's bars: last year's above this year's, or the one that can be drawn."""
    years: tuple[Year, ...] = (Year.LAST, Year.THIS)
    if figure.value and figure.last and not comparable(indicator, figure):
        years = (Year.THIS,)
    bars = tuple(
        Bar(year, amount.value, label(indicator, amount)) for year in years if (amount := year.amount(figure))
    )
    return ChartRow(indicator.id, indicator.name, bars, change_words(indicator, figure))


def evenly(rows: Sequence[ChartRow]) -> Iterator[tuple[ChartRow, ...]]:
    """Rows in parts of nearly the same length, none longer than a chart may be."""
    parts = ceil(len(rows) / _MOST_ROWS)
    for part in range(parts):
        yield tuple(rows[len(rows) * part // parts : len(rows) * (part + 1) // parts])


def _count_groups(counts: Sequence[_Counted]) -> Iterator[tuple[str, tuple[ChartRow, ...]]]:
    """By unit and size; what is alone in its group joins others of its size, whatever their units ("" then)."""
    lone: list[_Counted] = []
    for unit in dict.fromkeys(unit for unit, _ in counts):
        for group in _by_size([one for one in counts if one[0] == unit]):
            if len(group) == 1:
                lone += group
                continue
            for rows in evenly([row for _, row in group]):
                yield unit, rows
    for group in _by_size(lone):
        units = {unit for unit, _ in group}
        for rows in evenly([row for _, row in group]):
            yield units.pop() if len(units) == 1 else "", rows


def _by_size(members: Sequence[_Counted]) -> Iterator[list[_Counted]]:
    """Groups of like size, the largest first, each in the order it came in; nought goes with the smallest."""
    ordered = sorted(members, key=lambda one: one[1].size, reverse=True)
    groups: list[list[_Counted]] = []
    most = Decimal(0)
    for one in ordered:
        if not groups or 0 < one[1].size * _LIKE < most:
            groups.append([])
            most = one[1].size
        groups[-1].append(one)
    order = {row.indicator: at for at, (_, row) in enumerate(members)}
    return (sorted(group, key=lambda one: order[one[1].indicator]) for group in groups)


def _titled(
    subject: str, year: int, groups: Sequence[tuple[ChartKind, str, tuple[ChartRow, ...]]]
) -> Iterator[Chart]:
    """复议与应诉：2025年与上年比较（单位：件，1/2）."""
    seen: dict[str, int] = {}
    for kind, unit, rows in groups:
        total = sum(other == unit for _, other, _ in groups)
        seen[unit] = seen.get(unit, 0) + 1
        has_both = any(len(row.bars) > 1 for row in rows)
        said = f"{year}年与上年比较" if has_both else f"{year}年"
        counted = f"单位：{unit}" if unit else "单位各异"
        number = f"，{seen[unit]}/{total}" if total > 1 else ""
        yield Chart(kind, f"{subject}：{said}（{counted}{number}）", unit, rows)
