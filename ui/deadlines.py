"""Which year's report is due, and how many days are left.

3月1日 to the superiors and 4月1日 to the public: 《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

_DUE = (("报送截止", 3, 1), ("公开截止", 4, 1))
_FIRST_MONTH = 10
"""From October on the report of the running year is written, before that last year's."""
_SOON = 7


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline in words: 2026年度报送截止 3月1日 · 还有 98 天; `is_urgent` within a week and after it."""

    words: str
    is_urgent: bool


def year_due(today: date) -> int:
    """The year whose report is being written: from autumn to the next one's autumn."""
    return today.year if today.month >= _FIRST_MONTH else today.year - 1


def deadlines(today: date, late: Collection[int] = ()) -> tuple[Deadline, ...]:
    """Both deadlines of the report that is due. `late` are years of which a report is begun and not final: only of
    these it is said how many days ago a deadline was; else the next year's is counted to."""
    year = year_due(today)
    return tuple(_deadline(name, month, day, today, year in late) for name, month, day in _DUE)


def _deadline(name: str, month: int, day: int, today: date, is_late: bool) -> Deadline:
    due = date(year_due(today) + 1, month, day)
    if due < today and not is_late:
        due = date(due.year + 1, month, day)
    left = (due - today).days
    words = f"还有 {left} 天" if left > 0 else f"已过 {-left} 天" if left < 0 else "就是今天"
    return Deadline(f"{due.year - 1}年度{name} {month}月{day}日 · {words}", left <= _SOON)
