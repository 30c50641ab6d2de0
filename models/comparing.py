"""Judging a relation all of whose amounts are printed and exact."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, pairwise

from models.case import GOOD, Case
from models.judgement import Judgement, Verdict
from models.operand import Operand
from models.relation import target_of
from models.rounding import Rounding, cut, roundings
from models.span import is_possible, span
from models.working import amount, percentage, signed

_BEYOND = 100
"""A reckoned value is shown with two decimals more than are printed: 26.4484…%."""


def compared(case: Case) -> Judgement:
    """What comes of the relation, all its amounts being exact."""
    try:
        results = case.results()
    except ArithmeticError:
        return case.divided_by_nought()
    side = case.formula.alone
    if not case.formula.is_equation or side is None:
        return _sides(case, results)
    return _equation(case, results[1 - side], case.printed(side), side)


def _sides(case: Case, results: tuple[Decimal, ...]) -> Judgement:
    """An order, or an equation of which neither side is one amount alone."""
    working = case.writer.comparison(case.formula, results)
    comparisons = case.formula.comparisons
    if all(holds(one, other) for holds, (one, other) in zip(comparisons, pairwise(results), strict=True)):
        return case.judged(Verdict.HOLDS, working + GOOD)
    if any(operand.quantum for operand in case.known.values()):
        spans = pairwise(span(node, lambda target: case.known[target].range()) for node in case.formula.nodes)
        if all(
            is_possible(holds, one, other) for holds, (one, other) in zip(comparisons, spans, strict=True)
        ):
            return case.judged(Verdict.ROUNDED, working + GOOD, case.but_for_last_digits())
    what = "两边不相等" if case.formula.is_equation else "不相称"
    return case.failed(working, f"{case.names(case.known)}{what}")


def _equation(case: Case, value: Decimal, printed: Operand, side: int) -> Judgement:
    """One amount alone against the value reckoned from the others."""
    other = case.formula.nodes[1 - side]
    reckoning, shown = case.writer.expression(other), amount(printed)
    if value == printed.value:
        return case.judged(Verdict.HOLDS, f"{reckoning}={shown}{GOOD}")
    if printed.quantum and (ways := roundings(value, printed.value, printed.quantum)):
        return _rounded(case, value, printed, reckoning, ways)
    if _within_cut_parts(case):
        return case.judged(Verdict.ROUNDED, f"{reckoning}≈{shown}{GOOD}", case.but_for_last_digits())
    return _with_fewer_addends(case) or _unequal(min(_variants(case), key=_distance))


def _unequal(case: Case) -> Judgement:
    side = case.formula.alone
    assert side is not None
    value, printed = case.results()[1 - side], case.printed(side)
    other, shown = case.formula.nodes[1 - side], amount(printed)
    reckoning, reckoned = case.writer.expression(other), case.reckoned(value, printed)
    if target_of(other):
        return case.failed(f"{reckoning}≠{shown}", case.sum_up(value, printed, side))
    against = f"印作{shown}" if printed.mark else f"{case.name(side)}却是{shown}"
    return case.failed(f"{reckoning}={reckoned}，{against}", case.sum_up(value, printed, side))


def _rounded(
    case: Case, value: Decimal, printed: Operand, reckoning: str, ways: tuple[Rounding, ...]
) -> Judgement:
    working = f"{reckoning}={_at_length(value, printed)}，{ways[0]}为{amount(printed)}{GOOD}"
    if Rounding.HALF_UP in ways:
        return case.judged(Verdict.ROUNDED, working, roundings=ways)
    rounded = percentage(cut(value, printed.quantum, Rounding.HALF_UP), printed.mark)
    words = f"{case.title}截去尾数才成立，四舍五入应为{rounded}；请全文统一用四舍五入。"
    return case.judged(Verdict.TRUNCATED, working, words, roundings=ways, is_doubtful=True)


def _at_length(value: Decimal, printed: Operand) -> str:
    factor = 10 if printed.mark == "‰" else 1
    fine = cut(value, printed.quantum / _BEYOND, Rounding.DOWN)
    return f"{signed(fine * factor)}{'' if fine == value else '…'}{printed.mark}"


def _within_cut_parts(case: Case) -> bool:
    """Whether the parts were themselves cut (1.2万, 8.51%) and the difference may come from that."""
    side = case.formula.alone
    assert side is not None
    alone = target_of(case.formula.nodes[side])
    if not any(operand.quantum for target, operand in case.known.items() if target != alone):
        return False
    low, high = span(case.formula.nodes[1 - side], lambda target: case.known[target].range())
    least, most = case.known[alone].range()
    return low <= most and least <= high


def _with_fewer_addends(case: Case) -> Judgement | None:
    """The equation without some of its optional addends, where it holds so."""
    for variant in islice(_variants(case), 1, None):
        judgement = compared(variant)
        if not judgement.is_trouble:
            return judgement
    return None


def _variants(case: Case) -> Iterator[Case]:
    """The case itself, then without ever more of its optional addends."""
    for relation in case.relation.variants():
        yield Case(case.operands, relation, {target: case.known[target] for target in relation.targets})


def _distance(case: Case) -> Decimal:
    """By how much the sides differ: of several ways to add up, the nearest is the one the clerk meant."""
    one, other = case.results()
    return abs(one - other)
