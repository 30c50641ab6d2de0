"""Words by which a sentence says that an amount is last year's: 上年160件, 较2024年的198次, 由去年的83件."""

import re
from functools import cache

from importers.change_words import CHANGED

_COMPARING = "而|在|高于|低于|多于|少于|超过|超出|相较于?|对比|同比|[较比与同和]"
_COUNTING = "的|为|是|有|仅|只|共计|共|达到|达|约|[：:]|数据|总量|总数|全年"
_TOLD_YEAR = re.compile(r"20\d\d年(?=(?:度|同期|全年)?(?:的|为|是|有|共)*$)")
_RESULT_YEAR = r"(?:(?:今年|本年度?|当年|20\d\d年)的?)?"

# What comes from last year and is counted this year is no amount of last year's.
_CARRIED = re.compile(
    "[上去]一?年度?(?:[^，。；]{0,4}(?:结转|遗留|转入|结余|未结|未办结|旧存|积压|反馈|指出|交办|发现))"
)


def is_bare(between: str, year: int) -> bool:
    """Whether the text between two amounts says of the second only that it is last year's."""
    return _bare(year).fullmatch(between) is not None


def beginning(words: str, year: int) -> re.Match[str] | None:
    """Where the words begin that tell a change from last year's amount on: 由上年的 of 行政应诉案件由上年的."""
    return _beginning(year).search(words)


def without_year(words: str, year: int) -> str:
    """Words that say what was counted last year without the year (上年走访: 走访); empty where they do not."""
    if _CARRIED.search(words) or CHANGED.search(words):
        return ""
    thing, found = _named(year).subn("", words, count=1)
    return thing if found else ""


def told_year(words: str) -> str:
    """The year whose amount words ask for, with 年, where they end with it: 较2023年的, 2023年为; else empty."""
    year = _TOLD_YEAR.search(words)
    return year[0] if year else ""


def result_year(words: str) -> str:
    """The words that lead to this year's amount without the year in them: 下降到2025年的 is 下降到."""
    return re.sub(f"(?<=[至到为成]){_RESULT_YEAR}$", "", words)


def _year(year: int) -> str:
    return rf"(?:[上去]一?年|(?<!\d){year - 1}年)(?:度|同期|同时期)?"


@cache
def _bare(year: int) -> re.Pattern[str]:
    return re.compile(rf"[）)（(，,、]*(?:{_COMPARING})?[（(]?{_year(year)}(?:{_COUNTING})*")


@cache
def _beginning(year: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![自理事缘])[由从]{_year(year)}的?$")


@cache
def _named(year: int) -> re.Pattern[str]:
    return re.compile(rf"(?:^(?:{_COMPARING}))?{_year(year)}的?")
