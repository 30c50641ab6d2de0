"""Relations are data: every formula can be read and speaks of indicators there are."""

import ast

import pytest

from models.indicator import catalogue
from models.relation import Relation, relations


@pytest.mark.parametrize("relation", relations().values(), ids=lambda relation: relation.id)
def test_every_declared_relation_is_a_comparison_of_known_indicators(relation: Relation) -> None:
    assert isinstance(relation.tree, ast.Compare)
    assert set(relation.indicators) <= set(catalogue())


def test_a_formula_names_the_amounts_it_speaks_of_once_each() -> None:
    relation = Relation("X", "占比", "part / (part + rest) * 100 == share.last")
    assert relation.targets == ("part", "rest", "share.last")
    assert relation.indicators == ("part", "rest", "share")


def test_a_change_speaks_of_both_years() -> None:
    assert Relation("X", "同比", "yoy(calls) == calls_yoy").targets == ("calls", "calls.last", "calls_yoy")
