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


def test_optional_addends_are_left_out_of_the_formula() -> None:
    relation = Relation("X", "合计", "part + rest + other == total", optional=("rest", "other"))

    shortened = relation.without(["rest"])
    assert shortened.targets == ("part", "other", "total")
    assert shortened.optional == ("other",)
    assert shortened.without(["other"]).targets == ("part", "total")
    assert relation.without([]) is relation


@pytest.mark.parametrize("relation", relations().values(), ids=lambda relation: relation.id)
def test_optional_addends_can_be_left_out_and_a_note_says_what_to_do(relation: Relation) -> None:
    rest = relation.without(relation.optional)

    assert set(relation.targets) - set(rest.targets) == set(relation.optional)
    assert relation.note
