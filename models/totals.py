"""Totals: amounts that a hard sum relation makes the sum of others, where it holds exactly in a report."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from models.quantity import Quantity
from models.relation import Relation, Strength, parsed, relations, target_of
from models.report import Report

_OF_LAST_YEAR = ".last"


def totals(report: Report, declared: Iterable[Relation] | None = None) -> Mapping[str, str]:
    """The formula of each total by its target, for this year and for last year, by the `declared` relations.

    These are the catalogue's unless others are given. A total that is not the exact sum of its parts keeps its stated
    amount and is left out here, as is one whose parts are reckoned from it.
    """
    found: dict[str, str] = {}
    for relation in relations().values() if declared is None else declared:
        if relation.strength is Strength.HARD and sum_of(relation):
            for ending in ("", _OF_LAST_YEAR):
                _add_sum(found, report, relation, ending)
    return found


def _add_sum(found: dict[str, str], report: Report, relation: Relation, ending: str) -> None:
    """The sum with as many of its optional addends as make it hold, if any do."""
    for variant in relation.variants():
        declared = sum_of(variant)
        if declared is None:
            continue
        total, *parts = (f"{name}{ending}" for name in declared)
        if total not in found and is_exact_sum(report, total, parts) and not _leads_to(found, parts, total):
            found[total] = " + ".join(parts)


def sum_of(relation: Relation) -> tuple[str, ...] | None:
    """Total and parts where a relation is the equation of one amount and a sum of others, None elsewhere."""
    return _sum_of(relation.formula)


@cache
def _sum_of(formula: str) -> tuple[str, ...] | None:
    tree = parsed(formula)
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1:
        return None
    sides = (tree.left, tree.comparators[0])
    for total, parts in (sides, sides[::-1]):
        if isinstance(tree.ops[0], ast.Eq) and isinstance(total, ast.Name) and (names := summands(parts)):
            return (total.id, *names)
    return None


def summands(node: ast.expr) -> tuple[str, ...]:
    """The names that are added up, empty where anything else is done with them or there is only one."""
    names = tuple(_added(node))
    return tuple(name for name in names if name is not None) if None not in names and len(names) > 1 else ()


def _added(node: ast.expr) -> Iterator[str | None]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _added(node.left)
        yield from _added(node.right)
    else:
        yield target_of(node) or None


def is_exact_sum(report: Report, total: str, parts: list[str]) -> bool:
    """Whether all amounts are known and exact and the parts add up to the total."""
    amounts = [_exact(report, target) for target in (total, *parts)]
    return None not in amounts and amounts[0] == sum(one for one in amounts[1:] if one is not None)


def _exact(report: Report, target: str) -> Decimal | None:
    quantity = amount(report, target)
    return None if quantity is None or quantity.qualifier or quantity.percent else quantity.value


def amount(report: Report, target: str) -> Quantity | None:
    """The amount a relation's target names (``fy_apply``, ``fy_apply.last``), None while it is unknown."""
    name, _, year = target.partition(".")
    figure = report.figure(name)
    return figure.last if year else figure.value


def _leads_to(found: Mapping[str, str], parts: list[str], total: str) -> bool:
    """Whether one of the parts is itself reckoned from the total."""
    waiting, seen = list(parts), set()
    while waiting:
        part = waiting.pop()
        if part == total:
            return True
        if part in found and part not in seen:
            seen.add(part)
            waiting += found[part].split(" + ")
    return False
