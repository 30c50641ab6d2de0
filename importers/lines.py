"""What a line of a report is by its form: a numbered heading, a date, a document number, addressees."""

import re
from dataclasses import dataclass

from models.dates import official_date
from models.errors import UserError
from models.numerals import chinese_value

_NUMERAL = "[一二三四五六七八九十百零]{1,5}"
_MARKERS = (
    (1, re.compile(rf"({_NUMERAL})[、.．]\s*")),
    (2, re.compile(rf"（\s*({_NUMERAL})\s*）[、.．]?\s*")),
    (3, re.compile(r"(\d{1,2})[.．、](?!\d)\s*")),
    (4, re.compile(r"（\s*(\d{1,2})\s*）[、.．]?\s*")),
)
_LONGEST_TITLE = 48
_LONGEST_LABEL = 24
_MARKS = "。：；！？"
_LIST_FOLLOWS = re.compile(r"\s*(\d{1,2}[.．、]|（\d)")

_ADDRESSEE = re.compile(r"(委|府|会|局|厅|办|部|院|组|室|署|处|队|中心|单位|部门)$")
_OPEN_NUMBER = re.compile(r"[^\s，。：]{1,12}[〔\[［【（(]\s*(?:\d{4}\s*)?[〕\]］】）)]\s*第?\s*\d*\s*号")
"""A document number in which year or number are still to be filled in, as a report carried over has it."""
_SIGNED = re.compile(rf"({_OPEN_NUMBER.pattern})?\s*签发人：\s*([一-鿿、\s]{{2,40}})")
_MASTHEAD = re.compile(r"([^，。：；]{2,60}?(?:府|委|会|局|厅|办|室|部|院))\s*文件")
_CLASSIFIED = re.compile(r"(秘密|机密|绝密)(?:★\s*(\S{1,8}))?")
_URGENT = re.compile("特急|加急")
_COPY_NUMBER = re.compile(r"\d{6}")
STAGE = re.compile(r"[（〔](征求意见稿|送审稿|定稿)[）〕]")
NOTE = re.compile(r"（(.{2,40})）")
REPORT_TITLE = re.compile(
    r".{0,50}(法治政府建[设設]|依法行政|法治建[设設]).{0,24}([报報]告|情[况況]|[总總][结結]|[汇匯][报報])(（.{2,6}稿）)?"
)
WEB_PAGE = re.compile(
    r".*(当前位置|所在位置|[>›»]).*|.{0,12}(来源|時間|时间|日期|作者|浏览次?量?|点击数|字号|字体|分享)\s*[：【].{0,40}"
    r"|(【.*】\s*)+|.{0,6}(打印|关闭)本?页?.{0,6}"
)
"""What a web page puts around a report: where one is, when it was published, print and share."""


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A numbered line taken apart: level 1-4, the number written there, title, end mark, text behind it.

    A line too long for a heading has an empty title and is all text.
    """

    level: int
    number: int
    title: str
    mark: str
    text: str


def heading_line(line: str, typed: str) -> HeadingLine | None:
    """A numbered heading, or None. `line` has full-width marks, `typed` is the same line as typed."""
    for level, marker in _MARKERS:
        match = marker.match(line)
        if match:
            number = int(match[1]) if match[1].isdigit() else chinese_value(match[1])
            title, mark, text = _take_apart(line[match.end() :], typed[match.end() :])
            return HeadingLine(level, number, title, mark, text)
    return None


def _take_apart(line: str, typed: str) -> tuple[str, str, str]:
    """Title, end mark and the text that runs on."""
    if line and line[-1] in _MARKS and not set(line[:-1]) & set("。！？") and len(line) <= _LONGEST_TITLE:
        return typed[:-1], line[-1], ""
    stop, label = line.find("。"), line.find("：")
    ends = [(stop, _LONGEST_TITLE), (label, _LONGEST_LABEL)]
    if _LIST_FOLLOWS.match(line, label + 1):
        ends.reverse()
    for at, longest in ends:
        if 0 < at <= longest and line[at + 1 :].strip():
            return typed[:at], line[at], typed[at + 1 :]
    if stop < 0 and len(line) <= _LONGEST_TITLE:
        return typed, "", ""
    return "", "", typed


def addressees(line: str) -> tuple[str, ...]:
    """The organs a letter is sent to (中共某某市委、某某市人民政府：), none where the line is no such thing."""
    if not line.endswith("：") or len(line) > 90 or re.search(r"[。；]|如下|报告|情况", line):
        return ()
    organs = tuple(part.strip() for part in re.split(r"[、，]", line[:-1]) if part.strip())
    return organs if all(map(_ADDRESSEE.search, organs)) else ()


def date_in(line: str) -> str:
    """The date a line consists of, in official form; empty where it is none."""
    try:
        return official_date(line) if line.endswith("日") else ""
    except UserError:
        return ""


def masthead(line: str) -> dict[str, str]:
    """The letterhead's fields that a line above the title fills in, by key; none where it is no such line."""
    if _OPEN_NUMBER.fullmatch(line):
        return {"doc_number": _joined(line)}
    if signed := _SIGNED.fullmatch(line):
        names = "、".join(signed[2].replace("、", " ").split())
        return {"signatories": names} | ({"doc_number": _joined(signed[1])} if signed[1] else {})
    if organs := _MASTHEAD.fullmatch(line):
        return {"organs": "、".join(organs[1].split())}
    if secret := _CLASSIFIED.fullmatch(line):
        return {"secrecy": secret[1]} | ({"secrecy_term": secret[2]} if secret[2] else {})
    if _URGENT.fullmatch(line):
        return {"urgency": line}
    return {"copy_number": line} if _COPY_NUMBER.fullmatch(line) else {}


def _joined(words: str) -> str:
    return "".join(words.split())
