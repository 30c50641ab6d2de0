"""Dates are written as GB/T 9704-2012 §7.3.5 asks, however they were typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dates import official_date
from models.errors import UserError


@pytest.mark.parametrize(
    "typed",
    [
        "2026年2月9日",
        "2026年02月09日",
        "2026-2-9",
        "2026-02-09",
        "2026/2/9",
        "2026.2.9",
        " 2026 年 2 月 9 日 ",
        "2026年2月9",
        "二〇二六年二月九日",
        "二○二六年二月九日",
    ],
)
def test_a_date_is_official_however_it_was_typed(typed: str) -> None:
    assert official_date(typed) == "2026年2月9日"


@given(st.dates(date(1000, 1, 1)))
def test_every_day_is_written_without_zeros_and_stays_as_it_is_then(day: date) -> None:
    official = official_date(day.isoformat())

    assert official == f"{day.year}年{day.month}月{day.day}日"
    assert official_date(official) == official


@pytest.mark.parametrize("typed", ["", "  ", "\u3000"])
def test_no_date_is_no_mistake(typed: str) -> None:
    assert official_date(typed) == ""


@pytest.mark.parametrize(
    "typed",
    [
        "2026年2月30日",
        "2026年13月1日",
        "2026年2月",
        "2月9日",
        "26年2月9日",
        "二〇二六年二月三十日",
        "20260209",
        "明天",
    ],
)
def test_what_is_no_day_of_the_calendar_is_refused_in_words(typed: str) -> None:
    with pytest.raises(UserError, match=typed) as refused:
        official_date(typed)

    assert "原值未改" in str(refused.value)


def test_the_twenty_ninth_of_february_is_a_day_in_leap_years_only() -> None:
    assert official_date("2024-2-29") == "2024年2月29日"
    with pytest.raises(UserError):
        official_date("2025-2-29")
