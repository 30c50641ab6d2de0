"""Whether a relation holds, as a formula over the workbook's named cells and as the value beside it."""

import ast
import operator as standard
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from exporters.workbook.formulas import (
    Amounts,
    CannotReckonError,
    Refer,
    compared,
    expression,
    rounded,
    value,
)

HOLDS, FAILS, MISSING = "✓", "✗", "缺数据"
_EXACT = 8
"""Digits behind the point that must agree; binary fractions leave a rest behind them."""
_ORDERS: dict[type[ast.cmpop], Callable[[Decimal, Decimal], bool]] = {
    ast.LtE: standard.le, ast.GtE: standard.ge, ast.Lt: standard.lt, ast.Gt: standard.gt, ast.NotEq: standard.ne,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One comparison of a relation. `digits` behind the point are stated of the amount a result is compared with;
    None where nothing is rounded."""

    left: ast.expr
    operator: ast.cmpop
    right: ast.expr
    digits: int | None

    def formula(self, refer: Refer) -> str:
        """As a condition in Excel's words; rounding and cutting off are both right."""
        left, right = expression(self.left, refer), expression(self.right, refer)
        if not isinstance(self.operator, ast.Eq):
            return f"ROUND({left},{_EXACT}){compared(self.operator)}ROUND({right},{_EXACT})"
        same = f"ROUND({left}-{right},{_EXACT})=0"
        if self.digits is None:
            return same
        reckoned, stated = f"ROUND({left},{_EXACT})", f"ROUND({right},{self.digits})"
        ways = (f"{function}({reckoned},{self.digits})={stated}" for function in ("ROUND", "ROUNDDOWN"))
        return f"OR({same},{','.join(ways)})"

    def holds(self, amounts: Amounts) -> bool:
        """The same over exact amounts. Raises CannotReckonError."""
        left, right = (rounded(value(side, amounts), _EXACT) for side in (self.left, self.right))
        if not isinstance(self.operator, ast.Eq):
            return _ORDERS[type(self.operator)](left, right)
        if left == right or self.digits is None:
            return left == right
        wanted = rounded(right, self.digits)
        return wanted in (rounded(left, self.digits), rounded(left, self.digits, is_cut=True))


def steps(tree: ast.expr, digits: Callable[[str], int | None]) -> tuple[Step, ...]:
    """A relation's comparisons, in equations the amount that stands alone on the right.

    `digits` says to which place an amount was cut.
    """
    if not isinstance(tree, ast.Compare):
        raise CannotReckonError(ast.unparse(tree))
    sides = (tree.left, *tree.comparators)
    return tuple(
        _step(left, operator, right, digits)
        for left, operator, right in zip(sides, tree.ops, sides[1:], strict=False)
    )


def _step(left: ast.expr, operator: ast.cmpop, right: ast.expr, digits: Callable[[str], int | None]) -> Step:
    if not isinstance(operator, ast.Eq):
        return Step(left, operator, right, None)
    if _is_alone(left) and not _is_alone(right):
        left, right = right, left
    return Step(left, operator, right, digits(ast.unparse(right)) if _is_alone(right) else None)


def _is_alone(node: ast.expr) -> bool:
    return isinstance(node, ast.Name | ast.Attribute)


@dataclass(frozen=True, slots=True)
class Words:
    """What is written where a relation fails and where an amount is missing."""

    fails: str = FAILS
    missing: str = MISSING


def result_formula(found: tuple[Step, ...], places: tuple[str, ...], refer: Refer, words: Words) -> str:
    """✓ or one of the words."""
    conditions = [step.formula(refer) for step in found]
    condition = conditions[0] if len(conditions) == 1 else f"AND({','.join(conditions)})"
    inner = f'IF({condition},"{HOLDS}","{words.fails}")'
    lacks = f"COUNT({','.join(places)})<{len(places)}"
    return f'=IF({lacks},"{words.missing}",IFERROR({inner},"{MISSING}"))'


def result(found: tuple[Step, ...], amounts: Amounts, count: int, words: Words) -> str:
    """What that formula comes to."""
    if len(amounts) < count:
        return words.missing
    try:
        return HOLDS if all(step.holds(amounts) for step in found) else words.fails
    except CannotReckonError:
        return MISSING
