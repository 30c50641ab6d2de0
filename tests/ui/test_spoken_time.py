"""Moments are said as people say them."""

from datetime import datetime, timedelta, timezone

import pytest

from ui.spoken_time import spoken

NOW = datetime(2026, 11, 26, 14, 3)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 26, 9, 5), "今天 09:05"),
        (datetime(2026, 11, 25, 23, 59), "昨天 23:59"),
        (datetime(2026, 11, 24, 8, 0), "11月24日 08:00"),
        (datetime(2025, 12, 31, 10, 0), "2025年12月31日 10:00"),
        (datetime(2026, 12, 1, 7, 30), "12月1日 07:30"),
    ],
)
def test_a_moment_is_said_as_seen_from_now(moment: datetime, words: str) -> None:
    assert spoken(moment, NOW.date()) == words


def test_a_moment_of_another_clock_is_said_in_local_time() -> None:
    local = datetime(2026, 11, 26, 9, 5).astimezone()
    elsewhere = (local.astimezone(timezone(timedelta(hours=hours))) for hours in (-9, 3, 14))

    assert {spoken(one, NOW.date()) for one in elsewhere} == {"今天 09:05"}
