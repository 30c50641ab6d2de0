"""What came of a relation, as a mark and as a formula over the workbook's named cells.

`models/judging.py` alone judges. The formula says the same of the same amounts, with the judge's own tolerances; what
Excel cannot follow has no formula (CannotReckonError), and the mark stands there as a word.
"""

import ast
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from exporters.workbook.formulas import CannotReckonError, Refer, compared, expression, targets
from models.judging import Judgement, Verdict
from models.quantity import plain
from models.relation import target_of

HOLDS, FAILS, MISSING = "✓", "✗", "缺数据"
APPROXIMATE, EXPLAINED, IMPLIED = "约数", "已说明", "可反推"
_MARKS = {
    Verdict.HOLDS: HOLDS, Verdict.ROUNDED: HOLDS, Verdict.TRUNCATED: HOLDS, Verdict.FAILS: FAILS,
    Verdict.EXPLAINED: EXPLAINED, Verdict.IMPLIED: IMPLIED, Verdict.APPROXIMATE: APPROXIMATE,
    Verdict.UNKNOWN: MISSING,
}  # fmt: skip
_EXACT = 8
"""Digits behind the point that must agree; binary fractions leave a rest behind them."""

Quanta = Callable[[str], Decimal]
"""From a target to the unit of the last digit its amount was cut to (`Operand.quantum`)."""


def mark(judgement: Judgement) -> str:
    """The short word for what came of a relation; what only follows from the other amounts is not checked yet."""
    return IMPLIED if judgement.implied else _MARKS[judgement.verdict]


@dataclass(frozen=True, slots=True)
class Step:
    """One comparison of a relation.

    `digits` behind the point are printed of the amount a result is compared with, None where it was not cut. `slack`
    is by how much the sides may differ because amounts were cut, nought where that is no excuse.
    """

    left: ast.expr
    operator: ast.cmpop
    right: ast.expr
    digits: int | None = None
    slack: Decimal = Decimal(0)

    def formula(self, refer: Refer) -> str:
        """As a condition in Excel's words; rounding and cutting off are both right."""
        left, right = expression(self.left, refer), expression(self.right, refer)
        difference = f"ROUND({left}-{right},{_EXACT})"
        match self.operator:
            case ast.Eq():
                return self._equation(left, right, difference)
            case ast.Lt() | ast.LtE():
                return f"{difference}{compared(self.operator)}{plain(self.slack)}"
        return f"{difference}{compared(self.operator)}{plain(-self.slack)}"

    def _equation(self, left: str, right: str, difference: str) -> str:
        ways = [f"{difference}=0"]
        if self.digits is not None:
            reckoned, stated = f"ROUND({left},{_EXACT})", f"ROUND({right},{self.digits})"
            ways += (f"{function}({reckoned},{self.digits})={stated}" for function in ("ROUND", "ROUNDDOWN"))
        if self.slack:
            ways.append(f"ABS({difference})<={plain(self.slack)}")
        return ways[0] if len(ways) == 1 else f"OR({','.join(ways)})"


def steps(tree: ast.expr, quanta: Quanta) -> tuple[Step, ...]:
    """A relation's comparisons, in equations the amount that stands alone on the right.

    Raises CannotReckonError where amounts were cut whose effect Excel cannot follow.
    """
    if not isinstance(tree, ast.Compare):
        raise CannotReckonError(ast.unparse(tree))
    sides = (tree.left, *tree.comparators)
    return tuple(
        _step(left, operator, right, quanta)
        for left, operator, right in zip(sides, tree.ops, sides[1:], strict=False)
    )


def _step(left: ast.expr, operator: ast.cmpop, right: ast.expr, quanta: Quanta) -> Step:
    if not isinstance(operator, ast.Eq):
        return Step(left, operator, right, slack=_slack(left, quanta) + _slack(right, quanta))
    if target_of(left) and not target_of(right):
        left, right = right, left
    slack = _slack(left, quanta)
    if not target_of(right):
        return Step(left, operator, right, slack=slack + _slack(right, quanta))
    quantum = quanta(target_of(right))
    digits = -quantum.adjusted() if quantum else None
    return Step(left, operator, right, digits, slack and slack + quantum)


def _slack(node: ast.expr, quanta: Quanta) -> Decimal:
    """By how much a part of a formula may be off because its amounts were cut: of sums the sum of their last digits."""
    match node:
        case ast.BinOp(left, ast.Add() | ast.Sub(), right):
            return _slack(left, quanta) + _slack(right, quanta)
        case ast.Name() | ast.Attribute():
            return quanta(target_of(node))
    if any(map(quanta, targets(node))):
        raise CannotReckonError(ast.unparse(node))
    return Decimal(0)


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
