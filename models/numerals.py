"""Chinese numerals: counting headings (一、十二) and reading small counts (两次, 二十三场)."""

_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8}
_ONES = "〇一二三四五六七八九"

CHARACTERS = "".join((*_DIGITS, *_PLACES, *_GROUPS))


def chinese_number(number: int) -> str:
    """1 to 9999 as headings count them: 一, 十, 十一, 二十三, 一百零一."""
    written, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += ("零" if gap and written else "") + _ONES[digit] + name
        gap = not digit
    return written.removeprefix("一") if written.startswith("一十") else written


def chinese_value(text: str) -> int:
    """The number a Chinese numeral means: 两 is 2, 二十三 is 23, 三万五千 is 35000.

    Raises ValueError where the characters are no numeral.
    """
    if not text or any(character not in CHARACTERS for character in text):
        raise ValueError(text)
    if len(text) > 1 and all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total = group = digit = 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _PLACES:
            group += (digit or 1) * _PLACES[character]
            digit = 0
        elif character == "亿":
            total = (total + group + digit or 1) * _GROUPS[character]
            group = digit = 0
        else:
            total += (group + digit or 1) * _GROUPS[character]
            group = digit = 0
    return total + group + digit
