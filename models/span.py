"""The arithmetic of a formula where amounts are only known between bounds (约682万, 98%以上).

The bounds of a result are never too narrow, so that what they exclude is impossible; where an amount stands twice in a
formula they may be too wide.
"""

import ast
import operator
from collections.abc import Callable
from decimal import Decimal
from itertools import product

from models.operand import INFINITY
from models.reckoning import Comparison
from models.relation import target_of
from models.rounding import EXACTLY

Span = tuple[Decimal, Decimal]
"""Least and greatest, both possibly infinite."""

_HUNDRED = Decimal(100)
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
            return _in_percent(low), _in_percent(high)
    return bounds(target_of(node))


def _in_percent(ratio: Decimal) -> Decimal:
    return EXACTLY.multiply(EXACTLY.subtract(ratio, Decimal(1)), _HUNDRED)


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


def is_sure(holds: Comparison, one: Span, other: Span) -> bool:
    """Whether a comparison holds whatever the amounts between their bounds are; of an equation that cannot be said."""
    is_less, is_greater = holds in (operator.le, operator.lt), holds in (operator.ge, operator.gt)
    return (is_less and holds(one[1], other[0])) or (is_greater and holds(one[0], other[1]))


def is_possible(holds: Comparison, one: Span, other: Span) -> bool:
    """Whether a comparison holds for any amounts between the bounds."""
    is_less, is_greater = holds in (operator.le, operator.lt), holds in (operator.ge, operator.gt)
    if not is_less and not is_greater:
        return one[0] <= other[1] and other[0] <= one[1]
    return holds(one[0], other[1]) if is_less else holds(one[1], other[0])
