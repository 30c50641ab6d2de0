"""The first letters of Chinese words as they are spelled: 行政复议 is xzfy.

GB/T 2312-1980 lists its 3,755 common characters in the order of their pinyin, so that a character's code tells its
first letter. A character with several readings has the one it is listed under; the rare ones, listed by radical, have
none.
"""

from bisect import bisect_right
from functools import cache

_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
"""The first character under each letter; no word begins with i, u or v."""
_LETTERS = "abcdefghjklmnopqrstwxyz"
_LAST_COMMON = 0xD7F9


def initials(text: str) -> str:
    """The letters of the text's characters; letters and digits stand for themselves, all else is left out."""
    return "".join(map(_initial, text))


@cache
def _initial(character: str) -> str:
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    code = _code(character)
    if not _code(_FIRST[0]) <= code <= _LAST_COMMON:
        return ""
    return _LETTERS[bisect_right(_borders(), code) - 1]


@cache
def _borders() -> tuple[int, ...]:
    return tuple(map(_code, _FIRST))


def _code(character: str) -> int:
    try:
        return int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return 0
