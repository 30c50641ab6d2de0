"""How many days are left until the report is due.

3月1日 to the superiors and 4月1日 to the public: 《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）.
"""

from datetime import date

SUBMIT = (3, 1)
PUBLISH = (4, 1)


def days_left(due: tuple[int, int], today: date) -> int:
    """Days from today to the next time this day comes, 0 on the day itself."""
    this_year = date(today.year, *due)
    return ((this_year if this_year >= today else date(today.year + 1, *due)) - today).days


def deadline_words(today: date) -> str:
    """Both deadlines in one line."""
    return "　　".join(
        _words(name, due, today) for name, due in (("报送截止", SUBMIT), ("公开截止", PUBLISH))
    )


def _words(name: str, due: tuple[int, int], today: date) -> str:
    left = days_left(due, today)
    return f"{name} {due[0]}月{due[1]}日 · {f'还有 {left} 天' if left else '就是今天'}"
