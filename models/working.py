"""A relation's reckoning as a clerk writes it on paper: 2369÷2474=95.76%, 20+11+20=51."""

import ast
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from models.operand import Operand, Operands
from models.quantity import plain
from models.reckoning import Formula
from models.relation import target_of
from models.rounding import CENT, Rounding, cut

_SIGNS: dict[type[ast.operator], tuple[str, int]] = {
    ast.Add: ("+", 1),
    ast.Sub: ("−", 1),
    ast.Mult: ("×", 2),
    ast.Div: ("÷", 2),
}
_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "=",
    ast.LtE: "≤",
    ast.Lt: "<",
    ast.GtE: "≥",
    ast.Gt: ">",
}
_ATOM = 3
_WHOLE = 100
"""A hundred that is added or subtracted is per cent; one that only makes per cent is not written."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes parts of formulas with a report's amounts. Percentages carry their sign, so that no ×100 is written."""

    operands: Operands

    def expression(self, node: ast.expr) -> str:
        """The reckoning of a part of a formula: (18617−14723)÷14723."""
        text, targets = _template(node)
        return text.format(*map(self._amount, targets)).replace("+−", "−").replace("−−", "+")

    def is_percentage(self, node: ast.expr) -> bool:
        """Whether a part of a formula comes out in per cent."""
        match node:
            case ast.Call() | ast.BinOp(_, ast.Mult(), ast.Constant(100)):
                return True
            case ast.BinOp(left, ast.Add() | ast.Sub(), right):
                return self.is_percentage(left) or self.is_percentage(right)
        operand = self.operands.get(target_of(node))
        return operand is not None and operand.is_percentage

    def comparison(self, ready: Formula, values: tuple[Decimal, ...]) -> str:
        """An order, or an equation of plain amounts: what has to be reckoned first, then the comparison.

        690÷23=30，5≤30≤500.
        """
        reckoned = [
            f"{self.expression(node)}={self._result(node, value)}，"
            for node, value in zip(ready.nodes, values, strict=True)
            if isinstance(node, ast.BinOp | ast.Call)
        ]
        signs = ("", *(_COMPARISONS[type(op)] for op in ready.signs))
        compared = (
            f"{sign}{self._result(node, value)}"
            for sign, node, value in zip(signs, ready.nodes, values, strict=True)
        )
        return "".join((*reckoned, *compared))

    def _result(self, node: ast.expr, value: Decimal) -> str:
        if isinstance(node, ast.BinOp | ast.Call):
            return number(value, CENT) + ("%" if self.is_percentage(node) else "")
        return self.expression(node)

    def _amount(self, target: str) -> str:
        operand = self.operands.get(target)
        return amount(operand) if operand else f"〔{self.operands.name(target)}〕"


@cache
def _template(node: ast.expr) -> tuple[str, tuple[str, ...]]:
    """A part of a formula with ``{}`` for each amount, and whose they are. Formulas are few and kept (`formula`)."""
    text, _, targets = _written(node)
    return text, targets


def _written(node: ast.expr) -> tuple[str, int, tuple[str, ...]]:
    """The text, how strongly it holds together (1 a sum, 2 a product, 3 a number), whose amounts go in."""
    match node:
        case ast.BinOp(inner, ast.Mult() | ast.Div(), ast.Constant(100)):
            return _written(inner)
        case ast.BinOp(left, op, right):
            sign, rank = _SIGNS[type(op)]
            first, whose = _bracketed(left, rank)
            second, others = _bracketed(right, rank + isinstance(op, ast.Sub | ast.Div))
            return f"{first}{sign}{second}", rank, whose + others
        case ast.Call(_, [ast.Name(name)]):
            return "({}−{})÷{}", _SIGNS[ast.Div][1], (name, f"{name}.last", f"{name}.last")
        case ast.Constant(number):
            return "100%" if number == _WHOLE else str(number), _ATOM, ()
    return "{}", _ATOM, (target_of(node),)


def _bracketed(node: ast.expr, rank: int) -> tuple[str, tuple[str, ...]]:
    text, own, targets = _written(node)
    return f"({text})" if own < rank else text, targets


def amount(operand: Operand) -> str:
    """An amount as the reckoning shows it: 万 multiplied out, an approximate one as printed, a fall with its sign."""
    if operand.is_approximate:
        return operand.quantity.surface + operand.quantity.tail
    return percentage(operand.value, operand.mark) if operand.mark else signed(operand.value)


def signed(value: Decimal) -> str:
    """A number in ordinary digits with a typographic minus."""
    return plain(value).replace("-", "−")


def percentage(value: Decimal, mark: str) -> str:
    """A rate with its mark and all its decimals: 8.40%, 3.5‰ of 0.35 per cent."""
    return f"{value.scaleb(mark == '‰'):f}{mark}".replace("-", "−")


def number(value: Decimal, quantum: Decimal = Decimal("0.0001")) -> str:
    """A reckoned number, rounded to four decimals where it has more."""
    return signed(cut(value, quantum, Rounding.HALF_UP))
