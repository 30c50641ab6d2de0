"""Dates as official papers write them: 2026年2月9日, no zeros (GB/T 9704-2012 §7.3.5)."""

import re
from datetime import date

from models.errors import UserError
from models.numerals import chinese_value

YEARS = range(1949, 2101)
"""The years a report can be about."""

_COUNT = "[一二三四五六七八九十]"
_CHINESE = re.compile(rf"([〇零○Ｏ一二三四五六七八九]{{4}})年({_COUNT}{{1,2}})月({_COUNT}{{1,3}})日")
_ZEROS = str.maketrans("零○Ｏ", "〇〇〇")
_DATE = re.compile(r"(\d{4})\s*[年./\-]\s*(\d{1,2})\s*[月./\-]\s*(\d{1,2})\s*日?")


def official_date(text: str) -> str:
    """A typed date, 二〇二六年二月九日 included, in official form; empty stays empty.

    Raises UserError for what is no day of a calendar.
    """
    text = text.strip()
    if not text:
        return ""
    try:
        day = date(*_numbers(text))
    except ValueError:
        raise UserError(f"“{text}”不是日期，原值未改；请写成“2026年2月9日”。") from None
    return f"{day.year}年{day.month}月{day.day}日"


def _numbers(text: str) -> tuple[int, int, int]:
    """Year, month and day; raises ValueError where the text is no date."""
    if match := _DATE.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _CHINESE.fullmatch(text.translate(_ZEROS)):
        year, month, day = map(chinese_value, match.groups())
    else:
        raise ValueError(text)
    return year, month, day
