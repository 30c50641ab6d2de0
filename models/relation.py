"""Relations: what must hold among a report's figures, as data. `resources/relations/*.toml` declares them.

A formula is an equation or an order of arithmetic over figures, written as Python writes it:
``fy_revoke + fy_uphold == fy_closed``, ``part / whole * 100 == rate``, ``cases <= people``,
``yoy(calls) == calls_yoy``. A name is an indicator's amount of this year, ``name.last`` that of last year,
``yoy(name)`` the change in per cent.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import resources


class Strength(StrEnum):
    """Whether a relation is arithmetic that must hold, or only likely to."""

    HARD = "hard"
    SOFT = "soft"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation. `note` says what the clerk should do or know where it does not hold, `source` whose rule it is."""

    id: str
    name: str
    formula: str
    strength: Strength = Strength.HARD
    note: str = ""
    source: str = "数据之间的勾稽关系"

    @property
    def tree(self) -> ast.expr:
        """The formula taken apart: a Compare of arithmetic."""
        return parsed(self.formula)

    @property
    def targets(self) -> tuple[str, ...]:
        """The amounts the formula speaks of, each once, in order: ``fy_apply``, ``fy_apply.last``."""
        return tuple(dict.fromkeys(_targets(self.tree)))

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of the indicators it speaks of, each once, in order."""
        return tuple(dict.fromkeys(target.partition(".")[0] for target in self.targets))


@cache
def parsed(formula: str) -> ast.expr:
    """A formula's syntax tree. Raises SyntaxError where it is none."""
    return ast.parse(formula, mode="eval").body


@cache
def relations() -> dict[str, Relation]:
    """Every relation by id, in the order of the files."""
    entries = [
        Relation(**{**entry, "strength": Strength(entry.get("strength", Strength.HARD))})
        for name in resources.toml_names("relations")
        for entry in resources.read_toml(name)["relation"]
    ]
    return {relation.id: relation for relation in entries}


def _targets(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call):  # yoy(x) asks for x of both years; the function's own name is no figure
        for argument in node.args:
            name = ast.unparse(argument)
            yield from (name, f"{name}.last")
        return
    if isinstance(node, ast.Name | ast.Attribute):
        yield ast.unparse(node)
        return
    for child in ast.iter_child_nodes(node):
        yield from _targets(child)
