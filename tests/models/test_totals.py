"""Totals are the sums of their parts where the report says exactly so, and stay stated amounts elsewhere."""

import ast

import pytest

from models.relation import Relation, Strength
from models.totals import amount, sum_of, summands, totals
from tests.exporters.workbook.reports import figure, with_figures

V5 = ("fy_reject_in", "fy_revoke", "fy_dismiss", "fy_uphold", "fy_terminate", "fy_order", "fy_pending")
PARTS = [
    figure(name, amount) for name, amount in zip(V5, ("20", "11", "20", "43", "39", "18", "28"), strict=True)
]


def test_a_total_that_its_parts_add_up_to_is_a_formula_of_this_year_only() -> None:
    found = totals(with_figures(*PARTS, figure("fy_apply", "179", "150")))

    assert found == {"fy_apply": " + ".join(V5)}


@pytest.mark.parametrize("total", ["180", "179余", "约179", ""])
def test_a_total_that_is_not_exactly_the_sum_stays_as_it_is_stated(total: str) -> None:
    assert totals(with_figures(*PARTS, figure("fy_apply", total))) == {}


def test_a_total_of_which_a_part_is_missing_or_about_so_much_stays_as_it_is_stated() -> None:
    assert totals(with_figures(*PARTS[1:], figure("fy_apply", "179"))) == {}
    about = [figure("fy_reject_in", "20余"), *PARTS[1:]]
    assert totals(with_figures(*about, figure("fy_apply", "179"))) == {}


def test_last_years_total_is_a_formula_over_last_years_parts() -> None:
    last = [figure(name, "", "2") for name in V5]

    assert totals(with_figures(*last, figure("fy_apply", "", "14"))) == {
        "fy_apply.last": " + ".join(f"{name}.last" for name in V5)
    }


def test_what_is_only_likely_makes_no_total() -> None:
    likely = Relation("1", "1", "own_1 == fy_apply + ss_win", Strength.SOFT)
    report = with_figures(*(figure(one, "0") for one in ("own_1", "fy_apply", "ss_win")))

    assert totals(report, [likely]) == {}


def test_two_totals_are_not_reckoned_from_each_other() -> None:
    formulas = ("own_1 == fy_apply + ss_win", "fy_apply == own_1 + ss_lose")
    circle = [Relation(one, one, one) for one in formulas]
    report = with_figures(*(figure(one, "0") for one in ("own_1", "fy_apply", "ss_win", "ss_lose")))

    assert list(totals(report, circle)) == ["own_1"]


def test_optional_parts_are_added_where_the_total_has_them_in() -> None:
    sums = [Relation("1", "1", "fy_apply == ss_win + ss_lose + ss_count", optional=("ss_count",))]
    parts = (figure("ss_win", "3"), figure("ss_lose", "4"), figure("ss_count", "5"))

    assert totals(with_figures(figure("fy_apply", "12"), *parts), sums) == {
        "fy_apply": "ss_win + ss_lose + ss_count"
    }
    for known in (parts, parts[:2]):
        assert totals(with_figures(figure("fy_apply", "7"), *known), sums) == {"fy_apply": "ss_win + ss_lose"}


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("a + b == c", ("c", "a", "b")),
        ("c == a + b", ("c", "a", "b")),
        ("a - b == c", None),
        ("a / b * 100 == c", None),
        ("a + b <= c", None),
        ("a + 1 == c", None),
        ("a == c", None),
    ],
)
def test_only_equations_of_an_amount_and_a_sum_have_a_total(
    formula: str, expected: tuple[str, ...] | None
) -> None:
    assert sum_of(Relation("x", "", formula)) == expected


def test_a_target_names_this_years_or_last_years_amount() -> None:
    report = with_figures(figure("fy_apply", "179", "150"))

    assert [str(amount(report, one)) for one in ("fy_apply", "fy_apply.last")] == ["179", "150"]
    assert amount(report, "fy_accept") is None
    assert summands(ast.parse("a + b.last", mode="eval").body) == ("a", "b.last")
