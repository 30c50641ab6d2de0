"""Judging a relation with approximate amounts: what 约, 余 and 以上 leave open, and what they still decide."""

from decimal import Decimal
from itertools import pairwise

from models.case import GOOD, Case
from models.judgement import Judgement, Verdict
from models.relation import target_of
from models.rounding import roundings
from models.span import Span, is_possible, is_sure, span
from models.working import amount


def approximate(case: Case) -> Judgement:
    """An equation is never proved by approximate amounts, only refuted; an order can be decided either way."""
    try:
        results = case.results()
    except ArithmeticError:
        return case.divided_by_nought()
    spans = tuple(span(node, lambda target: case.known[target].range()) for node in case.formula.nodes)
    if case.formula.is_equation:
        return _equation(case, results, spans)
    return _order(case, results, spans)


def _order(case: Case, results: tuple[Decimal, ...], spans: tuple[Span, ...]) -> Judgement:
    working = case.writer.comparison(case.formula, results)
    pairs = list(zip(case.formula.comparisons, pairwise(spans), strict=True))
    if all(is_sure(holds, one, other) for holds, (one, other) in pairs):
        return case.judged(Verdict.HOLDS, working + GOOD)
    if not all(is_possible(holds, one, other) for holds, (one, other) in pairs):
        return case.failed(working, f"{case.names(case.known)}不相称", is_certain=False)
    return _open(case, working)


def _equation(case: Case, results: tuple[Decimal, ...], spans: tuple[Span, ...]) -> Judgement:
    (low, high), (least, most) = spans
    side = case.formula.alone
    if side is None:
        working = case.writer.comparison(case.formula, results)
        if low <= most and least <= high:
            return _open(case, working)
        return case.failed(working, f"{case.names(case.known)}两边不相等", is_certain=False)
    printed, value = case.printed(side), results[1 - side]
    is_impossible = low > most or least > high
    working = _working(case, value, side, "≠" if is_impossible else "≈")
    if is_impossible:
        return case.failed(working, case.sum_up(value, printed, side), is_certain=False)
    differs = value != printed.value and not (
        printed.quantum and roundings(value, printed.value, printed.quantum)
    )
    return _open(case, working, is_doubtful=bool(printed.mark) and not printed.is_approximate and differs)


def _working(case: Case, value: Decimal, side: int, sign: str) -> str:
    other, printed = case.formula.nodes[1 - side], case.printed(side)
    reckoning = case.writer.expression(other)
    if target_of(other):
        return f"{reckoning}{sign}{amount(printed)}"
    against = f"印作{amount(printed)}" if printed.mark else f"{case.name(side)}是{amount(printed)}"
    is_exact = not any(
        operand.is_approximate for target, operand in case.known.items() if operand is not printed
    )
    return f"{reckoning}{'=' if is_exact else '≈'}{case.reckoned(value, printed)}，{against}"


def _open(case: Case, working: str, *, is_doubtful: bool = False) -> Judgement:
    vague = case.names(target for target, operand in case.known.items() if operand.is_approximate)
    words = f"{case.title}无法核对：{vague}是约数；能查到准确数的，请写准确数。"
    return case.judged(Verdict.APPROXIMATE, working, words, is_doubtful=is_doubtful)
