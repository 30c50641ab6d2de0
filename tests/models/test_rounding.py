"""Decimals are rounded half up or cut off, by magnitude."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rounding import Rounding, cut, exponent_of, places_of, range_of, roundings, to_places

CENT = Decimal("0.01")
NUMBERS = st.decimals(-10_000, 10_000, places=6)
QUANTA = st.sampled_from([Decimal(1), Decimal("0.1"), CENT, Decimal(1000)])


@pytest.mark.parametrize(
    ("value", "half_up", "down"),
    [("26.4484", "26.45", "26.44"), ("128.785", "128.79", "128.78"), ("-38.4196", "-38.42", "-38.41")],
)
def test_a_half_goes_up_and_a_fall_is_cut_like_a_rise(value: str, half_up: str, down: str) -> None:
    assert cut(Decimal(value), CENT, Rounding.HALF_UP) == Decimal(half_up)
    assert cut(Decimal(value), CENT, Rounding.DOWN) == Decimal(down)


def test_the_ways_that_lead_to_a_printed_amount_are_named() -> None:
    assert roundings(Decimal("8.3333"), Decimal("8.33"), CENT) == (Rounding.HALF_UP, Rounding.DOWN)
    assert roundings(Decimal("8.3363"), Decimal("8.34"), CENT) == (Rounding.HALF_UP,)
    assert roundings(Decimal("8.3363"), Decimal("8.33"), CENT) == (Rounding.DOWN,)
    assert roundings(Decimal("8.3363"), Decimal("8.43"), CENT) == ()


@given(NUMBERS, QUANTA, st.sampled_from(Rounding))
def test_a_value_lies_in_the_range_of_what_it_is_printed_as(
    value: Decimal, quantum: Decimal, rounding: Rounding
) -> None:
    printed = cut(value, quantum, rounding)
    low, high = range_of(printed, quantum, rounding)

    assert (low <= value <= high) or printed == 0


def test_a_number_is_written_with_the_places_asked_for_however_long_it_is():
    long = Decimal("12345678901234567890123456789012345.6789")

    assert str(to_places(Decimal("26.398"), 2)) == "26.40"
    assert str(to_places(Decimal("20"), 2)) == "20.00"
    assert str(to_places(Decimal("-26.398"), 2, Rounding.DOWN)) == "-26.39"
    assert str(to_places(long, 1)) == "12345678901234567890123456789012345.7"


def test_places_are_counted_as_written():
    assert [places_of(Decimal(text)) for text in ("8.40", "8", "1E+3")] == [2, 0, 0]
    assert [exponent_of(Decimal(text)) for text in ("8.40", "1E+3", "Infinity")] == [-2, 3, 0]
