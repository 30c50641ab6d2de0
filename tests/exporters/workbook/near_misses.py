"""Reports in which every declared relation nearly holds: printed in 万, cut to few decimals, in ‰, as falls, as 约."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from models.indicator import Indicator, Kind, catalogue
from models.linked_text import Link
from models.operand import Operands
from models.quantity import Quantity, plain
from models.reckoning import formula
from models.relation import Relation, relations, target_of
from models.report import Figure, Report, Section
from models.rounding import Rounding, to_places
from tests.exporters.workbook.reports import with_figures


def near_misses(seed: int) -> Report:
    """A report with an amount for most of what the declared relations speak of."""
    random, report = Random(seed), with_figures()
    declared = list(relations().values())
    random.shuffle(declared)
    for relation in declared:
        report = _with_amounts(report, relation, random)
    figures = tuple(_annotated(figure, random) for figure in report.figures)
    body = Section("measures", "主要举措和成效", tuple(_sentences(report, random)))
    return replace(report, figures=figures, sections=(body,))


def _annotated(figure: Figure, random: Random) -> Figure:
    return replace(figure, note="口径不同") if random.random() < 0.05 else figure


def _sentences(report: Report, random: Random) -> Iterator[str]:
    """What the texts say of changes need not be what the amounts say."""
    for figure in report.figures:
        if catalogue()[figure.indicator].kind is Kind.CHANGE:
            yield f"{random.choice(('同比增长', '同比下降', '变化为'))}{Link(figure.indicator).token}。"


def _with_amounts(report: Report, relation: Relation, random: Random) -> Report:
    side = formula(relation.formula).alone
    alone = "" if side is None else target_of(formula(relation.formula).nodes[side])
    for target in relation.targets:
        if target != alone and _is_free(report, target):
            report = _put(report, target, _amount(target, random))
    if side is None or not _is_free(report, alone):
        return report
    value = _value(report, relation, side)
    return _put(report, alone, _amount(alone, random) if value is None else _printed(alone, value, random))


def _is_free(report: Report, target: str) -> bool:
    """Whether no relation before has asked for the amount."""
    return target.partition(".")[0] not in {one.indicator for one in report.figures} or (
        target.endswith(".last") and report.figure(target.removesuffix(".last")).last is None
    )


def _value(report: Report, relation: Relation, side: int) -> Decimal | None:
    """What the amount that stands alone ought to be."""
    operands = Operands(report)
    known = {target: found.value for target in relation.targets if (found := operands.get(target))}
    try:
        return formula(relation.formula).reckonings[1 - side](known)
    except (KeyError, ArithmeticError):
        return None


def _put(report: Report, target: str, text: str) -> Report:
    name, _, year = target.partition(".")
    quantity = Quantity.parse(text) if text else None
    old = report.figure(name)
    figure = replace(old, last=quantity) if year else replace(old, value=quantity)
    others = tuple(one for one in report.figures if one.indicator != name)
    return replace(report, figures=(*others, figure))


def _amount(target: str, random: Random) -> str:
    indicator = catalogue()[target.partition(".")[0]]
    if random.random() < 0.07 or indicator.kind is Kind.DATE:
        return ""
    if _is_share(indicator):
        return _printed(target, Decimal(random.randint(0, 10000)) / 100, random)
    whole = random.choice((random.randint(0, 30), random.randint(0, 40000), random.randint(0, 3000000)))
    return _printed(target, Decimal(whole), random)


def _printed(target: str, value: Decimal, random: Random) -> str:
    """An amount as somebody prints it: rounded or cut off, now and then a little wrong."""
    rounding, places = random.choice(list(Rounding)), random.randint(0, 2)
    wrong = random.choice((0, 0, 0, 0, 1, -1, 2, 37))
    before = "约" if random.random() < 0.04 else ""
    if _is_share(catalogue()[target.partition(".")[0]]):
        mark = random.choice(("%", "%", "%", "‰"))
        shown = to_places(value * (10 if mark == "‰" else 1), places, rounding)
        shown += Decimal(wrong).scaleb(-places)
        sign = "-" if shown < 0 and random.random() < 0.5 else ""
        return f"{before}{sign}{abs(shown):f}{mark}"
    whole = abs(to_places(value, 0, rounding))
    if whole > 9000 and random.random() < 0.4:
        shown = to_places(whole / 10000, places, rounding) + Decimal(wrong).scaleb(-places)
        return f"{before}{abs(shown):f}万"
    return f"{before}{plain(abs(whole + wrong))}"


def _is_share(indicator: Indicator) -> bool:
    return indicator.kind in (Kind.RATE, Kind.CHANGE) or indicator.unit in ("%", "‰")
