"""Parts of a whole: the sums that relations declare, where they hold in a report to the last digit."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models.chart import Bar, Chart, ChartKind, ChartRow
from models.chart_words import label, share_words
from models.relation import Relation, Strength, parsed, relations
from models.report import Report
from models.target import Year
from models.totals import is_exact_sum


@dataclass(frozen=True, slots=True)
class Division:
    """A whole and its parts, by the ids of their indicators."""

    whole: str
    parts: tuple[str, ...]


def division_of(relation: Relation) -> Division | None:
    """What an equation divides into what (a + b == c, a - b == c); None of any other relation."""
    return _division(relation.formula)


def part_charts(report: Report) -> Iterator[tuple[str, Chart | str]]:
    """By the whole's id: a chart of every division that holds, a sentence on one that must hold and does not."""
    drawn: set[Division] = set()
    for relation in relations().values():
        if division_of(relation) is None:
            continue
        found = next((one for one in _variants(relation) if _holds(report, one)), None)
        if found and found not in drawn:
            drawn.add(found)
            yield found.whole, _chart(report, relation, found, {one.whole for one in drawn - {found}})
        elif not found and (sentence := _mismatch(report, relation)):
            yield sentence


def _chart(report: Report, relation: Relation, division: Division, told: set[str]) -> Chart:
    """The largest part first. A whole that is divided twice says by what."""
    whole = report.figure(division.whole).value
    indicator = report.indicator(division.whole)
    assert whole is not None
    assert indicator is not None
    by = f"（{relation.name}）" if division.whole in told else ""
    rows = []
    for part in division.parts:
        amount, defined = report.figure(part).value, report.indicator(part)
        assert amount is not None
        assert defined is not None
        bar = Bar(Year.THIS, amount.value, label(defined, amount))
        rows.append(ChartRow(part, defined.name, (bar,), share_words(amount.value, whole.value)))
    rows.sort(key=lambda row: row.size, reverse=True)
    title = f"{report.year}年{indicator.name}{label(indicator, whole)}的构成{by}"
    return Chart(ChartKind.PARTS, title, indicator.unit, tuple(rows), division.whole)


def _mismatch(report: Report, relation: Relation) -> tuple[str, str] | None:
    """Only of exact amounts that are all known, and of arithmetic that must hold."""
    division = division_of(relation)
    if division is None or relation.strength is not Strength.HARD:
        return None
    known = [report.figure(name).value for name in (division.whole, *division.parts)]
    amounts = [one.value for one in known if one and not one.qualifier and not one.percent]
    if len(amounts) < len(known) or amounts[0] == sum(amounts[1:]):
        return None
    indicator = report.indicator(division.whole)
    name, unit = (indicator.name, indicator.unit) if indicator else (division.whole, "")
    said = f"{name}是{amounts[0]:f}{unit}，各部分相加却是{sum(amounts[1:]):f}{unit}，所以没有画构成图；请核对数据。"
    return division.whole, said


def _variants(relation: Relation) -> Iterator[Division]:
    return (found for one in relation.variants() if (found := division_of(one)))


def _holds(report: Report, division: Division) -> bool:
    """Exactly, and of a whole and parts that can be drawn as such."""
    if not is_exact_sum(report, division.whole, list(division.parts)):
        return False
    amounts = [report.figure(name).value for name in (division.whole, *division.parts)]
    return all(one is not None and one.value >= 0 for one in amounts) and bool(
        amounts[0] and amounts[0].value
    )


@cache
def _division(formula: str) -> Division | None:
    tree = parsed(formula)
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1 or not isinstance(tree.ops[0], ast.Eq):
        return None
    terms = [*_terms(tree.left, 1), *_terms(tree.comparators[0], -1)]
    names = {sign: tuple(name for name, its in terms if its == sign) for sign in (1, -1)}
    if not all(name for name, _ in terms):
        return None
    for one, other in ((1, -1), (-1, 1)):
        if len(names[one]) == 1 and len(names[other]) > 1:
            return Division(names[one][0], names[other])
    return None


def _terms(node: ast.expr, sign: int) -> Iterator[tuple[str, int]]:
    """What is added (1) and taken away (-1); a term without a name where it is anything but a plain amount."""
    match node:
        case ast.BinOp(left, ast.Add(), right):
            yield from (*_terms(left, sign), *_terms(right, sign))
        case ast.BinOp(left, ast.Sub(), right):
            yield from (*_terms(left, sign), *_terms(right, -sign))
        case ast.Name(name):
            yield name, sign
        case _:
            yield "", sign
