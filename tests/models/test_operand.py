"""Amounts as relations see them."""

from decimal import Decimal

import pytest

from models.indicator import Indicator, Kind
from models.operand import INFINITY, Operands, is_falsely_exact
from models.quantity import Quantity
from tests.models.relation_reports import report_with


def operand(indicator: str, amount: str, text: str = ""):
    found = Operands(report_with({indicator: amount}, text)).get(indicator)
    assert found
    return found


@pytest.mark.parametrize(
    ("indicator", "amount", "quantum"),
    [
        ("fy_apply", "179", "0"),
        ("shixian_days_cut", "17242.5", "0"),
        ("fy_apply", "1.2万", "1000"),
        ("aj_pass_rate", "95.76%", "0.01"),
        ("aj_pass_rate", "98%", "1"),
        ("aj_pass_rate", "3.5‰", "0.01"),
        ("aj_pass_rate", "100%", "0"),
        ("aj_pass_rate", "100.00%", "0.01"),
    ],
)
def test_what_was_cut_off_shows_in_the_last_digit_but_a_hundred_per_cent_is_a_claim(
    indicator, amount, quantum
):
    assert operand(indicator, amount).quantum == Decimal(quantum)


def test_a_fall_is_negative_by_the_words_before_it():
    assert operand("wm_msg_yoy", "38.41%", "网民留言同比减少{{wm_msg_yoy}}。").value == Decimal("-38.41")
    assert operand("wm_msg_yoy", "38.41%", "网民留言同比增长{{wm_msg_yoy}}。").value == Decimal("38.41")


def test_of_two_changes_of_one_indicator_the_one_whose_direction_is_unknown_is_left_alone():
    own = Indicator("own_1", "网民留言下降幅度", "%", Kind.CHANGE, base="wm_msg")
    report = report_with({"wm_msg_yoy": "38.41%", "own_1": "12%"}, "同比减少{{wm_msg_yoy}}。", (own,))

    assert Operands(report).get("own_1") is None


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [
        ("270余", 270, 280),
        ("1.4万余", 14000, 15000),
        ("180余万", 1800000, 1900000),
        ("1062多", 1062, INFINITY),
        ("500以上", 500, INFINITY),
        ("不超过500", -INFINITY, 500),
        ("近500", 400, 500),
        ("约682万", 6810000, 6830000),
        ("10来", 0, 20),
        ("至多500", -INFINITY, 500),
        ("不低于500", 500, INFINITY),
    ],
)
def test_what_an_approximate_amount_leaves_open(amount, low, high):
    assert operand("fy_apply", amount).range() == (low, high)


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [("超过10%", -INFINITY, -10), ("近20%", -20, -10), ("20%以内", -20, INFINITY), ("12.5%", -12.6, -12.4)],
)
def test_what_is_left_open_about_a_fall_is_its_size(amount, low, high):
    fall = operand("wm_msg_yoy", amount, "网民留言同比减少{{wm_msg_yoy}}。")

    assert fall.range() == (Decimal(str(low)), Decimal(str(high)))


@pytest.mark.parametrize(
    ("written", "is_false"),
    [
        ("1062多", True),
        ("273.56万多", True),
        ("约12345", True),
        ("1400余", False),
        ("49000余", False),
        ("186.4万余", False),
        ("226", False),
        ("17242.5", False),
        ("99.41%以上", False),
    ],
)
def test_an_approximate_amount_that_is_not_round_is_falsely_exact(written, is_false):
    assert is_falsely_exact(Quantity.parse(written)) is is_false
