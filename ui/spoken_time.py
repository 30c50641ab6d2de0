"""A moment as people say it: 今天 14:03, 昨天 09:12, 11月20日 16:40, 2025年3月2日 10:00."""

from datetime import date, datetime


def spoken(moment: datetime, today: date | None = None) -> str:
    """A moment in local time, seen from `today` (the present day)."""
    local, today = moment.astimezone(), today or datetime.now().astimezone().date()
    days = (today - local.date()).days
    if days in (0, 1):
        return f"{('今天', '昨天')[days]} {local:%H:%M}"
    day = f"{local.month}月{local.day}日 {local:%H:%M}"
    return day if local.year == today.year else f"{local.year}年{day}"


def spoken_day(moment: datetime, today: date | None = None) -> str:
    """The same where there is little room: 今天 14:03, 昨天 09:12, 2026-02-24."""
    local, today = moment.astimezone(), today or datetime.now().astimezone().date()
    return spoken(local, today) if (today - local.date()).days in (0, 1) else f"{local:%Y-%m-%d}"
