"""The arithmetic of a relation's formula: compiled once to closures, in Decimal, with sixty digits."""

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from models.relation import parsed, target_of
from models.rounding import EXACTLY
from models.year_on_year import percent_change

Values = Mapping[str, Decimal]
"""Amounts by target: ``fy_apply``, ``fy_apply.last``."""

Reckoning = Callable[[Values], Decimal]
"""Raises ArithmeticError where it would have to divide by nought."""

Comparison = Callable[[Decimal, Decimal], bool]

_ARITHMETIC: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: EXACTLY.add,
    ast.Sub: EXACTLY.subtract,
    ast.Mult: EXACTLY.multiply,
    ast.Div: EXACTLY.divide,
}
_COMPARISON: dict[type[ast.cmpop], Comparison] = {
    ast.Eq: operator.eq,
    ast.LtE: operator.le,
    ast.Lt: operator.lt,
    ast.GtE: operator.ge,
    ast.Gt: operator.gt,
}


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula made ready: its sides, how to reckon each, and how each is compared with the next.

    `alone` is the side of an equation that is one amount alone, the right one rather than the left; None where neither
    is.
    """

    nodes: tuple[ast.expr, ...]
    reckonings: tuple[Reckoning, ...]
    comparisons: tuple[Comparison, ...]
    signs: tuple[ast.cmpop, ...]

    @property
    def is_equation(self) -> bool:
        """Whether it says that one side equals another."""
        return self.comparisons == (operator.eq,)

    @property
    def alone(self) -> int | None:
        return next((side for side in (1, 0) if target_of(self.nodes[side])), None)


@cache
def formula(text: str) -> Formula:
    """A relation's formula. Raises ValueError where it is written in a way we do not know."""
    tree = parsed(text)
    if not isinstance(tree, ast.Compare) or any(type(one) not in _COMPARISON for one in tree.ops):
        raise ValueError(text)
    nodes = (tree.left, *tree.comparators)
    comparisons = tuple(_COMPARISON[type(one)] for one in tree.ops)
    return Formula(nodes, tuple(map(reckoning, nodes)), comparisons, tuple(tree.ops))


def reckoning(node: ast.expr) -> Reckoning:
    """How to reckon a part of a formula. Raises ValueError where it is written in a way we do not know."""
    match node:
        case ast.BinOp(left, op, right) if type(op) in _ARITHMETIC:
            return _joined(_ARITHMETIC[type(op)], reckoning(left), reckoning(right))
        case ast.Name() | ast.Attribute(ast.Name(), "last"):
            return operator.itemgetter(target_of(node))
        case ast.Constant(int(number)):
            exact = Decimal(number)
            return lambda values: exact
        case ast.Call(ast.Name("yoy"), [ast.Name(name)]):
            return _change(name)
    raise ValueError(ast.unparse(node))


def _joined(join: Callable[[Decimal, Decimal], Decimal], left: Reckoning, right: Reckoning) -> Reckoning:
    return lambda values: join(left(values), right(values))


def _change(name: str) -> Reckoning:
    """The change on last year in per cent of last year."""
    before = f"{name}.last"
    return lambda values: percent_change(values[name], values[before])
