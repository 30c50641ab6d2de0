"""A text as pieces that are never half changed: an amount with its 万 and %, a Latin word, a single character."""

import re

_DIGITS = "0-9０-９"
_TOKEN = re.compile(
    rf"[{_DIGITS}]+(?:[.,:．/][{_DIGITS}]+)*[百千万亿]*[%％‰℃]?"
    r"|[零〇一二两三四五六七八九十百千万亿]{2,}"
    r"|[A-Za-zÀ-ÿ]+"
    r"|\s+"
    r"|.",
    re.DOTALL,
)

CLAUSE_ENDS = frozenset("，。；：！？、\n")


def tokens(text: str) -> list[str]:
    """The pieces in order; joined they are the text."""
    return _TOKEN.findall(text)
