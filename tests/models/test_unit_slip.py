"""Amounts of two years that are some hundred times apart are worth a look at the unit."""

import pytest

from models.indicator import Indicator, Kind
from models.quantity import Quantity
from models.report import Figure
from models.unit_slip import unit_slip

MONEY, RATE = Indicator("a", "罚没金额", "元", Kind.AMOUNT), Indicator("b", "办结率", "%", Kind.RATE)


def told(indicator: Indicator, this: str, last: str) -> str:
    value, before = (Quantity.parse(text) if text else None for text in (this, last))
    return unit_slip(indicator, Figure(indicator.id, value, before))


def test_a_missing_scale_is_told_with_what_to_type() -> None:
    words = told(MONEY, "456.7万", "500")

    assert words == "本年是上年的9134倍，请核对单位：现按元记，500万元请填500万。"


def test_it_is_told_whichever_year_is_the_small_one() -> None:
    assert told(MONEY, "500", "456.7万").startswith("上年是本年的9134倍")


@pytest.mark.parametrize(
    ("indicator", "this", "last"),
    [(MONEY, "9900", "100"), (MONEY, "500", "0"), (MONEY, "", "500"), (RATE, "99%", "0.5%")],
)
def test_what_may_well_be_is_not_told(indicator: Indicator, this: str, last: str) -> None:
    assert told(indicator, this, last) == ""


def test_a_small_amount_with_a_scale_of_its_own_needs_no_advice() -> None:
    assert told(MONEY, "5亿", "5万") == "本年是上年的10000倍，请核对单位：现按元记。"


def test_of_things_that_are_counted_only_the_amount_is_doubted() -> None:
    assert told(Indicator("c", "讲座", "场"), "900", "3") == "本年是上年的300倍，请核对。"
