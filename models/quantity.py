"""Amounts as officials write them: 179, 约682万条, 273.56万多, 180余万元, 98%以上, 17242.5个工作日.

A Quantity keeps each part as it was written, so that printing gives back the text letter for letter, and
knows the exact value beside it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Self

from models.errors import NotAQuantityError
from models.numerals import CHARACTERS, chinese_value


class Sense(StrEnum):
    """What a word leaves open about an amount; of several words the sense that stands first here counts."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    LITTLE_OVER = "a little over"
    BELOW = "nearly"
    ABOUT = "about"


_BEFORE = {
    **dict.fromkeys(("超", "逾", "超过", "突破", "不少于", "不低于", "不小于", "至少"), Sense.AT_LEAST),
    **dict.fromkeys(("不超过", "不高于", "不多于", "不大于", "至多", "最多"), Sense.AT_MOST),
    **dict.fromkeys(("近", "将近", "接近", "不足", "不到"), Sense.BELOW),
    **dict.fromkeys(("约", "大约"), Sense.ABOUT),
}
_BEHIND = {
    "以上": Sense.AT_LEAST,
    **dict.fromkeys(("以下", "以内", "之内"), Sense.AT_MOST),
    **dict.fromkeys(("左右", "上下"), Sense.ABOUT),
}
BEHIND_ROUND = {"余": Sense.LITTLE_OVER, "多": Sense.LITTLE_OVER, "来": Sense.ABOUT}
"""Behind round digits alone: 10来个, 1400余件."""
APPROXIMATE = {**_BEFORE, **_BEHIND, **BEHIND_ROUND}
"""Every word that makes an amount approximate, and its sense: whoever must know such words asks here."""


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


TAIL = _one_of(_BEHIND)
"""The pattern of the words that may stand behind the unit."""
_AFTER = _one_of((*_BEHIND, *BEHIND_ROUND))
_SCALES = {"百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_SCALE = f"(?:{_one_of(_SCALES)})(?!分[点之])"  # the 百 of 2.6百分点 is none
_THOUSANDS = "|".join(f"(?:{mark}[0-9０-９]{{3}})+" for mark in ",， ")
ARABIC = rf"(?:[1-9１-９][0-9０-９]{{0,2}}(?:{_THOUSANDS})(?![0-9０-９])|[0-9０-９]+)(?:[.．][0-9０-９]+)?"
_UNIT = r"[^\W\d_](?:[^\W\d_]|[/·]){0,11}?|[¥㎡℃°]"
_MOST_DIGITS = 15
_PLAIN_DIGITS = str.maketrans("０１２３４５６７８９．", "0123456789.", ",， ")

CHINESE = f"[{CHARACTERS}]+"


def numeral(digits: str = f"{ARABIC}|{CHINESE}") -> str:
    """The pattern of an amount without its unit, its digits being as given; groups are named as in Quantity."""
    return (
        rf"(?P<before>{_one_of(_BEFORE)})?(?P<sign>[+\-−－])?(?P<digits>{digits})"
        rf"(?:(?P<middle>{_one_of(BEHIND_ROUND)})(?=[百千万亿]))?(?P<scale>{_SCALE})?(?P<percent>[%％‰])?(?P<after>{_AFTER})?"
    )


# A tail without its unit is set off by a blank (100 以上), else it would be read as standing before the unit.
_PATTERN = re.compile(rf"{numeral()}(?:(?P<unit>{_UNIT})(?P<tail>{TAIL})?| (?P<lone_tail>{TAIL}))?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact amount, part by part as written.

    `digits` are Arabic (half or full width, thousands may be grouped: 1,280, 1，280, 1 280) or Chinese;
    `middle` stands between digits and scale (180余万), `after` behind scale or percent sign (1万余, 98%以上),
    `tail` behind the unit (100人以上) and is never part of `surface`.
    """

    digits: str
    before: str = ""
    sign: str = ""
    middle: str = ""
    scale: str = ""
    percent: str = ""
    after: str = ""
    unit: str = ""
    tail: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a whole text as one amount; blanks around it do not count.

        Raises NotAQuantityError for anything else, numbers with a leading zero (codes) included.
        """
        match = _PATTERN.fullmatch(text.strip())
        if match is None:
            raise NotAQuantityError(text)
        parts = {name: part or "" for name, part in match.groupdict().items()}
        lone_tail = parts.pop("lone_tail")
        quantity = cls(**{**parts, "tail": parts["tail"] or lone_tail})
        if quantity._is_code() or quantity._is_too_long() or not quantity._has_value():
            raise NotAQuantityError(text)
        return quantity

    def __str__(self) -> str:
        blank = " " if self.tail and not self.unit else ""
        return f"{self.surface}{self.unit}{blank}{self.tail}"

    @property
    def surface(self) -> str:
        """The amount as printed, without the unit: 约682万, 98%以上."""
        return f"{self.before}{self.sign}{self.digits}{self.middle}{self.scale}{self.percent}{self.after}"

    @property
    def number(self) -> Decimal:
        """The digits alone, exact: 273.56 of 273.56万多."""
        plain = self.digits.translate(_PLAIN_DIGITS)
        amount = Decimal(plain) if plain[0].isascii() else Decimal(chinese_value(self.digits))
        return -amount if self.sign in tuple("-−－") else amount

    @property
    def value(self) -> Decimal:
        """The exact amount with 万 and 亿 multiplied out; of a percentage the number before the sign."""
        return self.number * _SCALES.get(self.scale, 1)

    @property
    def qualifier(self) -> str:
        """What makes the amount approximate: 约, 余, 多, 以上 …; empty for an exact one."""
        return f"{self.before}{self.middle}{self.after}{self.tail}"

    @property
    def sense(self) -> Sense | None:
        """What these words leave open; None of an exact amount."""
        words = {self.before, self.middle, self.after, self.tail}
        found = {APPROXIMATE[word] for word in words if word in APPROXIMATE}
        return next((sense for sense in Sense if sense in found), None)

    def unsigned(self) -> Self:
        """The same amount with no sign."""
        return replace(self, sign="")

    def signed(self, sign: str) -> Self:
        """The same amount with this sign before its digits."""
        return replace(self, sign=sign)

    def without_unit(self) -> Self:
        """The same amount with no unit."""
        return replace(self, unit="")

    def _is_code(self) -> bool:
        plain = self.digits.translate(_PLAIN_DIGITS)
        return len(plain) > 1 and plain[0] == "0" and plain[1].isdigit()

    def _is_too_long(self) -> bool:
        """More digits than a workbook can hold exactly."""
        return sum(map(str.isdigit, self.digits)) > _MOST_DIGITS

    def _has_value(self) -> bool:
        try:
            return self.number is not None
        except ValueError:
            return False


def plain(number: Decimal) -> str:
    """A Decimal in ordinary digits, trailing zeros after the point dropped: 2735600, 93.63, 0.5."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
