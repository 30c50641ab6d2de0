"""What a relation says of the one amount the report does not print: the total of a sum, last year's of a change."""

import ast
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cache

from models.indicator import Indicator, Kind
from models.operand import Operand, Operands
from models.reckoning import formula, reckoning
from models.relation import Relation, target_of
from models.rounding import EXACTLY, Rounding, range_of, roundings
from models.span import Span, span

_STEPS = (Decimal(1), Decimal("0.5"), Decimal("0.1"), Decimal("0.01"))


@dataclass(frozen=True, slots=True)
class Implied:
    """What follows for the unknown `target`, `solution` being the formula solved for it.

    `spans` say by each way of cutting decimals from what to what it may reach; an amount that can only be one has it
    twice. Of what is counted the ends are whole (or of halves, where days are counted in halves); a way in which no
    whole number fits is missing. Empty `spans`: there is no such amount. `is_exact`: no decimals were cut.
    """

    target: str
    solution: ast.expr
    spans: dict[Rounding, Span] = field(hash=False)
    is_exact: bool = False

    @property
    def whole(self) -> Span:
        """From the least to the greatest it may be, however decimals were cut."""
        return min(low for low, _ in self.spans.values()), max(high for _, high in self.spans.values())


def implied(operands: Operands, relation: Relation, unknown: str) -> Implied | None:
    """What an equation says of its only unknown amount; None where it cannot be solved or an amount is approximate."""
    solution = solved(relation.formula, unknown)
    known = {name: operand for name in relation.targets if (operand := operands.get(name))}
    if solution is None or any(operand.is_approximate for operand in known.values()):
        return None
    values = {name: operand.value for name, operand in known.items()}
    stated = _stated(relation.formula, known)
    try:
        if stated is None:
            value = reckoning(solution)(values)
            return Implied(unknown, solution, dict.fromkeys(Rounding, (value, value)), is_exact=True)
        step = _step(operands.indicator(unknown.partition(".")[0]), known)
        rounded = _Rounded(relation.formula, unknown, values, stated, known[stated].quantum, step)
        return Implied(unknown, solution, rounded.spans(solution))
    except ArithmeticError:
        return None


@cache
def solved(text: str, unknown: str) -> ast.expr | None:
    """An equation solved for one of its amounts; None where it stands in it twice."""
    left, right = formula(text).nodes
    if _count(left, unknown) + _count(right, unknown) != 1:
        return None
    return _solved(left, right, unknown) if _count(left, unknown) else _solved(right, left, unknown)


def _count(node: ast.AST, name: str) -> int:
    """How often an amount stands in a part of a formula; in yoy(x) both years' do."""
    if isinstance(node, ast.Call):
        return target_of(node.args[0]) == name.removesuffix(".last")
    if target := target_of(node):
        return target == name
    return sum(_count(child, name) for child in ast.iter_child_nodes(node))


def _solved(node: ast.expr, rest: ast.expr, unknown: str) -> ast.expr | None:
    """`node` equals `rest`; what therefore equals the unknown amount that stands in `node`."""
    match node:
        case ast.Call(_, [ast.Name(name)]):
            growth = ast.BinOp(ast.Constant(1), ast.Add(), ast.BinOp(rest, ast.Div(), ast.Constant(100)))
            if unknown == name:
                return ast.BinOp(_name(f"{name}.last"), ast.Mult(), growth)
            return ast.BinOp(_name(name), ast.Div(), growth)
        case ast.BinOp(left, ast.Add() | ast.Mult() as op, right):
            undone: ast.operator = ast.Sub() if isinstance(op, ast.Add) else ast.Div()
            inner, other = (left, right) if _count(left, unknown) else (right, left)
            return _solved(inner, ast.BinOp(rest, undone, other), unknown)
        case ast.BinOp(left, ast.Sub() | ast.Div() as op, right) if _count(left, unknown):
            redone: ast.operator = ast.Add() if isinstance(op, ast.Sub) else ast.Mult()
            return _solved(left, ast.BinOp(rest, redone, right), unknown)
        case ast.BinOp(left, ast.Sub() | ast.Div() as op, right):
            return _solved(right, ast.BinOp(left, op, rest), unknown)
    return rest


def _name(target: str) -> ast.expr:
    return ast.parse(target, mode="eval").body


def _stated(text: str, operands: dict[str, Operand]) -> str | None:
    """The amount of an equation that was cut to its decimals and stands alone on its side."""
    alone = map(target_of, reversed(formula(text).nodes))
    return next((one for one in alone if one in operands and operands[one].quantum), None)


def _step(indicator: Indicator | None, known: dict[str, Operand]) -> Decimal | None:
    """In what steps a count goes, seen from the other counts of its equation (days go in halves); None: in none."""
    counts = [operand for operand in known.values() if not operand.is_percentage]
    if indicator is None or indicator.kind is not Kind.COUNT:
        return None
    if any(operand.quantity.scale or not operand.is_counted for operand in counts):
        return None
    return next((one for one in _STEPS if all(not operand.value % one for operand in counts)), None)


@dataclass(frozen=True, slots=True)
class _Rounded:
    """An equation whose `stated` amount was cut to whole `quantum`, with one amount unknown that goes in `step`."""

    formula: str
    unknown: str
    values: dict[str, Decimal]
    stated: str
    quantum: Decimal
    step: Decimal | None

    def spans(self, solution: ast.expr) -> dict[Rounding, Span]:
        """By each way of cutting from what to what the unknown amount may reach."""
        found = {one: self._span(solution, one) for one in Rounding}
        return {one: reach for one, reach in found.items() if reach is not None}

    def _span(self, solution: ast.expr, rounding: Rounding) -> Span | None:
        edges = range_of(self.values[self.stated], self.quantum, rounding)
        low, high = span(
            solution, lambda name: edges if name == self.stated else (self.values[name], self.values[name])
        )
        if self.step is None or not (low.is_finite() and high.is_finite()):
            return low, high
        first = EXACTLY.divide(low, self.step).to_integral_value(ROUND_CEILING) * self.step
        last = EXACTLY.divide(high, self.step).to_integral_value(ROUND_FLOOR) * self.step
        if first <= last and not self._fits(
            first, rounding
        ):  # the edges themselves may not belong to the range
            first += self.step
        if first <= last and not self._fits(last, rounding):
            last -= self.step
        return (first, last) if first <= last else None

    def _fits(self, candidate: Decimal, rounding: Rounding) -> bool:
        """Whether the stated amount comes out when the unknown one is this."""
        values = {**self.values, self.unknown: candidate}
        ready = formula(self.formula)
        other = next(side for side in (0, 1) if target_of(ready.nodes[side]) != self.stated)
        return rounding in roundings(ready.reckonings[other](values), self.values[self.stated], self.quantum)
