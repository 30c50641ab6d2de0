"""Days left until the report is due."""

from datetime import date

import pytest

from ui.deadlines import deadlines, year_due


@pytest.mark.parametrize(
    ("today", "late", "wanted"),
    [
        (
            date(2026, 11, 26),
            (),
            ["2026年度报送截止 3月1日 · 还有 95 天", "2026年度公开截止 4月1日 · 还有 126 天"],
        ),
        (
            date(2027, 2, 22),
            (2026,),
            ["2026年度报送截止 3月1日 · 还有 7 天!", "2026年度公开截止 4月1日 · 还有 38 天"],
        ),
        (
            date(2027, 3, 1),
            (2026,),
            ["2026年度报送截止 3月1日 · 就是今天!", "2026年度公开截止 4月1日 · 还有 31 天"],
        ),
        (
            date(2027, 3, 6),
            (2026,),
            ["2026年度报送截止 3月1日 · 已过 5 天!", "2026年度公开截止 4月1日 · 还有 26 天"],
        ),
        (
            date(2027, 3, 6),
            (),
            ["2027年度报送截止 3月1日 · 还有 361 天", "2026年度公开截止 4月1日 · 还有 26 天"],
        ),
        (
            date(2027, 5, 1),
            (2026,),
            ["2026年度报送截止 3月1日 · 已过 61 天!", "2026年度公开截止 4月1日 · 已过 30 天!"],
        ),
        (
            date(2028, 2, 28),
            (2025,),
            ["2027年度报送截止 3月1日 · 还有 2 天!", "2027年度公开截止 4月1日 · 还有 33 天"],
        ),
    ],
)
def test_days_are_counted_and_the_last_week_is_urgent(today: date, late, wanted: list[str]) -> None:
    assert [f"{one.words}{'!' * one.is_urgent}" for one in deadlines(today, late)] == wanted


def test_the_report_of_a_year_is_due_from_its_autumn_to_the_next() -> None:
    assert [year_due(date(2026, 10, 1)), year_due(date(2027, 9, 30))] == [2026, 2026]
