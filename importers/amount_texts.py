"""What people type where an amount is asked for: a text becomes a Quantity, or one clause says why it does not."""

import re
from dataclasses import replace
from decimal import Decimal

from importers.cells import half_width
from models.errors import NotAQuantityError
from models.quantity import Quantity, plain

NO_QUANTITY = "不是一个能认的数量"
_NOTHING = {
    "", "无", "/", "\\", "-", "--", "—", "——", "–", "−", "…", "……", "*", "×", "空", "暂无", "没有", "无数据", "无此项",
    "不涉及", "未统计", "n/a", "na", "null", "none",
}  # fmt: skip
"""What clerks write where they have no number. 无 may be 0 or may be unknown: whoever wrote it has to say."""
_THOUSANDS = re.compile(r"(?<=\d)[, ](?=\d{3}(?!\d))")
_BLANKS_BESIDE_WORDS = re.compile(r"\s+(?=\D)|(?<=\D)\s+")
_UNIT_IN_BRACKETS = re.compile(r"\(([^\d()]+)\)$")
_WHOLE = re.compile(r"(\d+)\.0+")
_MARKS = str.maketrans("−–﹣﹪", "---%")
_NO_BREAK = dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u3000\t\n"), " ")
_BEFORE, _BEHIND = "'’¥￥", "。;,."
"""An apostrophe makes a number a text; a full stop ends the sentence the clerk thought to write."""
_FROM_PROGRAM = re.compile(r"[+-]?(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,2})?")


class NotUnderstoodError(Exception):
    """The clause that says why: 是日期, 不是数量."""


def amount_of_text(text: str) -> Quantity | None:
    """A text as an amount, None where it says that there is none. Raises NotUnderstoodError."""
    found = half_width(text.translate(_NO_BREAK).strip()).translate(_MARKS)
    if found.casefold() in _NOTHING:
        return None
    found = _THOUSANDS.sub("", found).rstrip(_BEHIND)
    found = _BLANKS_BESIDE_WORDS.sub("", found).lstrip(_BEFORE)
    found = _UNIT_IN_BRACKETS.sub(r"\1", found)
    try:
        amount = Quantity.parse(_from_program(found))
    except NotAQuantityError:
        raise NotUnderstoodError(NO_QUANTITY) from None
    whole = _WHOLE.fullmatch(amount.digits)
    return replace(amount, digits=whole[1]) if whole and not amount.percent else amount


def _from_program(text: str) -> str:
    """Numbers as programs print them into text cells (1.79E+02, .5) in ordinary digits; all else as it is."""
    is_unusual = text.startswith((".", "-.", "+.")) or "e" in text.casefold()
    return plain(Decimal(text)) if is_unusual and _FROM_PROGRAM.fullmatch(text) else text
