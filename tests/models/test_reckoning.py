"""Formulas are reckoned exactly; what they are not made of is refused."""

import ast
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reckoning import formula, reckoning
from models.relation import relations

AMOUNTS = st.decimals(1, 10**9, places=2)


@pytest.mark.parametrize("relation", relations().values(), ids=lambda relation: relation.id)
def test_every_declared_formula_can_be_reckoned(relation) -> None:
    values = {target: Decimal(place) for place, target in enumerate(relation.targets, start=3)}

    assert all(one(values).is_finite() for one in formula(relation.formula).reckonings)


@pytest.mark.parametrize(
    "written",
    [
        "a",
        "a != b",
        "a in b",
        "a ** 2 == b",
        "-a == b",
        "abs(a) == b",
        "a.before == b",
        "a == 1.5",
        "a == 'b'",
    ],
)
def test_what_no_relation_is_made_of_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        formula(written)


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_arithmetic_agrees_with_fractions(a: Decimal, b: Decimal, c: Decimal) -> None:
    values = {"a": a, "b": b, "c": c}

    def reckoned(written: str) -> Decimal:
        return reckoning(ast.parse(written, mode="eval").body)(values)

    assert Fraction(reckoned("a + b - c * 3")) == Fraction(a) + Fraction(b) - Fraction(c) * 3
    difference = Fraction(reckoned("(a + b) / c * 100")) - (Fraction(a) + Fraction(b)) / Fraction(c) * 100
    assert abs(difference) < Fraction(1, 10**30)


def test_a_change_is_in_per_cent_of_last_year_and_of_nothing_there_is_none() -> None:
    change = reckoning(ast.parse("yoy(a)", mode="eval").body)

    assert change({"a": Decimal(150), "a.last": Decimal(160)}) == Decimal("-6.25")
    with pytest.raises(ArithmeticError):
        change({"a": Decimal(150), "a.last": Decimal(0)})
