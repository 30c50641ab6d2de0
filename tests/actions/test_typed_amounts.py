"""What is typed into the figures is put into half-width digits; a sign the words say already is not kept."""

from dataclasses import replace

import pytest

from actions.typed_amounts import as_worded, typed_amount
from models.indicator import Indicator, Kind
from models.quantity import Quantity
from models.report import Figure, Report

COUNT = Indicator("own_1", "法治讲座", "场")
CHANGE = Indicator("own_2", "法治讲座同比", "%", Kind.CHANGE)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("1，790", "1790"),
        ("１７９", "179"),
        ("1,234,567", "1234567"),
        ("约１，４００余", "约1400余"),
        ("９．５万", "9.5万"),
        ("682万", "682万"),
        ("三", "三"),
    ],
)
def test_digits_become_plain_and_words_stay(text: str, kept: str) -> None:
    assert str(typed_amount(COUNT, text)) == kept


def test_a_full_width_percentage_with_its_sign_is_taken() -> None:
    assert str(typed_amount(CHANGE, "－１１．７３％")) == "-11.73%"


@pytest.mark.parametrize(
    ("text", "typed", "kept"),
    [
        ("同比下降{{own_2}}。", "-12%", "12%"),
        ("同比增长{{own_2}}。", "+12%", "12%"),
        ("同比{{own_2}}。", "-12%", "-12%"),
        ("同比增长{{own_2}}。", "-12%", "-12%"),
    ],
)
def test_a_sign_the_words_say_already_is_not_said_again(text: str, typed: str, kept: str) -> None:
    report = Report(2025, "county-regulation", preamble=(text,), own_indicators=(CHANGE,))
    report = replace(report, figures=(Figure("own_2", Quantity.parse("11%")),))

    assert str(as_worded(report, CHANGE, Quantity.parse(typed))) == kept
