"""Which of many copies made over time stay: dense for the last days, sparser the older they are."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

_ALL_WITHIN = timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 12, 10, 9
_NEWEST = 5
"""As many as were made last stay whatever their time says: a PC's clock may have been wrong."""

Period = Callable[[datetime], tuple[int, ...]]


def kept(times: Sequence[datetime], now: datetime) -> frozenset[int]:
    """The places in `times` (in the order in which the copies were made) of those that stay.

    All of two days and whatever seems to come from the future; of what is older the last of each day for 12 days,
    of each week for 10 weeks, of each month for 9 months, counting only days, weeks and months that have any.
    """
    old = [at for at, time in enumerate(times) if now - time > _ALL_WITHIN]
    young = set(range(len(times))) - set(old)
    newest = set(range(len(times))[-_NEWEST:])
    by_period = (
        _last_of_each(times, old, period, most)
        for period, most in ((_day, _DAYS), (_week, _WEEKS), (_month, _MONTHS))
    )
    return frozenset(young | newest).union(*by_period)


def _last_of_each(times: Sequence[datetime], old: Iterable[int], period: Period, most: int) -> set[int]:
    last: dict[tuple[int, ...], int] = {}
    for at in sorted(old, key=lambda at: (times[at], at)):
        last[period(times[at])] = at
    return {last[one] for one in sorted(last, reverse=True)[:most]}


def _day(time: datetime) -> tuple[int, ...]:
    return (time.year, time.month, time.day)


def _week(time: datetime) -> tuple[int, ...]:
    return time.isocalendar()[:2]


def _month(time: datetime) -> tuple[int, ...]:
    return (time.year, time.month)
