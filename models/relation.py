"""Relations: what must hold among a report's figures, as data. `resources/relations/*.toml` declares them.

A formula is an equation or an order of arithmetic over figures, written as Python writes it:
``fy_revoke + fy_uphold == fy_closed``, ``part / whole * 100 == rate``, ``cases <= people``,
``yoy(calls) == calls_yoy``. A name is an indicator's amount of this year, ``name.last`` that of last year,
``yoy(name)`` the change in per cent.
"""

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import combinations

import resources


class Strength(StrEnum):
    """Whether a relation is arithmetic that must hold, or only likely to."""

    HARD = "hard"
    SOFT = "soft"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation. `note` says what the clerk should do or know where it does not hold, `source` whose rule it is.

    `optional` are addends a report may lack or count elsewhere (调解 within 终止): the relation holds if it does with
    some of them.
    """

    id: str
    name: str
    formula: str
    strength: Strength = Strength.HARD
    note: str = ""
    source: str = "数据之间的勾稽关系"
    optional: tuple[str, ...] = ()

    @property
    def tree(self) -> ast.expr:
        """The formula taken apart: a Compare of arithmetic."""
        return parsed(self.formula)

    @property
    def targets(self) -> tuple[str, ...]:
        """The amounts the formula speaks of, each once, in order: ``fy_apply``, ``fy_apply.last``."""
        return targets(self.formula)

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of the indicators it speaks of, each once, in order."""
        return _indicators(self.formula)

    def without(self, addends: Collection[str]) -> "Relation":
        """The relation with some of its optional addends left out of the formula."""
        return _shortened(self, frozenset(addends)) if addends else self

    def variants(self) -> "Iterator[Relation]":
        """The relation with all its optional addends, then with ever fewer of them."""
        for count in range(len(self.optional) + 1):
            yield from map(self.without, combinations(self.optional, count))


@cache
def parsed(formula: str) -> ast.expr:
    """A formula's syntax tree. Raises SyntaxError where it is none."""
    return ast.parse(formula, mode="eval").body


def target_of(node: ast.AST) -> str:
    """The amount that a part of a formula is, nothing where it is more than one amount."""
    match node:
        case ast.Name(name):
            return name
        case ast.Attribute(ast.Name(name), face):
            return f"{name}.{face}"
    return ""


@cache
def targets(formula: str) -> tuple[str, ...]:
    """The amounts a formula speaks of, each once, in order."""
    return tuple(dict.fromkeys(_targets(parsed(formula))))


@cache
def relations() -> dict[str, Relation]:
    """Every relation by id, in the order of the files."""
    entries = [
        Relation(
            **{
                **entry,
                "strength": Strength(entry.get("strength", Strength.HARD)),
                "optional": tuple(entry.get("optional", ())),
            }
        )
        for name in resources.toml_names("relations")
        for entry in resources.read_toml(name)["relation"]
    ]
    return {relation.id: relation for relation in entries}


@cache
def _indicators(formula: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(target.partition(".")[0] for target in targets(formula)))


def _targets(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call):  # yoy(x) asks for x of both years; the function's own name is no figure
        for argument in node.args:
            name = ast.unparse(argument)
            yield from (name, f"{name}.last")
        return
    if target := target_of(node):
        yield target
        return
    for child in ast.iter_child_nodes(node):
        yield from _targets(child)


@cache
def _shortened(relation: Relation, addends: frozenset[str]) -> Relation:
    tree = _Shortening(addends).visit(ast.parse(relation.formula, mode="eval").body)
    rest = tuple(one for one in relation.optional if one not in addends)
    return replace(relation, formula=ast.unparse(tree), optional=rest)


class _Shortening(ast.NodeTransformer):
    """Takes addends, and what is taken away, out of sums."""

    def __init__(self, addends: frozenset[str]) -> None:
        self._addends = addends

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        if not isinstance(node.op, ast.Add | ast.Sub):
            return node
        if isinstance(node.right, ast.Name) and node.right.id in self._addends:
            return node.left
        if isinstance(node.op, ast.Add) and isinstance(node.left, ast.Name) and node.left.id in self._addends:
            return node.right
        return node
