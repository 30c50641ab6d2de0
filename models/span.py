"""The arithmetic of a formula where amounts are only known between bounds (约682万, 98%以上).

The bounds of a result are never too narrow, so that what they exclude is impossible; where an amount stands twice in a
formula they may be too wide.
"""

import ast
from collections.abc import Callable
from decimal import Decimal
from itertools import product

from models.operand import INFINITY
from models.reckoning import HUNDRED
from models.relation import target_of
from models.rounding import EXACTLY

Span = tuple[Decimal, Decimal]
"""Least and greatest, both possibly infinite."""

ANYTHING: Span = (-INFINITY, INFINITY)


def span(node: ast.expr, bounds: Callable[[str], Span]) -> Span:
    """Between which bounds a part of a formula lies, those of its amounts being given by `bounds`."""
    match node:
        case ast.BinOp(left, op, right):
            return _joined(op, span(left, bounds), span(right, bounds))
        case ast.Constant(int(number)):
            return Decimal(number), Decimal(number)
        case ast.Call(_, [ast.Name(name)]):  # (this − last) ÷ last is this ÷ last − 1, where each stands once
            low, high = _joined(ast.Div(), bounds(name), bounds(f"{name}.last"))
            return EXACTLY.multiply(low - 1, HUNDRED), EXACTLY.multiply(high - 1, HUNDRED)
    return bounds(target_of(node))


def _joined(op: ast.operator, left: Span, right: Span) -> Span:
    match op:
        case ast.Add():
            return EXACTLY.add(left[0], right[0]), EXACTLY.add(left[1], right[1])
        case ast.Sub():
            return EXACTLY.subtract(left[0], right[1]), EXACTLY.subtract(left[1], right[0])
        case ast.Div() if right[0] <= 0 <= right[1]:
            return ANYTHING
        case ast.Div():
            return _corners(left, right, EXACTLY.divide)
    return _corners(left, right, EXACTLY.multiply)


def _corners(left: Span, right: Span, join: Callable[[Decimal, Decimal], Decimal]) -> Span:
    """Multiplying and dividing are monotonous in each amount: the extremes stand at the corners."""
    try:
        results = [join(one, other) for one, other in product(left, right)]
    except ArithmeticError:  # infinity by infinity, or by nought
        return ANYTHING
    return min(results), max(results)
