"""Personal data in a text: identity card, telephone and bank card numbers, however they are written.

Full-width and other digits, blanks and hyphens between groups and characters nobody can see make no difference.
Amounts, dates, document numbers, hotlines and credit codes of organisations are left in peace.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache


class PersonalKind(StrEnum):
    """What a number is."""

    IDENTITY = "身份证号码"
    BANK_CARD = "银行卡号"
    MOBILE = "手机号码"
    LANDLINE = "固定电话号码"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number as it stands in the text, and the same with its middle digits hidden.

    `start` is its place (0-based). `agrees`: its check digit is right; an old identity number and a telephone number
    have none.
    """

    kind: PersonalKind
    start: int
    quote: str
    masked: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """How a kind of number is written. `judge` says of its digits whether they agree, None if they are no such number.

    Masking leaves `head` digits at the beginning of the group "number" and `tail` at its end.
    """

    kind: PersonalKind
    pattern: re.Pattern[str]
    judge: Callable[[str], bool | None]
    head: int
    tail: int
    labels_of_others: re.Pattern[str]


_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split()
)
"""The first two digits of an identity number (GB/T 2260)."""
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_IDENTITY_CHECKS = "10X98765432"
"""GB 11643-1999, the seventeen weights and the check character of each remainder by 11."""
_CREDIT_CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""GB 32100-2015: the 31 characters of a unified social credit code."""


def personal_data(text: str) -> tuple[PersonalNumber, ...]:
    """Every personal number of a text, in order; where one could be two kinds, the graver."""
    places = _visible_places(text)
    plain = _plain("".join(text[at] for at in places) if len(places) < len(text) else text)
    taken: list[range] = []
    found = []
    for form in _forms():
        for match, agrees in _matches(form, plain):
            if any(match.start() < other.stop and other.start < match.end() for other in taken):
                continue
            taken.append(range(*match.span()))
            start, end = places[match.start()], places[match.end() - 1] + 1
            shown = [text[at] for at in places[match.start() : match.end()]]
            found.append(
                PersonalNumber(form.kind, start, text[start:end], _masked(form, match, shown), agrees)
            )
    return tuple(sorted(found, key=lambda one: one.start))


def _matches(form: _Form, plain: str) -> Iterator[tuple[re.Match[str], bool]]:
    for match in form.pattern.finditer(plain):
        before = plain[max(0, match.start() - _LABEL_REACH) : match.start()]
        agrees = form.judge(re.sub("[ -]", "", match["number"]).upper())
        if agrees is not None and not form.labels_of_others.search(before):
            yield match, agrees


def _masked(form: _Form, match: re.Match[str], shown: list[str]) -> str:
    """The characters shown, with the digits between head and tail hidden."""
    first = match.start("number")
    digits = [at for at, character in enumerate(match["number"], first) if character not in " -"]
    hidden = {at - match.start() for at in digits[form.head : len(digits) - form.tail]}
    return "".join("*" if at in hidden else character for at, character in enumerate(shown))


# --- reading a text's characters ----------------------------------------------------------------------------

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc]"
)
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
_AS_ASCII = (
    {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\u3000"), " ")
    | dict.fromkeys(map(ord, "\u2010\u2011\u2013\u2212\ufe63"), "-")
    | {ord("￥"): "¥", ord("×"): "X"}
)


def _visible_places(text: str) -> Sequence[int]:
    """Where the characters stand that can be seen."""
    if not _INVISIBLE.search(text):
        return range(len(text))
    return [at for at, character in enumerate(text) if not _INVISIBLE.match(character)]


def _plain(text: str) -> str:
    """The text with digits, Latin letters, blanks and hyphens in ASCII, one character for one; no web addresses."""
    without_addresses = _WEB_ADDRESS.sub(lambda address: "/" * len(address[0]), text)
    ascii_text = without_addresses.translate(_AS_ASCII)
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), ascii_text)


# --- what makes a number what it is -------------------------------------------------------------------------


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1900 <= year < 2100


def _judge_identity(number: str) -> bool | None:
    """18 characters (GB 11643-1999) or the 15 digits of before."""
    if number[:2] not in _PROVINCES:
        return None
    if len(number) == 15:
        return True if _is_day(1900 + int(number[6:8]), int(number[8:10]), int(number[10:12])) else None
    if not _is_day(int(number[6:10]), int(number[10:12]), int(number[12:14])):
        return None
    total = sum(weight * int(digit) for weight, digit in zip(_IDENTITY_WEIGHTS, number, strict=False))
    agrees = number[17] == _IDENTITY_CHECKS[total % 11]
    return None if not agrees and _is_credit_code(number) else agrees


def _is_credit_code(number: str) -> bool:
    """Whether 18 characters agree as an organisation's unified social credit code (GB 32100-2015)."""
    if len(number) != 18 or number[0] not in "159" or not set(number) <= set(_CREDIT_CODE_SIGNS):
        return False
    values = [_CREDIT_CODE_SIGNS.index(character) for character in number]
    total = sum(value * pow(3, at, 31) for at, value in enumerate(values[:17]))
    return (31 - total % 31) % 31 == values[17]


def _judge_card(number: str) -> bool | None:
    """16 to 19 digits that agree by Luhn's rule (ISO/IEC 7812-1); 19 of a UnionPay number that do not are doubtful."""
    if _is_credit_code(number):
        return None
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(number)))
    agrees = sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
    looks_like_one = number.startswith(_UNION_PAY) and len(number) == 19
    return True if agrees else False if looks_like_one else None


def _judge_phone(number: str) -> bool | None:
    """A telephone number is known by its form alone; eight digits that are a day are rather that."""
    is_day = len(number) == 8 and _is_day(int(number[:4]), int(number[4:6]), int(number[6:]))
    return None if is_day else True


# --- how they are written -----------------------------------------------------------------------------------

_UNION_PAY = "62"
_GAP = "[ -]?"
_BEGIN = r"(?:(?<![0-9A-Za-z])|(?<=[Ii][Dd])|(?<=[Tt][Ee][Ll]))(?<!¥)"
_END = r"(?![0-9A-Za-z])(?!\.[0-9])"
_UNIT = "[元万亿余多条件次笔户项吨米度%‰]|个(?!人)|人次|人民币|[美欧港]元|公[里斤顷]|平方|立方|千[瓦米克]"
_NO_AMOUNT = f"(?! ?(?:{_UNIT}))"
_NO_PART = "(?<![0-9]-)"
"""For telephone numbers: not the later part of an order or file number (2025-13800138000)."""
_LABEL_REACH = 12
_CREDIT_LABEL = re.compile("(?:信用|机构)代码[:为是 ]*$")
_CODE_LABEL = re.compile("(?:[编证案文单批]号|流水号|受理号|合同号|[代编条]码)[:为是 ]*$")

_MOBILE_START = "1(?:3[0-9]|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8[0-9]|9[0-35-9])"
_MOBILE = (
    rf"(?:(?:\+?86|0086){_GAP}|0)?"
    rf"(?P<number>{_MOBILE_START}(?:{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}|[0-9]{_GAP}[0-9]{{3}}{_GAP}[0-9]{{4}}))"
)
_AREA = "(?:10|2[0-9]|[3-9][0-9]{2})"
_LOCAL = f"[2-9][0-9]{{2,3}}{_GAP}[0-9]{{4}}"
_LANDLINE = rf"(?:\+?86{_GAP})?(?:\(0{_AREA}\)|0{_AREA}|(?<=86[ -]){_AREA}){_GAP}(?P<number>{_LOCAL})"
_LABELLED_LANDLINE = rf"(?:电话|传真|座机|值班室)(?:号码)?[:为是 ]{{0,2}}(?P<number>{_LOCAL})"
_IDENTITY = (
    rf"(?P<number>[1-8][0-9]{{5}}{_GAP}[0-9]{{4}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9Xx]"
    rf"|[1-8][0-9]{{3}}(?:[ -][0-9]{{4}}){{3}}[ -][0-9][0-9Xx])"
)
_OLD_IDENTITY = rf"(?P<number>[1-8][0-9]{{5}}{_GAP}[0-9]{{6}}{_GAP}[0-9]{{3}})"
_CARD = (
    r"(?P<number>[3-689][0-9]{15,18}"
    r"|[3-69][0-9]{3}(?P<gap>[ -])[0-9]{4}(?P=gap)[0-9]{4}(?P=gap)[0-9]{4}(?:(?P=gap)[0-9]{1,3})?"
    r"|[3-69][0-9]{5}[ -][0-9]{10,13})"
)


def _form(
    kind: PersonalKind,
    pattern: str,
    judge: Callable[[str], bool | None],
    head: int,
    tail: int,
    labels_of_others: re.Pattern[str] = _CODE_LABEL,
) -> _Form:
    return _Form(kind, re.compile(f"{_BEGIN}{pattern}"), judge, head, tail, labels_of_others)


@cache
def _forms() -> tuple[_Form, ...]:
    """The graver first. Made at first use: compiling them would be felt at the start."""
    return (
        _form(PersonalKind.IDENTITY, f"{_IDENTITY}{_END}", _judge_identity, 6, 4, _CREDIT_LABEL),
        _form(
            PersonalKind.IDENTITY, f"{_OLD_IDENTITY}{_END}{_NO_AMOUNT}", _judge_identity, 6, 3, _CREDIT_LABEL
        ),
        _form(PersonalKind.BANK_CARD, f"{_CARD}{_END}{_NO_AMOUNT}", _judge_card, 4, 4),
        _form(PersonalKind.MOBILE, f"{_NO_PART}{_MOBILE}{_END}{_NO_AMOUNT}", _judge_phone, 3, 4),
        _form(PersonalKind.LANDLINE, f"{_NO_PART}{_LANDLINE}{_END}{_NO_AMOUNT}", _judge_phone, 0, 3),
        _form(PersonalKind.LANDLINE, f"{_LABELLED_LANDLINE}{_END}{_NO_AMOUNT}", _judge_phone, 0, 3),
    )
