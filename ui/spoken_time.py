"""A moment as people say it: 今天 14:03, 昨天 09:12, 11月20日 16:40, 2025年3月2日 10:00."""

from datetime import datetime, timedelta


def spoken(moment: datetime, now: datetime | None = None) -> str:
    """A local moment, seen from `now` (the present)."""
    today = (now or datetime.now().astimezone()).date()
    if moment.date() == today:
        return f"今天 {moment:%H:%M}"
    if moment.date() == today - timedelta(days=1):
        return f"昨天 {moment:%H:%M}"
    day = f"{moment.month}月{moment.day}日 {moment:%H:%M}"
    return day if moment.year == today.year else f"{moment.year}年{day}"
