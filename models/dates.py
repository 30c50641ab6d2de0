"""Dates as official papers write them: 2026年2月9日, no zeros (GB/T 9704-2012 §7.3.5)."""

import re
from datetime import date

from models.errors import UserError

_DATE = re.compile(r"(\d{4})\s*[年./\-]\s*(\d{1,2})\s*[月./\-]\s*(\d{1,2})\s*日?")


def official_date(text: str) -> str:
    """A typed date in official form; empty stays empty. Raises UserError for what is no day of a calendar."""
    text = text.strip()
    if not text:
        return ""
    match = _DATE.fullmatch(text)
    try:
        if match is None:
            raise ValueError(text)
        day = date(*(int(part) for part in match.groups()))
    except ValueError:
        raise UserError(f"“{text}”不是日期，原值未改；请写成“2026年2月9日”。") from None
    return f"{day.year}年{day.month}月{day.day}日"
