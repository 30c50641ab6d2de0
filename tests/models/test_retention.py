"""Copies are dense for the last days and sparse for the last year; no clock makes the newest go."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.retention import kept

NOW = datetime(2026, 11, 26, 14, 0).astimezone()


def test_everything_of_two_days_stays() -> None:
    times = [NOW - timedelta(minutes=10 * count) for count in range(288)][::-1]

    assert kept(times, NOW) == frozenset(range(288))


def test_of_a_year_of_hourly_copies_a_few_dozen_stay() -> None:
    times = [NOW - timedelta(hours=count) for count in range(24 * 365)][::-1]

    stay = sorted(times[at] for at in kept(times, NOW))
    old = [time for time in stay if NOW - time > timedelta(days=2)]

    assert len(stay) - len(old) == 49
    assert len({time.date() for time in old if NOW - time < timedelta(days=14)}) == 12
    assert 9 <= len({(time.year, time.month) for time in old}) <= 10
    assert NOW - old[0] > timedelta(days=220)
    assert len(old) <= 12 + 10 + 9


def test_the_last_of_a_day_is_the_one_that_stays() -> None:
    morning = datetime(2026, 11, 1, 9, 0).astimezone()
    times = [morning + timedelta(hours=count) for count in range(6)] + [NOW] * 5

    assert kept(times, NOW) == {5, 6, 7, 8, 9, 10}


def test_what_was_made_last_stays_though_the_clock_was_set_back_by_years() -> None:
    times = [NOW - timedelta(days=count) for count in range(30)][::-1]
    wrong = [datetime(2019, 1, 1, 8, minute).astimezone() for minute in range(3)]

    assert {30, 31, 32} <= kept(times + wrong, NOW)


def test_what_seems_to_come_from_the_future_stays() -> None:
    assert kept([NOW + timedelta(days=400)] + [NOW] * 9, NOW) == frozenset(range(10))


@given(st.lists(st.integers(-500, 4000), max_size=200))
def test_thinning_twice_takes_nothing_more(days: list[int]) -> None:
    times = [NOW - timedelta(days=count / 3) for count in days]
    stay = [times[at] for at in sorted(kept(times, NOW))]

    assert kept(stay, NOW) == frozenset(range(len(stay)))
